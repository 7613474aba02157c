/** How often something may be said: a few at once, then one at a time; what was left out is counted. */

export interface Pace {
  /** At once. */
  readonly burst: number;
  /** Milliseconds until one more may be. */
  readonly everyMs: number;
}

export interface Turn {
  readonly may: boolean;
  /** Left out since the last one that might. */
  readonly leftOut: number;
}

export class Paced {
  #tokens: number;
  #at: number;
  #leftOut = 0;

  constructor(
    private readonly pace: Pace,
    private readonly now: () => number,
  ) {
    this.#tokens = pace.burst;
    this.#at = now();
  }

  next(): Turn {
    const now = this.now();
    // A clock that was set back gives nothing and takes nothing.
    this.#tokens = Math.min(this.pace.burst, this.#tokens + Math.max(0, now - this.#at) / this.pace.everyMs);
    this.#at = now;
    if (this.#tokens < 1) {
      this.#leftOut += 1;
      return { may: false, leftOut: this.#leftOut };
    }
    this.#tokens -= 1;
    const leftOut = this.#leftOut;
    this.#leftOut = 0;
    return { may: true, leftOut };
  }
}
