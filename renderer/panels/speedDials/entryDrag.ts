/** Which entry of this panel is being dragged: dropped on another group it moves there instead of being doubled. */
let dragged: string | null = null;

export function setDraggedEntry(id: string | null): void {
  dragged = id;
}

export function draggedEntry(): string | null {
  return dragged;
}
