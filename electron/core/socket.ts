/** One socket to a service, with `ws` beneath. What it says is unchecked text. */
import WebSocket from 'ws';
import type { ServerAddress } from '../../shared/bridge';
import type { LinkProblem } from '../../shared/connection/problem';
import { maxServerFrameBytes } from '../../shared/protocol/messages';

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

export type OpenSocket = (address: ServerAddress, listener: SocketListener) => ServiceSocket;

export const openWebSocket: OpenSocket = ({ host, port }, listener) => {
  const name = host.includes(':') ? `[${host}]` : host;
  const url = `ws://${name}:${port}/`;
  if (!URL.canParse(url)) return noSocket(listener);
  const socket = new WebSocket(url, {
    maxPayload: maxServerFrameBytes,
    // The heartbeat is ours; compression would only add delay on a local network.
    perMessageDeflate: false,
  });
  let problem = '';
  socket.on('open', () => listener.opened());
  socket.on('message', (data, isBinary) => listener.message(isBinary ? null : textOf(data)));
  // `close` always follows; the reason is kept for the log.
  socket.on('error', (error) => (problem = error.message));
  socket.on('close', (code) => listener.closed(problem === '' ? `closed with ${code}` : problem, 'unreachable'));
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket.close(),
    terminate: () => socket.terminate(),
  };
};

function textOf(data: WebSocket.RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data as Uint8Array).toString('utf8');
}

/** A host name that no address can be made of: as unreachable as a server that is off. */
function noSocket(listener: SocketListener): ServiceSocket {
  queueMicrotask(() => listener.closed('not a host name', 'unreachable'));
  const nothing = () => undefined;
  return { send: nothing, close: nothing, terminate: nothing };
}
