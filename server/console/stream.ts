/** One assistant's event stream: what its console was last told, and enough of the past to fill a gap. */
import { reduce } from '../../shared/calls/reduce';
import type { ConsoleEvent, ConsoleState } from '../../shared/calls/model';
import type { Position, StampedEvent } from '../../shared/protocol/messages';

/**
 * Events kept for resuming; a console that missed more gets a snapshot, which is then the shorter answer. A stream lives as long as
 * its service is active, and there may be 3,500 of them.
 */
const streamCapacity = 100;

export class Stream {
  readonly #epoch: number;
  readonly #capacity: number;
  #state: ConsoleState;
  #seq = 0;
  #recent: StampedEvent[] = [];

  /** `epoch` is the lease's: streams of two active services are never mixed. */
  constructor(epoch: number, state: ConsoleState, capacity = streamCapacity) {
    this.#epoch = epoch;
    this.#state = state;
    this.#capacity = capacity;
  }

  /** What a console that has seen everything so far knows. */
  get state(): ConsoleState {
    return this.#state;
  }

  get position(): Position {
    return { epoch: this.#epoch, seq: this.#seq };
  }

  /** `at` in milliseconds since the epoch. Returns the events as they go out. */
  append(events: readonly ConsoleEvent[], at: number): StampedEvent[] {
    const stamped = events.map((event) => {
      this.#seq += 1;
      this.#state = reduce(this.#state, event);
      return { epoch: this.#epoch, seq: this.#seq, at, event };
    });
    this.#recent.push(...stamped);
    // Trimmed in big steps: cutting the front at every event would cost the whole buffer each time.
    if (this.#recent.length > 2 * this.#capacity) this.#recent = this.#recent.slice(-this.#capacity);
    return stamped;
  }

  /** The events after `position`; null when they are not all here: the console then needs a snapshot. */
  since(position: Position): StampedEvent[] | null {
    if (position.epoch !== this.#epoch || position.seq > this.#seq) return null;
    const missing = this.#seq - position.seq;
    if (missing > Math.min(this.#recent.length, this.#capacity)) return null;
    return missing === 0 ? [] : this.#recent.slice(-missing);
  }
}
