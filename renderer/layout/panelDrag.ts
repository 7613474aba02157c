/** A panel on its way to another place, by its head or its tab. The panel's menu is the way without a mouse. */
import { useSyncExternalStore, type DragEvent } from 'react';
import type { PanelId } from '../../shared/console/layout';

const dragType = 'application/x-assistant-console-panel';

let dragged: PanelId | null = null;
const listeners = new Set<() => void>();

function change(next: PanelId | null): void {
  dragged = next;
  listeners.forEach((listener) => listener());
}

export function endPanelDrag(): void {
  if (dragged !== null) change(null);
}

export function panelDragProps(panel: PanelId) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent): void => {
      event.stopPropagation();
      event.dataTransfer.setData(dragType, panel);
      event.dataTransfer.effectAllowed = 'move';
      // Chromium ends a drag at once when the page changes under it while it begins.
      setTimeout(() => change(panel));
    },
    onDragEnd: endPanelDrag,
  };
}

export function useDraggedPanel(): PanelId | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => dragged,
  );
}
