/**
 * Makes an element draggable: spread the result on it. In a react-aria row (which passes no drag handlers on) put it on an element
 * inside that fills the row, or on the row itself through its `render` prop. Every drag has its keyboard way as a command or menu entry.
 */
import type { DragEvent } from 'react';
import { useReadOnly } from '../store/context';
import { endDrag, startDrag } from './dragState';
import { writePayload, type DragPayload } from './payload';

export interface DragSourceProps {
  readonly draggable: boolean;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragEnd: () => void;
}

/** Null where there is nothing to drag (a caller who withheld the number). */
export function useDragSource(payload: DragPayload | null): DragSourceProps {
  const readOnly = useReadOnly();
  return {
    draggable: payload !== null && !readOnly,
    onDragStart: (event) => {
      if (payload === null) return;
      // A row inside a panel that can be moved: the row is meant.
      event.stopPropagation();
      writePayload(event.dataTransfer, payload);
      event.dataTransfer.effectAllowed = 'copyMove';
      startDrag(payload);
      // A row that goes while it is dragged (the call ended) never says that its drag is over; the next press does.
      window.addEventListener('pointerdown', endDrag, { once: true, capture: true });
    },
    onDragEnd: endDrag,
  };
}
