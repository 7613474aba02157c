/** Which children of a wrapping row did not fit on its first line: the browser has measured them in every language and text size. */
import { useLayoutEffect, useState, type RefObject } from 'react';

/** `names`: the `data-command` of the children in order; pass the same array while it stays the same. */
export function useOverflow(row: RefObject<HTMLElement | null>, names: readonly string[]): ReadonlySet<string> {
  const [over, setOver] = useState<ReadonlySet<string>>(new Set());
  useLayoutEffect(() => {
    const element = row.current;
    if (element === null) return;
    const measure = (): void => {
      const found = namesBelow([...element.querySelectorAll<HTMLElement>('[data-command]')]);
      setOver((before) => (sameSet(before, found) ? before : found));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Another language or text size changes the children, not the row.
    for (const child of element.children) observer.observe(child);
    measure();
    return () => observer.disconnect();
  }, [row, names]);
  return over;
}

function namesBelow(children: readonly HTMLElement[]): ReadonlySet<string> {
  const top = children[0]?.offsetTop ?? 0;
  const half = (children[0]?.offsetHeight ?? 0) / 2;
  return new Set(
    children.filter((child) => child.offsetTop > top + half).map((child) => child.dataset['command'] ?? ''),
  );
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}
