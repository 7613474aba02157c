/** Which command can act on which call: the table of product §6, as data. */
import { assertNever } from '../assertNever';
import type { CallView, LineKind } from './model';

export const callCommands = ['answer', 'hangUp', 'hold', 'retrieve', 'transfer', 'redirect', 'toVoicemail'] as const;
export type CallCommand = (typeof callCommands)[number];

/** Can `command` act on a call in this state on a line of this kind? The service checks it too; the console only never offers what would be refused. */
export function isAvailable(
  command: CallCommand,
  call: Pick<CallView, 'state' | 'direction'>,
  kind: LineKind,
): boolean {
  const ringsHere = call.state === 'alerting' && call.direction === 'in';
  const talking = call.state === 'connected' || call.state === 'hold';
  switch (command) {
    case 'answer':
      return ringsHere;
    case 'hangUp':
      return !ringsHere;
    case 'hold':
      return call.state === 'connected' && kind !== 'intercom';
    case 'retrieve':
      return call.state === 'hold' && kind !== 'intercom';
    case 'transfer':
      return talking && kind !== 'intercom';
    case 'redirect':
    case 'toVoicemail':
      return (ringsHere || talking) && kind === 'manager';
    default:
      return assertNever(command);
  }
}
