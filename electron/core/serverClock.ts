/**
 * Service clock minus console clock. A time stamp is always read too late, by the time it travelled, so the largest
 * difference seen is the truest; a difference of another order means that one of the clocks was set.
 */
const clockWasSetMs = 1_000;

export class ServerClock {
  #offsetMs: number | null = null;

  get offsetMs(): number {
    return this.#offsetMs ?? 0;
  }

  heard(serverTime: number, wallNow: number): void {
    const offset = serverTime - wallNow;
    if (this.#offsetMs === null || offset > this.#offsetMs || this.#offsetMs - offset > clockWasSetMs)
      this.#offsetMs = offset;
  }

  /** Another service, another clock. */
  forget(): void {
    this.#offsetMs = null;
  }
}
