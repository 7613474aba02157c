/**
 * What the directory calls a caller (product §6: directory lookup rules). Answers at once from memory; a number not seen before is
 * looked up in the background, and whoever shows it is told when a name was found.
 */
import type { Logger } from 'pino';
import type { Dn } from '../../shared/ids';
import { rewrite, type NumberRule } from '../../shared/routing/numberRules';

export interface CallerNamesOptions {
  readonly rules: () => readonly NumberRule[];
  /** The directory's name for a number, as the rules have rewritten it; null when it has none. */
  readonly lookUp: (number: Dn) => Promise<string | null>;
  readonly onFound: (number: Dn) => void;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly log: Pick<Logger, 'error'>;
  /** How many numbers are remembered; the one unused for longest goes first. */
  readonly most?: number;
}

/** How long a name, and that there is none, are believed without looking again, milliseconds. */
const nameLasts = 600_000;
const noNameLasts = 60_000;
/** A database that does not answer is not asked again for every call. */
const failureLasts = 5_000;
const remembered = 10_000;
/** More numbers than this are not looked up at a time: a flood of callers must not keep the database from its work. */
const mostAtOnce = 20;

interface Known {
  readonly name: string | null;
  /** Looked up again when asked for after this. */
  readonly until: number;
}

export class CallerNames {
  readonly #options: CallerNamesOptions;
  /** In the order of use. */
  readonly #known = new Map<Dn, Known>();
  readonly #asked = new Set<Dn>();
  /** Answers to questions from before the last `clear` are not kept. */
  #generation = 0;

  constructor(options: CallerNamesOptions) {
    this.#options = options;
  }

  /** Null where the directory has no name, or not yet. Never throws. */
  nameOf(number: Dn): string | null {
    const known = this.#known.get(number);
    if (known) {
      this.#known.delete(number);
      this.#known.set(number, known);
    }
    // A name that has grown old is shown until the new answer is there.
    if (!known || known.until < this.#options.now()) void this.#ask(number);
    return known?.name ?? null;
  }

  /** The directory, or the rules, have changed. */
  clear(): void {
    this.#known.clear();
    this.#asked.clear();
    this.#generation += 1;
  }

  async #ask(number: Dn): Promise<void> {
    const { lookUp, rules, log, onFound } = this.#options;
    if (this.#asked.has(number) || this.#asked.size >= mostAtOnce) return;
    this.#asked.add(number);
    const generation = this.#generation;
    const before = this.#known.get(number)?.name ?? null;
    try {
      const name = await lookUp(rewrite(rules(), number).number);
      if (generation !== this.#generation) return;
      this.#remember(number, name, name === null ? noNameLasts : nameLasts);
      this.#asked.delete(number);
      if (name !== before) onFound(number);
    } catch (error) {
      log.error({ err: error }, 'a caller cannot be looked up in the directory');
      if (generation !== this.#generation) return;
      this.#remember(number, before, failureLasts);
      this.#asked.delete(number);
    }
  }

  #remember(number: Dn, name: string | null, lasts: number): void {
    this.#known.delete(number);
    this.#known.set(number, { name, until: this.#options.now() + lasts });
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= (this.#options.most ?? remembered)) return;
      this.#known.delete(oldest);
    }
  }
}
