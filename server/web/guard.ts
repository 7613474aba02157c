/**
 * Only the manager's own page may speak to its API: the Origin must be exactly ours, and over loopback the Host as well, so that no other
 * site reaches the service through a browser on the same machine (DNS rebinding).
 */
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

/** `allowedOrigins`: how the service is reached where a proxy stands in front of it. */
export function isOurHost(request: IncomingMessage, allowedOrigins: readonly string[]): boolean {
  const { host } = request.headers;
  if (host === undefined) return false;
  if (!isLoopback(request.socket.localAddress ?? '')) return true;
  const port = request.socket.localPort;
  const names = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${String(port)}`);
  return names.includes(host.toLowerCase()) || allowedOrigins.some((origin) => hostOf(origin) === host.toLowerCase());
}

export function isOurOrigin(request: IncomingMessage, allowedOrigins: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || host === undefined) return false;
  return origin === `${isBehindTls(request) ? 'https' : 'http'}://${host}` || allowedOrigins.includes(origin);
}

/** The port itself speaks TLS, or a proxy in front says that it does. Somebody who lies about it only marks their own cookie as secure. */
export function isBehindTls({ headers, socket }: IncomingMessage): boolean {
  return socket instanceof TLSSocket || headers['x-forwarded-proto'] === 'https';
}

function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\.|^::1$/.test(address);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
