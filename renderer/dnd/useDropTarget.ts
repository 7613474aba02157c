/** Lets an element take what is dragged: spread `props` on it. `useDropOn` is the one to use where the table of product §6 says what a drop means. */
import { useRef, useState, type DragEvent } from 'react';
import { draggedNow, endDrag, showHint } from './dragState';
import { readPayload, type DragPayload } from './payload';

/** `refuse`: it would mean something, but not now; the drop comes through, so that the reason can be said. */
export type Verdict = 'take' | 'refuse' | 'ignore';

export interface DropTargetProps {
  readonly 'data-drop': 'take' | 'refuse' | undefined;
  readonly onDragEnter: (event: DragEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

export interface DropTargetHandle {
  readonly props: DropTargetProps;
  readonly isOver: boolean;
}

export function useDropTarget(
  accepts: (payload: DragPayload) => Verdict | boolean,
  onDrop: (payload: DragPayload) => void,
): DropTargetHandle {
  const [over, setOver] = useState<'take' | 'refuse' | null>(null);
  // Enter and leave also come from every child: the pointer has left when as many have left as were entered.
  const depth = useRef(0);

  const judge = (payload: DragPayload | null): Verdict => {
    const verdict = payload === null ? false : accepts(payload);
    return typeof verdict === 'string' ? verdict : verdict ? 'take' : 'ignore';
  };
  /** The innermost target that has something to do with it takes it. */
  const claim = (event: DragEvent): Verdict => {
    const verdict = judge(draggedNow());
    if (verdict !== 'ignore') {
      event.preventDefault();
      event.stopPropagation();
    }
    return verdict;
  };
  const leave = (): void => {
    depth.current = 0;
    setOver(null);
    showHint(null);
  };
  return {
    isOver: over !== null,
    props: {
      'data-drop': over ?? undefined,
      onDragEnter: (event) => {
        const verdict = claim(event);
        if (verdict === 'ignore') return;
        depth.current += 1;
        setOver(verdict);
      },
      onDragOver: (event) => {
        const verdict = claim(event);
        if (verdict === 'ignore') return;
        event.dataTransfer.dropEffect = verdict === 'take' ? 'copy' : 'move';
      },
      onDragLeave: (event) => {
        if (over === null) return;
        event.stopPropagation();
        depth.current -= 1;
        if (depth.current <= 0) leave();
      },
      onDrop: (event) => {
        const payload = draggedNow() ?? readPayload(event.dataTransfer);
        if (judge(payload) === 'ignore' || payload === null) return;
        event.preventDefault();
        event.stopPropagation();
        leave();
        endDrag();
        onDrop(payload);
      },
    },
  };
}
