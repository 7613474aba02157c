/** Imported first: the page's clock stands still until the session that is played moves it, so that an hour passes in minutes and every second of it ticks. */
let now = Date.now();
const everySecond = new Map<number, () => void>();
const realSetInterval = setInterval.bind(window);
const realClearInterval = clearInterval.bind(window);
let named = 0;

Date.now = () => now;
Object.assign(window, {
  setInterval: (run: () => void, ms: number) => {
    if (ms !== 1_000) return realSetInterval(run, ms);
    // Below 0: never the number of a real one.
    everySecond.set((named -= 1), run);
    return named;
  },
  clearInterval: (timer: number | undefined) => {
    if (timer === undefined || !everySecond.delete(timer)) realClearInterval(timer);
  },
});

/** Resolves once React has rendered what was changed and those who watch the page have heard of it. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
}

export function setClock(to: number): void {
  now = to;
}

export async function passTo(to: number): Promise<void> {
  for (let second = (Math.floor(now / 1_000) + 1) * 1_000; second <= to; second += 1_000) {
    now = second;
    if (everySecond.size === 0) continue;
    everySecond.forEach((run) => run());
    await settled();
  }
  now = Math.max(now, to);
}
