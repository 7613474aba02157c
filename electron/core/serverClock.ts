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

/**
 * The service's steady clock, so that a command can say when it was sent: what lay in a buffer is not done late. Always heard a little
 * late, by the time on the line, so a command expires a little early. The latest news counts: a machine that slept has a clock that stood still.
 */
export class SteadyClock {
  #offsetMs: number | null = null;

  heard(clock: number | undefined, now: number): void {
    if (clock !== undefined) this.#offsetMs = clock - now;
  }

  /** Null while this service has not told it. */
  at(now: number): number | null {
    return this.#offsetMs === null ? null : this.#offsetMs + now;
  }

  /** Another service, another clock. */
  forget(): void {
    this.#offsetMs = null;
  }
}
