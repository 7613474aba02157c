/** Which part of very many rows is in the document. Pure. */

/** A browser's boxes end at some 33 million pixels: of more rows than this, those around the playhead are reached by scrolling. */
export const mostRows = 200_000;

export interface RowWindow {
  readonly first: number;
  readonly count: number;
}

/** The same window while the row is well inside it; else one with the row in its middle. */
export function windowAround(before: RowWindow, at: number, total: number): RowWindow {
  const count = Math.min(total, mostRows);
  const edge = count === total ? 0 : 1_000;
  const inside = before.count === count && at >= before.first + edge && at < before.first + count - edge;
  const kept =
    inside ||
    (before.count === count && (before.first === 0 ? at < edge : before.first + count === total && at >= total - edge));
  if (kept && at >= before.first && at < before.first + count) return before;
  return { first: Math.min(Math.max(0, at - Math.floor(count / 2)), total - count), count };
}

/** Rows in sight, with a few beyond the edges. */
export function rowsInSight(scrollTop: number, height: number, rowHeight: number, count: number): RowWindow {
  const beyond = 6;
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - beyond);
  const last = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + beyond);
  return {
    first: Math.min(first, Math.max(0, count - 1)),
    count: Math.max(0, last - Math.min(first, Math.max(0, count - 1))),
  };
}
