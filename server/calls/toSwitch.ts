/** Sends a command to the switch and puts its refusal into the console's words. */
import { protocolError, type ErrorCode } from '../../shared/protocol/errors';
import { fail, ok } from '../../shared/result';
import type { SwitchCommand, SwitchErrorCode } from '../switch/port';
import type { Active } from './active';
import type { Done } from './execute';

const codeOf: Readonly<Record<SwitchErrorCode, ErrorCode>> = {
  staleState: 'staleState',
  noSuchCall: 'noSuchCall',
  cannotDial: 'cannotDial',
  notSupported: 'notAllowed',
  tooManyParties: 'limitExceeded',
  fenced: 'standby',
  unreachable: 'switchUnreachable',
  unanswered: 'switchUnreachable',
  expired: 'expired',
};

export async function toSwitch(active: Active, command: SwitchCommand): Promise<Done> {
  const answer = await active.port.send(command);
  if (answer.ok) return ok(undefined);
  if (answer.error.code === 'fenced') active.onFenced();
  const refusal = protocolError(codeOf[answer.error.code], answer.error.message.slice(0, 500));
  return fail(answer.error.code === 'unanswered' ? { ...refusal, maybeDone: true } : refusal);
}
