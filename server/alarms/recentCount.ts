/** How many events fell into the last minute. Times in monotonic milliseconds; memory stays bounded whatever comes. */

const seconds = 60;

export class RecentCount {
  readonly #slots = new Array<number>(seconds).fill(0);
  #second = 0;

  add(now: number): void {
    const slot = this.#moveTo(now) % seconds;
    this.#slots[slot] = (this.#slots[slot] ?? 0) + 1;
  }

  lastMinute(now: number): number {
    this.#moveTo(now);
    return this.#slots.reduce((sum, count) => sum + count, 0);
  }

  /** Empties the seconds that have gone by; returns the present one. */
  #moveTo(now: number): number {
    const second = Math.floor(now / 1_000);
    const gone = Math.min(seconds, second - this.#second);
    for (let step = 1; step <= gone; step += 1) this.#slots[(this.#second + step) % seconds] = 0;
    this.#second = Math.max(this.#second, second);
    return this.#second;
  }
}
