/** A connection of the check's own to a service, over a socket that stands already: frames are asked for one by one. */
import type { Duplex } from 'node:stream';
import WebSocket from 'ws';
import { maxServerFrameBytes } from '../../../shared/protocol/messages';
import type { ClientMessage } from '../../../shared/protocol/messages';
import { socketProblem } from '../socketProblem';
import { detailsOf, failed } from './outcome';
import type { Outcome } from './outcome';

/** `text` is null for a binary frame. */
export type Heard =
  | { readonly kind: 'frame'; readonly text: string | null; readonly bytes: number }
  | { readonly kind: 'ended'; readonly outcome: Outcome };

export class Conversation {
  readonly #socket: WebSocket;
  readonly #heard: Heard[] = [];
  #waiting: ((heard: Heard) => void) | null = null;
  #opened = false;

  constructor(url: string, stream: Duplex) {
    const socket = new WebSocket(url, {
      createConnection: () => stream,
      maxPayload: maxServerFrameBytes,
      perMessageDeflate: false,
    });
    let error: unknown = null;
    socket.on('open', () => (this.#opened = true));
    socket.on('message', (data, isBinary) => {
      const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Uint8Array);
      this.#put({ kind: 'frame', text: isBinary ? null : bytes.toString('utf8'), bytes: bytes.byteLength });
    });
    socket.on('unexpected-response', (request, response) => {
      request.destroy();
      this.#end(response.statusCode ?? 0, `HTTP ${response.statusCode}`, null);
    });
    socket.on('error', (problem) => (error = problem));
    socket.on('close', (closeCode) => {
      const { code, message } = detailsOf(error ?? new Error(`closed with ${closeCode}`));
      this.#end(null, message, code);
    });
    this.#socket = socket;
  }

  /** The next frame, in order, or that there will be none. Asked for once at a time. */
  next(): Promise<Heard> {
    const [first] = this.#heard;
    if (first === undefined) return new Promise((resolve) => (this.#waiting = resolve));
    if (first.kind === 'frame') this.#heard.shift();
    return Promise.resolve(first);
  }

  say(message: ClientMessage): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  end(): void {
    this.#socket.terminate();
  }

  #end(status: number | null, message: string, code: string | null): void {
    const problem = socketProblem({ code, message, status, opened: this.#opened });
    this.#put({ kind: 'ended', outcome: failed(problem, message) });
  }

  #put(heard: Heard): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting === null || heard.kind === 'ended') this.#heard.push(heard);
    waiting?.(heard);
  }
}
