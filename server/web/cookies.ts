/** The page's two cookies: the session, and what this browser is known again by. Scripts never see them, other sites never send them. */
import type { IncomingMessage } from 'node:http';
import { isBehindTls } from './guard';

export type CookieName = 'ipma_session' | 'ipma_device';

const longLived = 180 * 24 * 60 * 60;

export function cookieOf({ headers }: IncomingMessage, name: CookieName): string | null {
  for (const part of (headers.cookie ?? '').split(';')) {
    const [key, value = ''] = part.trim().split('=', 2);
    if (key === name && /^[\w-]{1,200}$/.test(value)) return value;
  }
  return null;
}

/** `value` null ends it. The session ends with the browser, at logout, and in the store. */
export function cookie(request: IncomingMessage, name: CookieName, value: string | null): string {
  const age = value === null ? '; Max-Age=0' : name === 'ipma_device' ? `; Max-Age=${longLived}` : '';
  const secure = isBehindTls(request) ? '; Secure' : '';
  return `${name}=${value ?? ''}; Path=/manager/; HttpOnly; SameSite=Strict${age}${secure}`;
}
