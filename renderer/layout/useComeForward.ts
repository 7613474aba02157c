/** Something held over a tab brings its panel forward, so that what is behind can be dropped on too. */
import { useEffect, useRef, type DragEvent } from 'react';
import { draggedNow } from '../dnd/dragState';

/** Milliseconds: long enough to pass over a tab on the way to something else. */
const dwellMs = 400;

export function useComeForward(comeForward: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const forget = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  useEffect(() => forget, []);
  return {
    onDragEnter: (): void => {
      // A panel that is dragged finds its own place; a tab is not opened for it.
      if (draggedNow() === null || timer.current !== undefined) return;
      timer.current = setTimeout(() => {
        timer.current = undefined;
        comeForward();
      }, dwellMs);
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent): void => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) forget();
    },
    onDrop: forget,
  };
}
