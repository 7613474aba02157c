/**
 * `[ws://|wss://]host:port` as written in a flag or a setting; an IPv6 address in brackets. Without a scheme it is `wss`, but for
 * this machine itself, whose demo service speaks plainly.
 */
import { ServerAddress } from '../../shared/bridge';
import { isLoopback } from '../../shared/connection/loopback';

export function parseAddress(text: string): ServerAddress | null {
  const [, scheme, bracketed, plain, port] =
    /^(?:(wss?):\/\/)?(?:\[([^\]]+)\]|([^:\s/]+)):(\d{1,5})\/?$/i.exec(text.trim()) ?? [];
  const host = bracketed ?? plain;
  const tls = scheme === undefined ? !isLoopback(host ?? '') : scheme.toLowerCase() === 'wss';
  const parsed = ServerAddress.safeParse({ host, port: Number(port), tls });
  return parsed.success ? parsed.data : null;
}

/** As in a report or a socket's address: `wss://host:port`. */
export function urlOf({ host, port, tls }: ServerAddress): string {
  return `${tls ? 'wss' : 'ws'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
