/** Requests to the service. Every answer is parsed; a lost one is `unknown`, never guessed. */
import { Failure, ManagerPage, type Change } from '../managerProtocol';

export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'unknown' };

/** Longer than the service needs for a slowed login, milliseconds. */
const patienceMs = 15_000;

async function ask<T>(path: string, body: unknown, read: (json: unknown) => T): Promise<Answer<T>> {
  try {
    const response = await fetch(`./api/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const json: unknown = await response.json();
    if (response.ok) return { kind: 'ok', value: read(json) };
    return { kind: 'refused', failure: Failure.parse(json) };
  } catch {
    return { kind: 'unknown' };
  }
}

const nothing = (): undefined => undefined;
const page = (json: unknown): ManagerPage => ManagerPage.parse(json);

export const api = {
  state: () => ask('state', undefined, page),
  logIn: (userId: string, password: string) => ask('login', { userId, password }, page),
  logOut: () => ask('logout', {}, nothing),
  change: (change: Change) => ask('change', change, page),
  password: (current: string, next: string) => ask('password', { current, next }, nothing),
};
