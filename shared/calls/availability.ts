/** Which command can act on which call: the table of product §6, as data. */
import { assertNever } from '../assertNever';
import type { CallView, LineKind } from './model';

export const callCommands = [
  'answer',
  'hangUp',
  'hold',
  'retrieve',
  'transfer',
  'consultTransfer',
  'consultConference',
  'cancelConsult',
  'directTransfer',
  'join',
  'redirect',
  'toVoicemail',
  'sendDigits',
] as const;
export type CallCommand = (typeof callCommands)[number];

type CallFacts = Pick<CallView, 'state' | 'direction' | 'parties' | 'consultation'>;

/**
 * Can `command` act on a call in this state on a line of this kind? The service checks it too; the console only never offers what would be refused.
 * What a second call must be like for `directTransfer` and `join` says `partners`.
 */
export function isAvailable(command: CallCommand, call: CallFacts, kind: LineKind): boolean {
  const ringsHere = call.state === 'alerting' && call.direction === 'in';
  const talking = call.state === 'connected' || call.state === 'hold';
  const conference = call.parties > 2;
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
      return talking && !conference && kind !== 'intercom';
    case 'consultTransfer':
      return talking && !conference && kind !== 'intercom' && call.consultation === null;
    case 'consultConference':
      return talking && kind !== 'intercom' && call.consultation === null;
    case 'cancelConsult':
      return call.consultation !== null;
    case 'directTransfer':
      return talking && !conference && kind !== 'intercom';
    case 'join':
      return talking && kind !== 'intercom';
    case 'redirect':
    case 'toVoicemail':
      return (ringsHere || (talking && !conference)) && kind === 'manager';
    case 'sendDigits':
      return call.state === 'connected';
    default:
      return assertNever(command);
  }
}
