/** The service's end of the CTI link: a `SwitchPort` over WebSocket that reconnects for ever. */
import type { Logger } from 'pino';
import { WebSocket, type RawData } from 'ws';
import { fail } from '../../../shared/result';
import { CtiMessage, type CtiRequest, type SwitchListener, type SwitchPort } from '../port';
import { usualTrust, type OutgoingTls } from '../../tls/trust';
import { defaultHeartbeatMs, watchHeartbeat } from './heartbeat';
import { PendingRequests, unreachable } from './pending';

export interface SwitchLinkOptions {
  /** The pool this service is of, 1 to 3. */
  readonly pool: number;
  /** Like `ws://127.0.0.1:2920/cti`. */
  readonly url: string;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  /** For an address with `wss`; left out: whom Node trusts. */
  readonly trust?: OutgoingTls;
  /** Milliseconds between two attempts. */
  readonly reconnectDelayMs?: number;
  /** Milliseconds until a switch that does not answer counts as gone. */
  readonly requestTimeoutMs?: number;
  /** Milliseconds between two pings; a switch that is silent for four of them is frozen, and the link is made anew. */
  readonly heartbeatMs?: number;
}

const maxMessageBytes = 32 * 1024 * 1024;

/**
 * Listen in the same tick: the snapshot of a connection is delivered once. Each connection begins as a standby's;
 * the active service calls `takeControl` again in `connected`.
 */
export function connectSwitch(options: SwitchLinkOptions): SwitchPort {
  return new SwitchLink(options);
}

class SwitchLink implements SwitchPort {
  readonly #options: Required<SwitchLinkOptions>;
  readonly #listeners = new Set<SwitchListener>();
  readonly #pending = new PendingRequests();
  #socket: WebSocket | null = null;
  /** The snapshot has come: the listeners know the state that later events change. */
  #live = false;
  #epoch = 0;
  /** The switch's steady clock minus ours, as last heard. */
  #clockOffset = 0;
  #closed = false;
  #retry: NodeJS.Timeout | null = null;
  #complained = false;

  constructor(options: SwitchLinkOptions) {
    const defaults = {
      trust: usualTrust,
      reconnectDelayMs: 500,
      requestTimeoutMs: 2_000,
      heartbeatMs: defaultHeartbeatMs,
    };
    this.#options = { ...defaults, ...options };
    this.#connect();
  }

  send(command: Parameters<SwitchPort['send']>[0]): ReturnType<SwitchPort['send']> {
    return this.#ask((id) => ({
      type: 'command',
      id,
      pool: this.#options.pool,
      epoch: this.#epoch,
      notAfter: performance.now() + this.#clockOffset + this.#options.requestTimeoutMs,
      command,
    }));
  }

  takeControl(epoch: number): ReturnType<SwitchPort['takeControl']> {
    this.#epoch = epoch;
    return this.#ask((id) => ({ type: 'takeControl', id, pool: this.#options.pool, epoch }));
  }

  listen(listener: SwitchListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
    const socket = this.#socket;
    if (!socket) return Promise.resolve();
    return new Promise((resolve) => {
      socket.once('close', () => resolve());
      socket.terminate();
    });
  }

  #ask(request: (id: number) => CtiRequest): ReturnType<SwitchPort['send']> {
    const socket = this.#socket;
    if (!socket || !this.#live) return Promise.resolve(fail(unreachable));
    // A switch that does not answer is not trusted with the next command either: the link is made anew, with a snapshot.
    const { id, answer } = this.#pending.open(this.#options.requestTimeoutMs, () => socket.terminate());
    socket.send(JSON.stringify(request(id)));
    return answer;
  }

  #connect(): void {
    const { url, pool, trust, log, requestTimeoutMs, reconnectDelayMs, heartbeatMs } = this.#options;
    const address = new URL(url);
    address.searchParams.set('pool', String(pool));
    const socket = new WebSocket(address, {
      handshakeTimeout: requestTimeoutMs,
      maxPayload: maxMessageBytes,
      ...trust,
    });
    this.#socket = socket;
    socket.on('open', () =>
      watchHeartbeat(socket, heartbeatMs, () => {
        log.warn('the switch is silent: connecting anew');
        socket.terminate();
      }),
    );
    socket.on('ping', (payload) => this.#heardClock(Number(payload.toString('utf8') || NaN)));
    socket.on('message', (data) => this.#receive(socket, data));
    socket.on('error', (error) => {
      if (!this.#complained) log.warn({ reason: error.message }, 'switch cannot be reached: trying on');
      this.#complained = true;
    });
    socket.on('close', () => {
      this.#socket = null;
      this.#pending.abandon();
      if (this.#live) {
        this.#live = false;
        log.warn('switch disconnected');
        for (const listener of this.#listeners) listener.disconnected();
      }
      if (!this.#closed) this.#retry = setTimeout(() => this.#connect(), reconnectDelayMs);
    });
  }

  /** Always heard a little late: a command expires a little early, never late. */
  #heardClock(clock: number): void {
    if (Number.isFinite(clock)) this.#clockOffset = clock - performance.now();
  }

  #receive(socket: WebSocket, data: RawData): void {
    const message = parseMessage(data);
    if (!message) {
      this.#options.log.warn('the switch sent a frame that cannot be read: connecting anew');
      socket.terminate();
      return;
    }
    if (message.type === 'answer') this.#pending.settle(message.id, message.error);
    else if (message.type === 'event') for (const listener of this.#listeners) listener.event(message.event);
    else {
      this.#heardClock(message.clock);
      this.#live = true;
      this.#complained = false;
      this.#options.log.info('switch connected');
      for (const listener of this.#listeners) listener.connected(message.snapshot);
    }
  }
}

function parseMessage(data: RawData): CtiMessage | null {
  if (!Buffer.isBuffer(data)) return null;
  try {
    const parsed = CtiMessage.safeParse(JSON.parse(data.toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
