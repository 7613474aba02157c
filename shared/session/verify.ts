/** Replays everything: at each checkpoint the recorded inputs must have led to the recorded state. */
import { firstDifference } from './difference';
import { fold, nothingYet } from './fold';
import type { ReplayState, SessionEvent } from './format';
import { hashOf } from './hash';
import type { LineIndex } from './indexLines';
import { readEvent } from './openEvent';
import type { Divergence, Verdict } from './recording';
import { farthest, still } from './seek';

const mostDivergences = 100;
/** Events between two breaths. */
const portion = 2_000;

export async function verify(index: LineIndex, breathe?: (done: number) => Promise<void>): Promise<Verdict> {
  const run = new Run(index);
  for (let at = 0; at < index.count; at++) {
    run.pass(at);
    if (at % portion === portion - 1) await breathe?.((at + 1) / index.count);
  }
  return run.verdict();
}

class Run {
  #state: ReplayState = nothingYet;
  /** Everything since the last checkpoint is there: the replay must arrive at the next one. */
  #whole = false;
  #anchor = 0;
  /** How many of the damages are behind. */
  #damages = 0;
  #checkpoints = 0;
  #agree = 0;
  readonly #divergences: Divergence[] = [];

  constructor(private readonly index: LineIndex) {}

  verdict(): Verdict {
    return { checkpoints: this.#checkpoints, agree: this.#agree, divergences: this.#divergences };
  }

  pass(at: number): void {
    const { index } = this;
    while ((index.damages[this.#damages]?.at ?? Infinity) <= at) {
      this.#damages++;
      this.#whole = false;
    }
    if (at - this.#anchor === farthest) this.#begin(at, nothingYet, false);
    const kind = index.kindOf(at);
    if (kind === 'gap') this.#whole = false;
    if (still.has(kind)) return;
    const event = readEvent(index, at)?.event;
    if (event === undefined) this.#whole = false;
    else if (event.kind === 'checkpoint') this.#compare(at, event);
    else this.#state = fold(this.#state, event);
  }

  /** After damage the checkpoint is the truth from which it goes on; it still has to be what its own hash says. */
  #compare(at: number, { state, hash }: Extract<SessionEvent, { kind: 'checkpoint' }>): void {
    this.#checkpoints++;
    const found = this.#ownHash(at, state, hash) ?? (this.#whole ? this.#difference(at, state, hash) : null);
    if (found === null) this.#agree++;
    else if (this.#divergences.length < mostDivergences) this.#divergences.push(found);
    this.#begin(at, state, true);
  }

  #ownHash(at: number, state: ReplayState, hash: string): Divergence | null {
    // A state that has been brought up from an older version has another hash than it had.
    if (this.index.migrated) return null;
    const own = hashOf(state);
    return own === hash ? null : { at, path: 'hash', recorded: hash, replayed: own };
  }

  #difference(at: number, state: ReplayState, hash: string): Divergence | null {
    if (hashOf(this.#state) === (this.index.migrated ? hashOf(state) : hash)) return null;
    const found = firstDifference(state, this.#state);
    return found === null ? null : { at, ...found };
  }

  #begin(at: number, state: ReplayState, whole: boolean): void {
    this.#state = state;
    this.#anchor = at;
    this.#whole = whole;
  }
}
