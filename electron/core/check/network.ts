/** The ways a check takes into the network, each one layer: name, connection, encryption. Brought by tests where a failure is hard to have for real. */
import { lookup } from 'node:dns/promises';
import net from 'node:net';
import type { LookupFunction } from 'node:net';
import tls from 'node:tls';
import { trustFor } from '../trust';

export interface FoundAddress {
  readonly address: string;
  readonly family: number;
}

export interface Network {
  /** Rejects with the system's error. */
  lookup(host: string): Promise<readonly FoundAddress[]>;
  /** Not connected yet. `addresses` are those of the host; it is not looked up again. */
  connect(host: string, port: number, addresses: readonly FoundAddress[]): net.Socket;
  /** Begins the handshake on a connection. The certificate is checked as for a session. */
  secure(socket: net.Socket, host: string, authority: string | null): tls.TLSSocket;
}

export const systemNetwork: Network = {
  lookup: (host) => lookup(host, { all: true }),
  connect: (host, port, addresses) => net.connect({ host, port, lookup: answering(addresses) }),
  secure: (socket, host, authority) =>
    tls.connect({
      socket,
      host,
      ...(net.isIP(host) === 0 && { servername: host }),
      // Said although it is the default: an environment variable of Node's could else switch it off.
      rejectUnauthorized: true,
      secureContext: trustFor(authority),
    }),
};

function answering(addresses: readonly FoundAddress[]): LookupFunction {
  return (_host, { all }, answer) => {
    const [first] = addresses;
    if (all === true) answer(null, [...addresses]);
    else answer(null, first?.address ?? '', first?.family);
  };
}
