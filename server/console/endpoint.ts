/** Where consoles and the other service connect: WebSocket upgrades of the one port, checked before they are accepted. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import {
  maxFrameBytes,
  protocolVersion,
  type ConsoleParameters,
  type ServiceName,
} from '../../shared/protocol/messages';
import type { ProtocolError } from '../../shared/protocol/errors';
import type { Doorkeeper } from '../accounts/prove';
import { Connection } from './connection';
import type { Consoles } from './consoles';
import { AddressLimits } from './limits';
import { closeCode, ConsoleSocket, type CloseCode } from './socket';

/** Larger than a legal frame, so that a large one gets an answer; beyond this the library itself closes with 1009. */
const hardFrameLimit = 16 * maxFrameBytes;
/** Links of the other service; one is normal, a second while it reconnects. */
const mostPeers = 8;
/** How long a new console waits for an election to end, milliseconds: less than the shortest patience of a console (product §7: 1 s). */
const electionPatience = 900;

export interface EndpointOptions {
  readonly service: ServiceName;
  /** Origins of web pages that may connect. Consoles send none. */
  readonly allowedOrigins: readonly string[];
  /** The consoles in hand while active; null while standby. */
  readonly consoles: () => Consoles | null;
  /** True as soon as it is clear who is active; false after `patienceMs` at the latest. */
  readonly settled: (patienceMs: number) => Promise<boolean>;
  readonly parameters: (consoles: Consoles) => ConsoleParameters;
  /** One for everything that lets people in on this port. */
  readonly doorkeeper: Doorkeeper;
  /** Upgrades of other parts on this port, by path; each checks its own. */
  readonly upgrades: ReadonlyMap<string, (request: IncomingMessage, socket: Duplex, head: Buffer) => void>;
  readonly log: Logger;
}

export class Endpoint {
  readonly #options: EndpointOptions;
  readonly #addresses = new AddressLimits();
  readonly #consoleServer = new WebSocketServer({
    noServer: true,
    maxPayload: hardFrameLimit,
    perMessageDeflate: false,
  });
  readonly #peerServer = new WebSocketServer({ noServer: true, maxPayload: 1_024, perMessageDeflate: false });
  readonly #connections = new Set<Connection>();
  #closing = false;

  constructor(server: Server, options: EndpointOptions) {
    this.#options = options;
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** The service parameters may have been changed: every console follows them from now on. */
  parametersChanged(consoles: Consoles): void {
    const parameters = this.#options.parameters(consoles);
    for (const connection of this.#connections) connection.follow(parameters);
  }

  /** Ends every console's connection; they go to the other service. */
  dismiss(code: CloseCode, error?: ProtocolError): void {
    for (const connection of this.#connections) connection.close(code, error);
    this.#connections.clear();
  }

  /** Refuses newcomers and ends every connection; `abrupt` as a crash would, without a word. */
  close(abrupt: boolean): void {
    this.#closing = true;
    if (abrupt) {
      for (const socket of [...this.#consoleServer.clients, ...this.#peerServer.clients]) socket.terminate();
      return;
    }
    this.dismiss(closeCode.restart);
    for (const socket of [...this.#consoleServer.clients, ...this.#peerServer.clients]) {
      socket.close(closeCode.restart);
      const timer = setTimeout(() => socket.terminate(), 1_000);
      socket.once('close', () => clearTimeout(timer));
    }
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '').split('?', 1)[0];
    const { origin } = request.headers;
    const address = request.socket.remoteAddress ?? 'unknown';
    if (this.#closing) {
      reject(socket, '503 Service Unavailable');
      return;
    }
    if (!this.#addresses.mayConnect(address, performance.now())) {
      reject(socket, '429 Too Many Requests');
      return;
    }
    const elsewhere = this.#options.upgrades.get(path ?? '');
    if (elsewhere) {
      elsewhere(request, socket, head);
      return;
    }
    // A browser always names the page's origin: no page may reach into the service unless it is listed.
    if (origin !== undefined && !this.#options.allowedOrigins.includes(origin)) {
      this.#options.log.warn({ address, origin: origin.slice(0, 200) }, 'origin refused');
      reject(socket, '403 Forbidden');
      return;
    }
    if (path === '/peer') {
      if (this.#peerServer.clients.size >= mostPeers) {
        reject(socket, '429 Too Many Requests');
        return;
      }
      this.#peerServer.handleUpgrade(request, socket, head, (peer) => peer.on('error', () => peer.terminate()));
    } else if (path === '/') {
      this.#consoleServer.handleUpgrade(request, socket, head, (client) => void this.#welcome(client, address));
    } else reject(socket, '404 Not Found');
  }

  async #welcome(client: WebSocket, address: string): Promise<void> {
    const { service, log } = this.#options;
    client.on('error', (error) => {
      // The library closes the socket itself (a frame over the hard limit, broken framing).
      log.warn({ address, reason: error.message }, 'socket error');
    });
    let electing = false;
    if (!this.#options.consoles()) {
      client.pause();
      electing = !(await this.#options.settled(electionPatience));
      client.resume();
    }
    if (client.readyState !== client.OPEN) return;
    const consoles = this.#options.consoles();
    if (!consoles) {
      const socket = new ConsoleSocket(client);
      socket.send({ type: 'welcome', protocol: protocolVersion, service, role: 'standby', electing });
      socket.close(closeCode.restart);
      return;
    }
    const parameters = this.#options.parameters(consoles);
    const connection = new Connection(client, consoles, {
      service,
      address,
      parameters,
      doorkeeper: this.#options.doorkeeper,
      log,
    });
    this.#connections.add(connection);
    client.on('close', () => this.#connections.delete(connection));
  }
}

function reject(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
