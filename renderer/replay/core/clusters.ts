/** Signs on a line that would lie on each other are one sign with a number. Pure. */

export interface Cluster<T> {
  /** Where the first of them stands, 0 to 1. */
  readonly x: number;
  readonly items: readonly T[];
}

/** `items` in the order of their places; `apart` is how far the nearest two may be, as a share of the line. */
export function clusters<T>(items: readonly T[], placeOf: (item: T) => number, apart: number): Cluster<T>[] {
  const found: { x: number; items: T[] }[] = [];
  for (const item of items) {
    const x = placeOf(item);
    const last = found.at(-1);
    if (last !== undefined && x - last.x < apart) last.items.push(item);
    else found.push({ x, items: [item] });
  }
  return found;
}

/** The part of ascending items between two times. */
export function between<T>(items: readonly T[], timeOf: (item: T) => number, from: number, to: number): readonly T[] {
  return items.slice(position(items, timeOf, from), position(items, timeOf, to, true));
}

function position<T>(items: readonly T[], timeOf: (item: T) => number, time: number, after = false): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && (after ? timeOf(item) <= time : timeOf(item) < time)) low = middle + 1;
    else high = middle;
  }
  return low;
}
