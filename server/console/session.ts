/** A logged-in console: attached to its assistant's feed, answering its requests. */
import type { UserId } from '../../shared/ids';
import { parseQuery } from '../../shared/directory/query';
import { protocolError } from '../../shared/protocol/errors';
import type { ClientMessage, ConsoleParameters, Position } from '../../shared/protocol/messages';
import type { Active } from '../calls/active';
import { refused, type Journal } from '../calls/journal';
import { hashOf, type Identity } from './login';
import type { ConsoleSocket } from './socket';

/** Commands of one console that may wait at a time. */
const mostWaiting = 50;

type Of<T extends ClientMessage['type']> = Extract<ClientMessage, { type: T }>;

export class Session {
  readonly userId: UserId;
  readonly token: string;
  readonly #device: string | null;
  readonly #active: Active;
  readonly #journal: Journal;
  readonly #socket: ConsoleSocket;
  #detach: () => void = () => undefined;
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(active: Active, journal: Journal, socket: ConsoleSocket, identity: Identity) {
    this.#active = active;
    this.#journal = journal;
    this.#socket = socket;
    this.userId = identity.userId;
    this.token = identity.token;
    this.#device = identity.device;
  }

  get socket(): ConsoleSocket {
    return this.#socket;
  }

  /** Sends `session` and follows the feed from there; nothing can fall between the two. */
  start(parameters: ConsoleParameters, from: Position | null, tookOver: boolean): boolean {
    const { feeds, presence } = this.#active;
    presence.arrived(this.userId);
    const stream = feeds.open(this.userId);
    if (!stream) return false;
    const missed = from === null ? null : stream.since(from);
    this.#socket.send({
      type: 'session',
      userId: this.userId,
      resumeToken: this.token,
      device: this.#device,
      ...(tookOver && { tookOver }),
      parameters,
      serverTime: Date.now(),
      clock: performance.now(),
      position: stream.position,
      snapshot: missed === null ? stream.state : null,
      missed,
    });
    this.#detach = feeds.listen(this.userId, (events) => {
      this.#socket.send({ type: 'events', serverTime: Date.now(), events });
    });
    return true;
  }

  /** One after the other, in the order in which the keys were pressed. `arrivedAt` in monotonic milliseconds. */
  command({ id, command, expiresInMs, sentAt }: Of<'command'>, arrivedAt: number): void {
    if (this.#waiting >= mostWaiting) {
      this.#socket.send({ type: 'result', id, result: refused('tooManyRequests', 'too many commands are waiting') });
      return;
    }
    this.#waiting += 1;
    const request = { id, command, deadline: Math.min(sentAt ?? arrivedAt, arrivedAt) + expiresInMs };
    this.#queue = this.#journal.run(this.userId, request, this.#queue).then((result) => {
      this.#waiting -= 1;
      this.#socket.send({ type: 'result', id, result });
    });
  }

  async outcome({ id }: Of<'outcome'>): Promise<void> {
    this.#socket.send({ type: 'result', id, result: await this.#journal.outcome(this.userId, id) });
  }

  async search({ id, query }: Of<'search'>): Promise<void> {
    const parsed = parseQuery(query);
    if (!parsed.ok) {
      const error = protocolError(
        'invalidQuery',
        `the query is ${parsed.error === 'blank' ? 'blank' : 'only a wildcard'}`,
      );
      this.#socket.send({ type: 'searchRefused', id, error });
      return;
    }
    try {
      const began = performance.now();
      this.#socket.send({ type: 'found', id, ...(await this.#active.directory.search(this.#active.db, parsed.value)) });
      this.#active.metrics.searched((performance.now() - began) / 1_000);
    } catch (error) {
      this.#active.log.error({ err: error }, 'directory not readable');
      this.#socket.send({
        type: 'searchRefused',
        id,
        error: protocolError('internal', 'the directory cannot be read'),
      });
    }
  }

  async logOut(): Promise<void> {
    this.#detach();
    this.#active.presence.left(this.userId);
    await this.#active.endings.end(hashOf(this.token));
  }

  /** Stops following the feed; whether the assistant stays online is the caller's to say. */
  detach(): void {
    this.#detach();
  }
}
