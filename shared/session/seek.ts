/** The state at any moment: the nearest checkpoint before it, and what came since. Remembers a few, so that a step is only a step. */
import { fold, nothingYet } from './fold';
import type { EventKind, ReplayState } from './format';
import type { LineIndex } from './indexLines';
import { readEvent } from './openEvent';

/** A checkpoint is written at least every 500 events. With none among this many, no more is known of what was before: no file can make a step endless. */
export const farthest = 4_096;
const rememberEvery = 64;
const remembered = 64;

/** These change nothing of the state: they need not be read to know it. */
export const still: ReadonlySet<EventKind> = new Set([
  'linkEntry',
  'transition',
  'intent',
  'search',
  'problem',
  'gap',
  'end',
]);

export class Seeker {
  readonly #states = new Map<number, ReplayState>();

  constructor(private readonly index: LineIndex) {}

  stateAt(at: number): ReplayState {
    const last = Math.min(Math.trunc(at), this.index.count - 1);
    if (!(last >= 0)) return nothingYet;
    let [from, state] = this.#begin(last);
    while (from < last) {
      from++;
      state = step(this.index, from, state);
      if (from % rememberEvery === 0) this.#remember(from, state);
    }
    this.#remember(last, state);
    return state;
  }

  /** The nearest moment at or before `last` of which the state is known. */
  #begin(last: number): [number, ReplayState] {
    const lowest = Math.max(-1, last - farthest);
    let known = -1;
    for (const at of this.#states.keys()) if (at <= last && at > known) known = at;
    const remembered = this.#states.get(known);
    const { checkpoints } = this.index;
    for (let place = lastUpTo(checkpoints, last); place >= 0; place--) {
      const at = checkpoints[place] ?? -1;
      if (at <= Math.max(known, lowest)) break;
      const read = readEvent(this.index, at);
      if (read?.event.kind === 'checkpoint') return [at, read.event.state];
    }
    if (remembered !== undefined && known > lowest) return [known, remembered];
    return [lowest, nothingYet];
  }

  /** The one that was used longest ago makes room. */
  #remember(at: number, state: ReplayState): void {
    this.#states.delete(at);
    this.#states.set(at, state);
    for (const oldest of this.#states.keys()) {
      if (this.#states.size <= remembered) return;
      this.#states.delete(oldest);
    }
  }
}

/** The state after the event at `at`, from the one before it. What can't be read changes nothing. */
export function step(index: LineIndex, at: number, state: ReplayState): ReplayState {
  if (still.has(index.kindOf(at))) return state;
  const read = readEvent(index, at);
  return read === null ? state : fold(state, read.event);
}

/** The place of the last number up to `limit` in a sorted list; -1 for none. */
function lastUpTo(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
