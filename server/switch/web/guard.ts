/**
 * The switch listens on loopback without a password, so a page of another site must not reach it through the user's browser:
 * the Host header must be ours (against DNS rebinding), and so must the Origin where a browser sends one.
 */
import type { IncomingHttpHeaders } from 'node:http';

export function isOurs(headers: IncomingHttpHeaders, port: number): boolean {
  const hosts = [`127.0.0.1:${String(port)}`, `localhost:${String(port)}`];
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}
