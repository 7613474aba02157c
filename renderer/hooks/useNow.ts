/** One clock for every duration on the screen: all tick together, and nothing ticks when nothing is shown. */
import { createContext, use, useSyncExternalStore } from 'react';

/** The time of a recording, where one is shown: it is now what it was then. */
export const NowContext = createContext<number | null>(null);

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let second = currentSecond();

/** Rounded, not floored: a timer that fires a little early or late never shows the same second twice. */
function currentSecond(): number {
  return Math.round(Date.now() / 1000) * 1000;
}

function tick(): void {
  second = currentSecond();
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Milliseconds since the epoch by this machine's clock, in whole seconds. */
export function useNow(): number {
  const then = use(NowContext);
  const now = useSyncExternalStore(then === null ? subscribe : never, () =>
    timer === undefined ? (second = currentSecond()) : second,
  );
  return then ?? now;
}

function never(): () => void {
  return () => undefined;
}
