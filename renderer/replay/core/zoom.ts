/** The part of the recording that the timeline shows. Pure. */

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Milliseconds: nobody looks closer. */
const shortest = 200;

/** `factor` below 1 shows less. The time at `around` stays where it is. */
export function zoomed(span: Span, all: Span, factor: number, around: number): Span {
  const length = span.to - span.from;
  const whole = all.to - all.from;
  const wanted = Math.min(Math.max(length * factor, Math.min(shortest, whole)), whole);
  const share = length === 0 ? 0.5 : (Math.min(Math.max(around, span.from), span.to) - span.from) / length;
  return within({ from: around - share * wanted, to: around + (1 - share) * wanted }, all);
}

export function moved(span: Span, all: Span, by: number): Span {
  return within({ from: span.from + by, to: span.to + by }, all);
}

/** Turns the page when the playhead leaves it. The same object while it does not. */
export function following(span: Span, all: Span, time: number): Span {
  if (time >= span.from && time <= span.to) return span;
  const length = span.to - span.from;
  return within({ from: time - length * 0.1, to: time + length * 0.9 }, all);
}

function within({ from, to }: Span, all: Span): Span {
  const length = Math.min(to - from, all.to - all.from);
  const start = Math.min(Math.max(from, all.from), all.to - length);
  return { from: start, to: start + length };
}

const seconds = [
  0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400,
];

/** Times for the ticks, on round times of day; `offset` is the time of day at 0 of the recording. `most` of them at most. */
export function ticks(
  { from, to }: Span,
  offset: number,
  most: number,
): { readonly at: readonly number[]; readonly step: number } {
  const rough = (to - from) / Math.max(1, most);
  const step = (seconds.find((one) => one * 1_000 >= rough) ?? 86_400) * 1_000;
  const first = Math.ceil((from + offset) / step) * step - offset;
  const count = Math.max(0, Math.floor((to - first) / step) + 1);
  return { at: Array.from({ length: Math.min(count, most + 1) }, (_one, index) => first + index * step), step };
}
