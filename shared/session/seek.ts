/** The state at any moment: the nearest checkpoint before it, and what came since. Remembers a few, so that a step is only a step. */
import { fold, nothingYet } from './fold';
import type { EventKind, ReplayState } from './format';
import type { LineIndex } from './indexLines';
import { readEvent } from './openEvent';

/**
 * A checkpoint is written at least every 500 events. So many after the last one that could be read nothing is known any more, and it
 * begins anew: no file can make a step endless.
 */
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

interface Known {
  readonly state: ReplayState;
  /** Where it was begun: at a checkpoint, at the first event, or where nothing was known any more. */
  readonly anchor: number;
}

export class Seeker {
  readonly #known = new Map<number, Known>();
  /** Checkpoints with nonsense in them: each is looked into once. */
  readonly #unreadable = new Set<number>();

  constructor(private readonly index: LineIndex) {}

  stateAt(at: number): ReplayState {
    const last = Math.min(Math.trunc(at), this.index.count - 1);
    if (!(last >= 0)) return nothingYet;
    const begun = this.#begin(last);
    const { anchor } = begun;
    let { state, from } = begun;
    while (from < last) {
      from++;
      state = step(this.index, from, state);
      if (from % rememberEvery === 0) this.#remember(from, { state, anchor });
    }
    this.#remember(last, { state, anchor });
    return state;
  }

  /** The nearest moment at or before `last` of which the state is known. */
  #begin(last: number): Known & { from: number } {
    let from = -1;
    for (const at of this.#known.keys()) if (at <= last && at > from) from = at;
    const known = this.#known.get(from) ?? { state: nothingYet, anchor: 0 };
    const checkpoint = this.#checkpointIn(from, last);
    const anchor = checkpoint?.anchor ?? known.anchor;
    const restart = anchor + Math.floor((last - anchor) / farthest) * farthest;
    if (restart > Math.max(from, anchor)) return { from: restart - 1, state: nothingYet, anchor: restart };
    return checkpoint === null ? { from, ...known } : { from: anchor, ...checkpoint };
  }

  /** The last one that can be read, after `after` and not after `last`. */
  #checkpointIn(after: number, last: number): Known | null {
    const { checkpoints } = this.index;
    for (let place = lastUpTo(checkpoints, last); place >= 0; place--) {
      const at = checkpoints[place] ?? -1;
      if (at <= after) return null;
      if (this.#unreadable.has(at)) continue;
      const event = readEvent(this.index, at)?.event;
      if (event?.kind === 'checkpoint') return { state: event.state, anchor: at };
      this.#unreadable.add(at);
    }
    return null;
  }

  /** The one that was used longest ago makes room. */
  #remember(at: number, known: Known): void {
    this.#known.delete(at);
    this.#known.set(at, known);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= remembered) return;
      this.#known.delete(oldest);
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
