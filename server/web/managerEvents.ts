/** Tells each open page whatever changes, whoever changed it: the whole state, whenever it is another one. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { WebSocketServer, type WebSocket } from 'ws';
import type { UserId } from '../../shared/ids';
import type { ManagerPage } from './managerProtocol';

/** How soon a page shows what has changed, milliseconds. */
const lookEveryMs = 250;
/** How soon a session that was ended elsewhere loses its pages, in looks. */
const recheckEvery = 40;
const mostPages = 5_000;
const mostPagesOfOne = 8;
/** A page that lets so much pile up is not reading. */
const mostBuffered = 1024 * 1024;

export interface Viewer {
  readonly userId: UserId;
  readonly sessionHash: string;
}

interface EventsOptions {
  /** Null while standby, and where the manager is no more. */
  readonly page: (userId: UserId) => ManagerPage | null;
  readonly isSession: (viewer: Viewer) => Promise<boolean>;
}

export class ManagerEvents {
  readonly #options: EventsOptions;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1_024, perMessageDeflate: false });
  readonly #pages = new Map<WebSocket, { readonly viewer: Viewer; shown: ManagerPage | null }>();
  #timer: NodeJS.Timeout | null = null;
  #looks = 0;

  constructor(options: EventsOptions) {
    this.#options = options;
  }

  /** The request has been checked. False when there are too many pages. */
  open(viewer: Viewer, request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const mine = [...this.#pages.values()].filter((page) => page.viewer.userId === viewer.userId);
    if (this.#pages.size >= mostPages || mine.length >= mostPagesOfOne) return false;
    this.#server.handleUpgrade(request, socket, head, (page) => {
      this.#pages.set(page, { viewer, shown: null });
      page.on('error', () => page.terminate());
      page.on('close', () => this.#closed(page));
      this.#timer ??= setInterval(() => this.look(), lookEveryMs).unref();
      this.look();
    });
    return true;
  }

  /** Now instead of at the next tick. */
  look(): void {
    for (const [socket, page] of this.#pages) {
      const now = this.#options.page(page.viewer.userId);
      if (now === null) socket.close(1012);
      else if (!isDeepStrictEqual(now, page.shown)) {
        page.shown = now;
        socket.send(JSON.stringify(now));
        if (socket.bufferedAmount > mostBuffered) socket.terminate();
      }
    }
    this.#looks += 1;
    if (this.#looks % recheckEvery === 0) void this.recheck();
  }

  /** Closes the pages whose sessions have been ended. */
  async recheck(): Promise<void> {
    for (const [socket, { viewer }] of this.#pages) {
      // A store that cannot be asked now is asked again: nobody is sent away for it.
      const standing = await this.#options.isSession(viewer).catch(() => true);
      if (!standing) socket.close(1008);
    }
  }

  close(): void {
    for (const socket of this.#pages.keys()) socket.terminate();
    this.#server.close();
  }

  #closed(page: WebSocket): void {
    this.#pages.delete(page);
    if (this.#pages.size > 0 || !this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }
}
