/** Sessions of the manager's page: begun by password, kept in the store, so that either service knows them. */
import type { IncomingMessage } from 'node:http';
import { checkPassword } from '../../shared/accounts/passwordRules';
import type { UserId } from '../../shared/ids';
import { fail, ok, type Result } from '../../shared/result';
import type { Doorkeeper } from '../accounts/prove';
import { hashOf, newToken } from '../accounts/token';
import type { Active } from '../calls/active';
import { keepDevice } from '../store/devices';
import { hashPassword } from '../store/passwords';
import { endSession, findSession, startSession } from '../store/sessions';
import { changePassword } from '../store/users';
import { cookieOf } from './cookies';
import type { ManagerEvents, Viewer } from './managerEvents';
import type { Failure } from './managerProtocol';

type Refusal = Failure['error'];

interface Begun {
  readonly userId: UserId;
  readonly session: string;
  readonly device: string;
}

const standby: Refusal = { code: 'standby', message: 'the other service is active' };

/** Whose page this is; null without a session that stands. */
export async function viewerOf(active: Active, request: IncomingMessage): Promise<Viewer | null> {
  const token = cookieOf(request, 'ipma_session');
  if (token === null) return null;
  const sessionHash = hashOf(token);
  const userId = await findSession(active.db, 'web', sessionHash, Date.now());
  return userId !== null && active.world.company.managers.has(userId) ? { userId, sessionHash } : null;
}

export async function logIn(
  active: Active,
  doorkeeper: Doorkeeper,
  request: IncomingMessage,
  claim: { readonly userId: string; readonly password: string },
): Promise<Result<Begun, Refusal>> {
  const address = request.socket.remoteAddress ?? 'unknown';
  const known = cookieOf(request, 'ipma_device');
  const proof = await doorkeeper.prove(active.db, { ...claim, address, device: known });
  if (!proof.ok) return proof;
  const { account } = proof.value;
  if (account.role !== 'manager') return fail({ code: 'notManager', message: 'assistants use the console' });
  if (account.pool !== active.fence.pool) {
    const message = `this service serves pool ${active.fence.pool}, not ${account.pool}`;
    return fail({ code: 'wrongPool', message });
  }
  if (!active.world.company.managers.has(account.userId)) {
    return fail({ code: 'notManager', message: 'this manager has no line yet' });
  }
  const { userId } = account;
  const session = newToken();
  const device = proof.value.device ?? newToken();
  const now = Date.now();
  const kept = await keepDevice(active.db, active.fence, userId, hashOf(device), now);
  const started = kept.ok
    ? await startSession(active.db, active.fence, { tokenHash: hashOf(session), userId, kind: 'web', createdAt: now })
    : kept;
  if (!started.ok) return lost(active);
  return ok({ userId, session, device });
}

export async function logOut(
  active: Active,
  events: ManagerEvents,
  viewer: Viewer,
): Promise<Result<undefined, Refusal>> {
  const ended = await endSession(active.db, active.fence, viewer.sessionHash);
  if (!ended.ok) return lost(active);
  await events.recheck();
  return ok(undefined);
}

/** Ends all other sessions and devices of the manager. The old password is asked for, under the rules of the lock-out. */
export async function setPassword(
  active: Active,
  doorkeeper: Doorkeeper,
  request: IncomingMessage,
  viewer: Viewer,
  passwords: { readonly current: string; readonly next: string },
): Promise<Result<undefined, Refusal>> {
  const { userId, sessionHash } = viewer;
  const problems = checkPassword(passwords.next, { userId }).map(({ kind }) => kind);
  if (problems.length > 0)
    return fail({ code: 'weakPassword', message: 'the password is too easy to guess', problems });
  const address = request.socket.remoteAddress ?? 'unknown';
  const device = cookieOf(request, 'ipma_device');
  const proof = await doorkeeper.prove(active.db, { userId, password: passwords.current, address, device });
  if (!proof.ok) return proof;
  const manager = active.world.company.managers.get(userId);
  if (!manager) return fail({ code: 'notManager', message: 'only managers use this page' });
  const who = { role: 'manager', userId } as const;
  const context = { at: Date.now(), lineNumber: manager.dn, forUser: who, byUser: who };
  const saved = await changePassword(active.db, active.fence, context, {
    passwordHash: await hashPassword(passwords.next),
    keepSession: sessionHash,
    keepDevice: proof.value.device === null ? null : hashOf(proof.value.device),
  });
  return saved.ok ? ok(undefined) : lost(active);
}

function lost(active: Active): Result<never, Refusal> {
  active.onFenced();
  return fail(standby);
}
