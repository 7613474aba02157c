/** How much is in a recording, told by the beginnings of its lines as they pass: nothing of it is replayed. */
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';

export interface Extent {
  readonly events: number;
  /** Wall-clock milliseconds of the first and the last event. */
  readonly from: number;
  readonly to: number;
}

/** The recorder writes the time before the payload, so that it stands within so many characters. */
const prefixLength = 120;
const newline = 10;

export class ExtentCounter {
  #events = 0;
  #from: number | null = null;
  #to = 0;
  /** The beginning of the line that the next piece goes on with; null within the header, which is no event. */
  #prefix: string | null = null;

  add(piece: Buffer): void {
    let start = 0;
    while (start <= piece.length) {
      const end = piece.indexOf(newline, start);
      this.#extend(piece, start, end === -1 ? piece.length : end);
      if (end === -1) return;
      this.#lineEnded();
      start = end + 1;
    }
  }

  end(): Result<Extent, 'empty'> {
    this.#lineEnded();
    return this.#from === null ? fail('empty') : ok({ events: this.#events, from: this.#from, to: this.#to });
  }

  #extend(piece: Buffer, start: number, end: number): void {
    if (this.#prefix === null) return;
    const missing = prefixLength - this.#prefix.length;
    if (missing > 0) this.#prefix += piece.toString('latin1', start, Math.min(start + missing, end));
  }

  #lineEnded(): void {
    const at = this.#prefix === null ? null : timeOf(this.#prefix);
    this.#prefix = '';
    if (at === null) return;
    this.#events += 1;
    this.#from ??= at;
    this.#to = at;
  }
}

function timeOf(prefix: string): number | null {
  const [, digits] = /"tWall":(\d+)/.exec(prefix) ?? [];
  return digits === undefined ? null : Number(digits);
}
