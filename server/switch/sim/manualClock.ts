import type { Clock } from './clock';

/** A clock that stands still until `advance` is called. */
export interface ManualClock extends Clock {
  advance(ms: number): void;
}

export function manualClock(start = 1_000_000): ManualClock {
  let time = start;
  let order = 0;
  const timers = new Map<number, { readonly due: number; readonly action: () => void }>();

  /** The timer due next, not after `end`; equal times in the order they were set. */
  const nextDue = (end: number) =>
    [...timers].filter(([, timer]) => timer.due <= end).sort((a, b) => a[1].due - b[1].due || a[0] - b[0])[0];

  return {
    now: () => time,
    after(delayMs, action) {
      const id = order++;
      timers.set(id, { due: time + delayMs, action });
      return () => void timers.delete(id);
    },
    advance(ms) {
      const end = time + ms;
      for (let next = nextDue(end); next; next = nextDue(end)) {
        timers.delete(next[0]);
        time = next[1].due;
        next[1].action();
      }
      time = end;
    },
  };
}
