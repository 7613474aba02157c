/** Lets this page in at the browser host: the one-time token of the address is exchanged for a session cookie. */
import { BridgeError } from '../../shared/bridgeError';

export interface SessionEnvironment {
  readonly location: Pick<Location, 'href'>;
  fetch(path: string, init: RequestInit): Promise<Pick<Response, 'ok' | 'status'>>;
  replaceUrl(url: string): void;
}

/** Rejects with a `BridgeError`: `linkUsed` (the host asks for a new link) or `hostGone` (no answer). */
export async function enterSession(environment: SessionEnvironment): Promise<void> {
  const url = new URL(environment.location.href);
  const token = url.searchParams.get('token');
  const request: RequestInit =
    token === null
      ? { method: 'GET' }
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) };
  const answer = await environment.fetch('/session', { ...request, cache: 'no-store' }).catch(() => null);
  if (answer === null) throw new BridgeError('hostGone');
  if (!answer.ok) throw new BridgeError(answer.status === 401 || answer.status === 403 ? 'linkUsed' : 'hostGone');
  if (token !== null) {
    // The token is worthless now; out of the address bar it cannot end up in a bookmark.
    url.searchParams.delete('token');
    environment.replaceUrl(url.pathname + url.search + url.hash);
  }
}
