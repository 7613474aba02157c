/** Whether a number that calls are to be sent to, now or later, leads to anybody: after the dial rules, as if it were dialled. */
import type { Dn } from '../../shared/ids';
import { protocolError, type ProtocolError } from '../../shared/protocol/errors';
import type { Active } from './active';
import { dialled } from './callCommands';

/**
 * Null when it may be set. A switch that can't tell, or can't be asked now, does not stand in the way: when a call comes, a number that
 * leads nowhere is passed over.
 */
export async function numberProblem({ port, world, onFenced }: Active, typed: Dn): Promise<ProtocolError | null> {
  const { number } = dialled(world, typed);
  const checked = await port.send({ type: 'checkNumber', number });
  if (checked.ok) return null;
  switch (checked.error.code) {
    case 'cannotDial':
      return protocolError(
        'cannotDial',
        number === typed ? 'nobody has this number' : `nobody has this number (dialled as ${number})`,
      );
    case 'fenced':
      onFenced();
      return protocolError('standby', 'another service is active');
    default:
      return null;
  }
}
