/**
 * One socket to a service, with `ws` beneath. What it says is unchecked text. `wss` checks the server's certificate and host name, always;
 * plain `ws` leaves this machine only where the settings allow it.
 */
import WebSocket from 'ws';
import type { ServerAddress, Settings } from '../../shared/bridge';
import { isLoopback } from '../../shared/connection/loopback';
import type { LinkProblem } from '../../shared/connection/problem';
import { maxServerFrameBytes } from '../../shared/protocol/messages';
import { urlOf } from './address';
import { lookupOfLoopback } from './loopbackLookup';
import { socketProblem } from './socketProblem';
import { trustFor } from './trust';

/** Where to, and what the settings say about getting there. */
export interface SocketTarget extends Pick<Settings, 'allowPlain' | 'authority'> {
  readonly address: ServerAddress;
}

export interface SocketListener {
  opened(): void;
  /** Null for a binary frame: no service of ours sends one. */
  message(text: string | null): void;
  /** Once, whatever the reason (for the log); nothing comes after it. */
  closed(reason: string, problem: LinkProblem): void;
}

export interface ServiceSocket {
  send(text: string): void;
  /** Polite: what was sent before still arrives. */
  close(): void;
  /** At once, without waiting for the other side. */
  terminate(): void;
}

export type OpenSocket = (target: SocketTarget, listener: SocketListener) => ServiceSocket;

export const openWebSocket: OpenSocket = (target, listener) => {
  const url = urlToOpen(target.address);
  if (url === null) return noSocket(listener, 'not a host name', 'unreachable');
  if (!mayOpen(url, target)) return noSocket(listener, 'another machine, and not encrypted', 'plainNotAllowed');
  const socket = new WebSocket(url, { ...socketOptions, ...safety(target) });
  let opened = false;
  let status: number | null = null;
  let failure: Error | null = null;
  socket.on('open', () => {
    opened = true;
    listener.opened();
  });
  socket.on('message', (data, isBinary) => listener.message(isBinary ? null : textOf(data)));
  socket.on('unexpected-response', (_request, response) => {
    status = response.statusCode ?? 0;
    socket.terminate();
  });
  // `close` always follows.
  socket.on('error', (error) => (failure ??= error));
  socket.on('close', (code) => {
    const reason = status === null ? (failure?.message ?? `closed with ${code}`) : `HTTP status ${status}`;
    const problem = opened || failure === null ? 'unreachable' : problemOf(failure, status);
    listener.closed(reason, problem);
  });
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket.close(),
    terminate: () => socket.terminate(),
  };
};

const socketOptions: WebSocket.ClientOptions = {
  maxPayload: maxServerFrameBytes,
  // The heartbeat is ours; compression would only add delay on a local network.
  perMessageDeflate: false,
  followRedirects: false,
};

/** How it is kept safe, with TLS or without. */
function safety({ address, allowPlain, authority }: SocketTarget) {
  // Said although it is the default: an environment variable of Node's (NODE_TLS_REJECT_UNAUTHORIZED) could else switch it off.
  if (address.tls) return { rejectUnauthorized: true, secureContext: trustFor(authority) };
  return allowPlain ? {} : { lookup: lookupOfLoopback };
}

/** Null where no address can be made of it, or another one than it says: a settings file may hold anything. */
function urlToOpen(address: ServerAddress): URL | null {
  const text = `${urlOf(address)}/`;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isOnlyHost = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return isOnlyHost ? url : null;
}

function mayOpen({ hostname }: URL, { address, allowPlain }: SocketTarget): boolean {
  return address.tls || allowPlain || isLoopback(hostname.replace(/^\[|\]$/g, ''));
}

function problemOf(error: Error, status: number | null): LinkProblem {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return socketProblem({ code, message: error.message, status, opened: false });
}

function textOf(data: WebSocket.RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data as Uint8Array).toString('utf8');
}

function noSocket(listener: SocketListener, reason: string, problem: LinkProblem): ServiceSocket {
  queueMicrotask(() => listener.closed(reason, problem));
  const nothing = () => undefined;
  return { send: nothing, close: nothing, terminate: nothing };
}
