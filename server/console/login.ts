/** Proves who is at the console: by password once, by resume token after that. */
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { UserId } from '../../shared/ids';
import { protocolError, type ProtocolError } from '../../shared/protocol/errors';
import { fail, ok, type Result } from '../../shared/result';
import type { Active } from '../calls/active';
import { isPassword } from '../store/passwords';
import { endSession, findSession, startSession } from '../store/sessions';
import { findAccount } from '../store/users';
import type { LoginThrottle } from './loginThrottle';

export interface Identity {
  readonly userId: UserId;
  /** 256 random bits; only its hash is stored. */
  readonly token: string;
}

export interface LoginRequest {
  readonly userId: string;
  readonly password: string;
  readonly address: string;
  /** Is the console still there? */
  readonly wanted: () => boolean;
}

export type Proven = Promise<Result<Identity, ProtocolError>>;

export async function logIn(active: Active, throttle: LoginThrottle, attempt: LoginRequest): Proven {
  const { userId, password, address } = attempt;
  const wait = throttle.reserve(userId, address, performance.now());
  if (wait === null) return fail(protocolError('tooManyRequests', 'too many attempts are waiting'));
  if (wait > 0) await delay(wait);
  const account = await findAccount(active.db, userId);
  const right = account !== null && (await isPassword(account.passwordHash, password));
  if (!account || !right) {
    throttle.failed(userId, address, performance.now());
    const code = account ? 'wrongPassword' : 'unknownUser';
    return fail(protocolError(code, account ? 'the password is wrong' : 'there is no such user'));
  }
  throttle.succeeded(userId, address);
  if (account.role !== 'assistant' || !active.world.company.assistants.has(account.userId)) {
    return fail(protocolError('notAssistant', 'only assistants use the console'));
  }
  // A login nobody waits for any more must not end the session of the console that has been used since.
  if (!attempt.wanted()) return fail(protocolError('expired', 'the console has gone'));
  const token = randomBytes(32).toString('base64url');
  const session = { tokenHash: hashOf(token), userId: account.userId, kind: 'console' as const, createdAt: Date.now() };
  const started = await startSession(active.db, active.fence, session);
  if (!started.ok) return fail(lost(active));
  return ok({ userId: account.userId, token });
}

export async function resume(active: Active, token: string): Proven {
  const userId = await findSession(active.db, 'console', hashOf(token), Date.now());
  if (userId === null) return fail(protocolError('tokenInvalid', 'the session has ended: log in again'));
  return ok({ userId, token });
}

export async function endLogin(active: Active, token: string): Promise<void> {
  const ended = await endSession(active.db, active.fence, hashOf(token));
  if (!ended.ok) active.onFenced();
}

function lost(active: Active): ProtocolError {
  active.onFenced();
  return protocolError('standby', 'another service is active');
}

/** What is stored of a token. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
