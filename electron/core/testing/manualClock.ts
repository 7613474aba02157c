/** A clock that a test moves. Sockets stay real: only time is the test's. */
import type { Clock } from '../clock';

export class ManualClock implements Clock {
  #now = 0;
  /** Wall clock minus steady clock. */
  #offset = 1_000_000;
  readonly #timers = new Set<{ readonly at: number; run(): void }>();

  monotonic(): number {
    return this.#now;
  }

  wall(): number {
    return this.#now + this.#offset;
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { at: this.#now + delayMs, run };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  soon(run: () => void): () => void {
    const immediate = setImmediate(run);
    return () => clearImmediate(immediate);
  }

  /** Runs what is due on the way. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [next] = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = end;
  }

  /** The machine is asleep: time passes, and no timer runs before `pass`. */
  sleep(ms: number): void {
    this.#now += ms;
  }

  /** Somebody sets the wall clock. */
  jump(ms: number): void {
    this.#offset += ms;
  }
}
