/**
 * The event stream of one session: position, and the console state reduced over it. A gap is never guessed (product §7):
 * every way in says whether the stream still holds together.
 */
import type { ConsoleState } from '../../shared/calls/model';
import { reduce } from '../../shared/calls/reduce';
import type { Position, ServerMessage, StampedEvent } from '../../shared/protocol/messages';

type SessionMessage = Extract<ServerMessage, { type: 'session' }>;

/** What a frame meant for the stream. `applied` leaves out what was known already; before it broke some may have been applied, too. */
export type StreamChange =
  | { readonly kind: 'replaced'; readonly state: ConsoleState }
  | { readonly kind: 'applied'; readonly events: readonly StampedEvent[] }
  | { readonly kind: 'broken'; readonly problem: string; readonly events: readonly StampedEvent[] };

export class EventStream {
  #position: Position | null = null;
  #state: ConsoleState | null = null;

  /** Where to go on from; null asks for a snapshot. */
  get position(): Position | null {
    return this.#position;
  }

  /** The last known state, also while the link is down; null before the first session and after logout. */
  get state(): ConsoleState | null {
    return this.#state;
  }

  begin(session: SessionMessage): StreamChange {
    const { snapshot, missed, position } = session;
    if (snapshot !== null && missed === null) {
      this.#position = position;
      this.#state = snapshot;
      return { kind: 'replaced', state: snapshot };
    }
    if (missed === null || snapshot !== null) return this.#broken('neither a snapshot nor missed events, or both');
    const change = this.append(missed);
    if (change.kind === 'applied' && !samePosition(this.#position, position))
      return this.#broken('missed events do not lead to the position given', change.events);
    return change;
  }

  append(events: readonly StampedEvent[]): StreamChange {
    const applied: StampedEvent[] = [];
    for (const event of events) {
      if (this.#position === null || this.#state === null) return this.#broken('events before a snapshot', applied);
      if (event.epoch !== this.#position.epoch) return this.#broken('events of another epoch', applied);
      if (event.seq <= this.#position.seq) continue;
      if (event.seq !== this.#position.seq + 1) return this.#broken('events are missing', applied);
      this.#state = reduce(this.#state, event.event);
      this.#position = { epoch: event.epoch, seq: event.seq };
      applied.push(event);
    }
    return { kind: 'applied', events: applied };
  }

  /** A frame was lost or unreadable: what is on the screen stays, the next session must bring a snapshot. */
  distrust(): void {
    this.#position = null;
  }

  forget(): void {
    this.#position = null;
    this.#state = null;
  }

  #broken(problem: string, events: readonly StampedEvent[] = []): StreamChange {
    this.distrust();
    return { kind: 'broken', problem, events };
  }
}

function samePosition(a: Position | null, b: Position): boolean {
  return a !== null && a.epoch === b.epoch && a.seq === b.seq;
}
