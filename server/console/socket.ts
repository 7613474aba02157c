/** One console's socket: typed frames out, bounded buffers, an orderly or an immediate end. */
import type { WebSocket } from 'ws';
import { protocolError, type ErrorCode } from '../../shared/protocol/errors';
import type { ServerMessage } from '../../shared/protocol/messages';

/** A console that lets this many bytes pile up is not reading: better to make it resume than to hold its past in memory. */
const mostBuffered = 8 * 1024 * 1024;
/** How long a closing handshake may take, milliseconds. */
const closePatience = 2_000;

/** WebSocket close codes (RFC 6455 §7.4.1). */
export const closeCode = { goingAway: 1001, unsupported: 1003, policy: 1008, tooBig: 1009, restart: 1012 } as const;
export type CloseCode = (typeof closeCode)[keyof typeof closeCode];

export class ConsoleSocket {
  readonly #socket: WebSocket;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  send(message: ServerMessage): void {
    if (!this.isOpen) return;
    this.#socket.send(JSON.stringify(message));
    if (this.#socket.bufferedAmount > mostBuffered) this.terminate();
  }

  sendError(code: ErrorCode, message: string): void {
    this.send({ type: 'error', error: protocolError(code, message) });
  }

  close(code: CloseCode, error?: { readonly code: ErrorCode; readonly message: string }): void {
    if (error) this.sendError(error.code, error.message);
    this.#socket.close(code);
    const timer = setTimeout(() => this.#socket.terminate(), closePatience);
    this.#socket.once('close', () => clearTimeout(timer));
  }

  terminate(): void {
    this.#socket.terminate();
  }

  /** A frame of the WebSocket layer: keeps the way alive and finds out dead ones. */
  ping(): void {
    if (this.isOpen) this.#socket.ping();
  }
}
