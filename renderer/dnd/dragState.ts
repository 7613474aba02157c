/** What is being dragged in this window, and what a drop would do where it is now. One drag at a time, as the browser has it. */
import { useSyncExternalStore } from 'react';
import type { DragPayload } from './payload';

export interface DragHint {
  readonly text: string;
  /** Said, but a drop would do nothing. */
  readonly refused: boolean;
}

export interface DragState {
  readonly payload: DragPayload | null;
  readonly hint: DragHint | null;
}

const still: DragState = { payload: null, hint: null };
let state = still;
const listeners = new Set<() => void>();

function change(next: DragState): void {
  state = next;
  listeners.forEach((listener) => listener());
}

export function startDrag(payload: DragPayload): void {
  change({ payload, hint: null });
}

export function endDrag(): void {
  if (state !== still) change(still);
}

export function showHint(hint: DragHint | null): void {
  if (state.hint?.text !== hint?.text) change({ ...state, hint });
}

/** Null also while something from outside is dragged over the window. */
export function draggedNow(): DragPayload | null {
  return state.payload;
}

export function useDragState(): DragState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
