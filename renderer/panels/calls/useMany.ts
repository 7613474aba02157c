/** Whether the calls are many; and where that changes, and with it the list, the row that had the focus has it afterwards. */
import { useEffect, useRef, useState, type FocusEvent } from 'react';
import { areMany } from './many';

export function useMany(count: number) {
  const [many, setMany] = useState(areMany(false, count));
  const next = areMany(many, count);
  if (next !== many) setMany(next);
  const frame = useRef<HTMLDivElement>(null);
  const focused = useRef<string | null>(null);
  useEffect(() => {
    const key = focused.current;
    if (key === null) return undefined;
    // The rows of a list come a moment after the list.
    const nextFrame = requestAnimationFrame(() => {
      // Whoever has gone on to something else is not called back.
      if (frame.current === null || document.activeElement !== document.body) return;
      const row = frame.current.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      // A row out of sight is not there: the list itself puts the focus on the selected one.
      (row ?? frame.current.querySelector<HTMLElement>('[role="listbox"]'))?.focus();
    });
    return () => cancelAnimationFrame(nextFrame);
  }, [many]);
  const watchFocus = {
    onFocusCapture: ({ target }: FocusEvent) => {
      focused.current = target.closest('[data-key]')?.getAttribute('data-key') ?? focused.current;
    },
    onBlurCapture: ({ target, relatedTarget }: FocusEvent) => {
      // A row that is taken out of the document has not been left.
      if (relatedTarget !== null || document.activeElement !== document.body || target.isConnected)
        focused.current = null;
    },
  };
  return { many, frame, watchFocus };
}
