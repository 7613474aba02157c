import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';

/** Milliseconds a menu takes to close. */
const menuCloses = 250;

/**
 * When the row with the focus goes (it was deleted, it moved to another place), the next one gets the focus, else the one before: whoever deletes
 * with the keyboard goes on from there. Nobody is robbed of the focus: it is only given where it has fallen to nothing.
 */
export function useKeepPlace(
  keys: readonly string[],
  list: RefObject<HTMLElement | null>,
): { readonly onFocus: (event: FocusEvent) => void } {
  const place = useRef<string | null>(null);
  const before = useRef(keys);
  useEffect(() => {
    const old = before.current;
    before.current = keys;
    const gone = place.current;
    if (gone === null || keys.includes(gone) || !old.includes(gone)) return undefined;
    place.current = null;
    const at = old.indexOf(gone);
    const next = [...old.slice(at + 1), ...old.slice(0, at).toReversed()].find((key) => keys.includes(key));
    if (next === undefined) return undefined;
    const focus = (): void => {
      const { activeElement, body } = document;
      // react-aria gives it to the list as a whole.
      const fallen = activeElement === body || activeElement?.getAttribute('role') === 'treegrid';
      if (!fallen) return;
      list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next)}"]`)?.focus();
    };
    focus();
    const timer = setTimeout(focus, menuCloses);
    return () => clearTimeout(timer);
  }, [keys, list]);
  return {
    onFocus: ({ target }) => {
      place.current = target.closest('[data-key]')?.getAttribute('data-key') ?? null;
    },
  };
}
