/** Time and timers of the core, so that tests can bring their own. Milliseconds. */
export interface Clock {
  /** Never jumps, never goes back. */
  monotonic(): number;
  /** Since the epoch; jumps when somebody sets the clock. */
  wall(): number;
  /** Runs once; the function returned cancels it. */
  after(delayMs: number, run: () => void): () => void;
  /** Runs once what has already arrived at the sockets was read; the function returned cancels it. */
  soon(run: () => void): () => void;
}

export const systemClock: Clock = {
  monotonic: () => performance.now(),
  wall: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, Math.max(0, Math.ceil(delayMs)));
    return () => clearTimeout(timer);
  },
  soon(run) {
    const immediate = setImmediate(run);
    return () => clearImmediate(immediate);
  },
};
