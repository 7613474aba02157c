/**
 * Who may use the console of this process: a page that knows the one-time token of the printed link, and from then on
 * its session cookie. The token is burnt by the page's exchange, not by fetching the page, so that a link previewer costs nothing.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Access {
  /** The token of the link that is good now. */
  readonly token: string;
  isGood(token: string): boolean;
  /** Burns the token and gives the value of a new session cookie; null if the token is not good. */
  exchange(token: string): string | null;
  isInSession(headers: IncomingHttpHeaders): boolean;
}

/** Cookies do not know ports: the name keeps two hosts on one machine apart. `onNewToken` is called after each exchange. */
export function createAccess(cookieName: () => string, onNewToken: () => void): Access {
  const sessions = new Set<string>();
  let token = secret();
  const isGood = (candidate: string) => timingSafeEqual(digest(candidate), digest(token));
  return {
    get token() {
      return token;
    },
    isGood,
    exchange(candidate) {
      if (!isGood(candidate)) return null;
      token = secret();
      const session = secret();
      sessions.add(digest(session).toString('hex'));
      onNewToken();
      return session;
    },
    isInSession(headers) {
      const value = cookieOf(headers.cookie ?? '', cookieName());
      return value !== null && sessions.has(digest(value).toString('hex'));
    },
  };
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Digests have one length and say nothing about how much of a guess was right. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function cookieOf(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value !== undefined) return value;
  }
  return null;
}
