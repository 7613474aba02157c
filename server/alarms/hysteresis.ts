/** Raised only after a condition has lasted, cleared only after it has been away: a fault that comes and goes is one alarm, not a storm. */

export interface Patience {
  /** How long the condition must hold before the alarm is raised, milliseconds. */
  readonly raiseAfterMs: number;
  /** How long it must be away before the alarm is cleared, milliseconds. */
  readonly clearAfterMs: number;
}

export type Turn = 'raise' | 'clear' | null;

export class Hysteresis {
  readonly #patience: Patience;
  #raised = false;
  /** Since when the condition has contradicted `#raised`; null while they agree. */
  #since: number | null = null;

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  /** Tells what this look brings about. `now` in monotonic milliseconds. */
  look(condition: boolean, now: number): Turn {
    if (condition === this.#raised) {
      this.#since = null;
      return null;
    }
    this.#since ??= now;
    const wanted = condition ? this.#patience.raiseAfterMs : this.#patience.clearAfterMs;
    if (now - this.#since < wanted) return null;
    this.#raised = condition;
    this.#since = null;
    return condition ? 'raise' : 'clear';
  }
}
