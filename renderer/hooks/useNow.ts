/** One clock for every duration on the screen: all tick together, and nothing ticks when nothing is shown. */
import { useSyncExternalStore } from 'react';

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
  return useSyncExternalStore(subscribe, () => (timer === undefined ? (second = currentSecond()) : second));
}
