/** Which refusals end the session and ask the assistant, and which only send the console to the other server. */
import type { LoginFailure } from '../bridge';

/** Trying elsewhere would be answered the same, or must not happen without the assistant (product §7: a refused password stops and asks). */
const stopping: ReadonlySet<LoginFailure> = new Set<LoginFailure>([
  'unknownUser',
  'wrongPassword',
  'notAssistant',
  'lockedOut',
  'wrongPool',
  'tokenInvalid',
  'superseded',
  'tooManyRequests',
]);

/** While live these say that this service no longer holds our session; another one may. */
const leaving: ReadonlySet<LoginFailure> = new Set<LoginFailure>(['standby', 'notLoggedIn']);

export function stops(code: LoginFailure): boolean {
  return stopping.has(code);
}

/** `tooManyRequests` ends a login, but a session that stands is not given up for it: the console comes back later. */
export function stopsSession(code: LoginFailure): boolean {
  return stopping.has(code) && code !== 'tooManyRequests';
}

export function leavesLive(code: LoginFailure): boolean {
  return leaving.has(code);
}
