/** *Check connection* of a console: what its `resume` would be given, looked at without taking part. */
import { protocolError, type ProtocolError } from '../../shared/protocol/errors';
import type { ConsoleParameters, ServerMessage } from '../../shared/protocol/messages';
import { fail, ok, type Result } from '../../shared/result';
import type { Active } from '../calls/active';
import { resume } from './login';

type Inspected = Extract<ServerMessage, { type: 'inspected' }>;

/** Reads only: no presence, no feed, no new token, and the session lasts no longer for it. */
export async function inspect(
  active: Active,
  token: string,
  parameters: ConsoleParameters,
): Promise<Result<Inspected, ProtocolError>> {
  const identity = await resume(active, token);
  if (!identity.ok) return identity;
  const { userId } = identity.value;
  const seen = active.feeds.peek(userId);
  if (!seen) return fail(protocolError('notAssistant', 'no lines'));
  const { position, state: snapshot } = seen;
  return ok({ type: 'inspected', userId, parameters, serverTime: Date.now(), position, snapshot });
}
