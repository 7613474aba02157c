/**
 * A drop is meant for what the person saw under the pointer. When the list moves and another row comes there by itself, a drop right after
 * that would put a call through to somebody nobody has chosen.
 */
import { rowAt } from '../commands/steadyPress';

/** Milliseconds. Nobody sees a row change and lets go of the mouse for it in less. */
const reaction = 500;

/** What lies under the pointer at one moment of a drag. */
export interface Sight {
  /** The row; null beside the rows. */
  readonly key: string | null;
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

export interface Watch {
  readonly sight: Sight | null;
  /** When another row came under the pointer without being gone to; null where the pointer went there. */
  readonly shiftedAt: number | null;
}

export const nothingSeen: Watch = { sight: null, shiftedAt: null };

/** `rowMoved`: the row seen before is elsewhere now, or nowhere. */
export function look({ sight, shiftedAt }: Watch, now: Sight, rowMoved: boolean): Watch {
  if (sight === null || sight.key === now.key) return { sight: now, shiftedAt };
  const cameByItself = rowMoved || (sight.x === now.x && sight.y === now.y);
  return { sight: now, shiftedAt: cameByItself ? now.at : null };
}

export function isSteady({ sight, shiftedAt }: Watch): boolean {
  return sight === null || shiftedAt === null || sight.at - shiftedAt >= reaction;
}

let watch = nothingSeen;
let row: Element | null = null;
let place = '';

/** Was what lies under the pointer there long enough to be meant? Asked while a drop is handled. */
export function dropIsSteady(): boolean {
  return isSteady(watch);
}

/** Follows every drag over this window. Returns the function that ends it. */
export function watchDrags(): () => void {
  const forget = (): void => {
    watch = nothingSeen;
    row = null;
  };
  const onDrag = (event: DragEvent): void => {
    const found = rowAt(event);
    const moved = row !== null && placeOf(row) !== place;
    const key = found?.getAttribute('data-key') ?? null;
    watch = look(watch, { key, x: event.clientX, y: event.clientY, at: event.timeStamp }, moved);
    row = found;
    place = found === null ? '' : placeOf(found);
  };
  const listeners = [
    ['dragstart', forget],
    ['dragover', onDrag],
    ['drop', onDrag],
    ['dragend', forget],
  ] as const;
  for (const [name, listener] of listeners) window.addEventListener(name, listener, { capture: true });
  return () => {
    for (const [name, listener] of listeners) window.removeEventListener(name, listener, { capture: true });
    forget();
  };
}

function placeOf(element: Element): string {
  const { x, y } = element.getBoundingClientRect();
  return element.isConnected ? `${Math.round(x)} ${Math.round(y)}` : 'gone';
}
