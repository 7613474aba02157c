/** Turns "something changed" into each assistant's next events: one projection and one frame for all changes of a tick. */
import { isDeepStrictEqual } from 'node:util';
import type { CallCause, ConsoleState } from '../../shared/calls/model';
import type { CallId, UserId } from '../../shared/ids';
import type { Position, StampedEvent } from '../../shared/protocol/messages';
import { difference } from '../calls/difference';
import { Stream } from './stream';

export type Listener = (events: StampedEvent[]) => void;

export class Feeds {
  readonly #epoch: number;
  readonly #view: (userId: UserId) => ConsoleState | null;
  readonly #streams = new Map<UserId, Stream>();
  readonly #listeners = new Map<UserId, Listener>();
  readonly #touched = new Set<UserId>();
  readonly #causes = new Map<CallId, CallCause>();
  #scheduled: NodeJS.Immediate | null = null;

  /** `view` projects the world as it is now. */
  constructor(epoch: number, view: (userId: UserId) => ConsoleState | null) {
    this.#epoch = epoch;
    this.#view = view;
  }

  touch(userIds: Iterable<UserId>): void {
    for (const userId of userIds) if (this.#streams.has(userId)) this.#touched.add(userId);
    if (this.#touched.size > 0) this.#scheduled ??= setImmediate(() => this.flush());
  }

  touchAll(): void {
    this.touch(this.#streams.keys());
  }

  /** Why the next events of this call come about. */
  explain(callId: CallId, cause: CallCause): void {
    if (this.#streams.size > 0) this.#causes.set(callId, cause);
  }

  /** The assistant's stream, up to date; null when there is no such assistant. */
  open(userId: UserId): Stream | null {
    this.flush();
    const known = this.#streams.get(userId);
    if (known) return known;
    const state = this.#view(userId);
    if (!state) return null;
    const stream = new Stream(this.#epoch, state);
    this.#streams.set(userId, stream);
    return stream;
  }

  /** One listener an assistant; the latest wins. Returns the function that ends it. */
  listen(userId: UserId, listener: Listener): () => void {
    this.#listeners.set(userId, listener);
    return () => {
      if (this.#listeners.get(userId) === listener) this.#listeners.delete(userId);
    };
  }

  /** What its console was last told and where that stands, or would be told first; begins no stream. Null when there is no such assistant. */
  peek(userId: UserId): { readonly position: Position; readonly state: ConsoleState } | null {
    const known = this.#streams.get(userId);
    if (known) return { position: known.position, state: known.state };
    const state = this.#view(userId);
    return state && { position: { epoch: this.#epoch, seq: 0 }, state };
  }

  flush(): void {
    if (this.#scheduled) clearImmediate(this.#scheduled);
    this.#scheduled = null;
    for (const userId of this.#touched) {
      const stream = this.#streams.get(userId);
      const now = this.#view(userId);
      if (!stream || !now) continue;
      const events = stream.append(difference(stream.state, now, this.#causes), Date.now());
      if (events.length > 0) this.#listeners.get(userId)?.(events);
    }
    this.#touched.clear();
    this.#causes.clear();
  }

  /** Another configuration: whoever sees something different is told the whole of it. Streams of assistants that are no more end. */
  replaceAll(): void {
    this.flush();
    for (const [userId, stream] of this.#streams) {
      const state = this.#view(userId);
      if (!state) {
        this.#streams.delete(userId);
        this.#listeners.delete(userId);
      } else if (!isDeepStrictEqual(stream.state, state)) {
        this.#listeners.get(userId)?.(stream.append([{ type: 'replaced', state }], Date.now()));
      }
    }
  }

  close(): void {
    if (this.#scheduled) clearImmediate(this.#scheduled);
    this.#listeners.clear();
    this.#streams.clear();
  }
}
