/** Lets an assistant in at the console: by password once, by resume token after that. */
import type { UserId } from '../../shared/ids';
import { protocolError, type ProtocolError } from '../../shared/protocol/errors';
import { fail, ok, type Result } from '../../shared/result';
import type { Claim, Doorkeeper } from '../accounts/prove';
import { hashOf, newToken } from '../accounts/token';
import type { Active } from '../calls/active';
import { keepDevice } from '../store/devices';
import { findSession, startSession } from '../store/sessions';

export { hashOf } from '../accounts/token';

export interface Identity {
  readonly userId: UserId;
  /** Only its hash is stored. */
  readonly token: string;
  /** To be shown at the next login; null at a resume. */
  readonly device: string | null;
}

export interface LoginRequest extends Claim {
  /** Is the console still there? */
  readonly wanted: () => boolean;
}

export type Proven = Promise<Result<Identity, ProtocolError>>;

export async function logIn(active: Active, doorkeeper: Doorkeeper, attempt: LoginRequest): Proven {
  const proof = await doorkeeper.prove(active.db, attempt);
  if (!proof.ok) return proof;
  const { account } = proof.value;
  if (account.role !== 'assistant') return fail(protocolError('notAssistant', 'only assistants use the console'));
  if (account.pool !== active.fence.pool) {
    return fail(protocolError('wrongPool', `this service serves pool ${active.fence.pool}, not ${account.pool}`));
  }
  if (!active.world.company.assistants.has(account.userId)) {
    return fail(protocolError('notAssistant', 'this assistant has no line yet'));
  }
  // A login nobody waits for any more must not end the session of the console that has been used since.
  if (!attempt.wanted()) return fail(protocolError('expired', 'the console has gone'));
  const token = newToken();
  const device = proof.value.device ?? newToken();
  const now = Date.now();
  const kept = await keepDevice(active.db, active.fence, account.userId, hashOf(device), now);
  const session = { tokenHash: hashOf(token), userId: account.userId, kind: 'console' as const, createdAt: now };
  const started = kept.ok ? await startSession(active.db, active.fence, session) : kept;
  if (!started.ok) return fail(lost(active));
  active.presence.loggedIn(account.userId);
  return ok({ userId: account.userId, token, device });
}

export async function resume(active: Active, token: string): Proven {
  const tokenHash = hashOf(token);
  const userId = await findSession(active.db, 'console', tokenHash, Date.now());
  if (userId === null || active.endings.has(tokenHash))
    return fail(protocolError('tokenInvalid', 'the session has ended: log in again'));
  return ok({ userId, token, device: null });
}

function lost(active: Active): ProtocolError {
  active.onFenced();
  return protocolError('standby', 'another service is active');
}
