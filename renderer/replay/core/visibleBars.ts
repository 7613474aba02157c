/** The bars of the calls that can be told apart at this zoom; a crowd of short ones is one bar with a number. Pure. */
import type { CallBar, CallTone } from './callLane';
import type { Span } from './zoom';

export interface ShownBar {
  readonly key: string;
  /** 0 to 1 of the line, both. */
  readonly from: number;
  readonly to: number;
  readonly row: number;
  readonly tone: CallTone;
  /** Null for a crowd. */
  readonly bar: CallBar | null;
  /** Bars in it. */
  readonly count: number;
}

const weight: Readonly<Record<CallTone, number>> = { bad: 4, ring: 3, hold: 2, live: 1, dial: 0 };
/** Pixels: shorter ones that touch are a crowd. */
const short = 5;

export function visibleBars(bars: readonly CallBar[], { from, to }: Span, width: number): ShownBar[] {
  const length = Math.max(1, to - from);
  const shown: ShownBar[] = [];
  const lastOf = new Map<number, number>();
  for (const bar of bars) {
    if (bar.to < from || bar.from > to) continue;
    const start = Math.max(0, (bar.from - from) / length);
    const end = Math.min(1, (bar.to - from) / length);
    const at = lastOf.get(bar.row);
    const last = at === undefined ? undefined : shown[at];
    const isShort = (end - start) * width < short;
    if (
      at !== undefined &&
      last !== undefined &&
      isShort &&
      (last.to - last.from) * width < short * last.count + short &&
      (start - last.to) * width < 2 &&
      (last.bar === null || last.count === 1)
    ) {
      const tone = weight[bar.tone] > weight[last.tone] ? bar.tone : last.tone;
      shown[at] = { ...last, to: Math.max(last.to, end), tone, bar: null, count: last.count + 1 };
      continue;
    }
    lastOf.set(bar.row, shown.length);
    shown.push({ key: `${bar.call}/${bar.from}`, from: start, to: end, row: bar.row, tone: bar.tone, bar, count: 1 });
  }
  return shown;
}
