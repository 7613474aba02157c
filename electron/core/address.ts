/** `host:port` as written in a flag or a setting; an IPv6 address in brackets. */
import { ServerAddress } from '../../shared/bridge';

export function parseAddress(text: string): ServerAddress | null {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:\s]+)):(\d{1,5})$/.exec(text.trim()) ?? [];
  const parsed = ServerAddress.safeParse({ host: bracketed ?? plain, port: Number(port) });
  return parsed.success ? parsed.data : null;
}
