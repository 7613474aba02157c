import { describe, expect, it } from 'vitest';
import { ConnectionId } from '../ids';
import { callCommands, isAvailable } from './availability';
import type { CallView } from './model';

type Row = readonly [string, Parameters<typeof isAvailable>[1], Parameters<typeof isAvailable>[2], readonly string[]];

const call = (
  state: CallView['state'],
  direction: 'in' | 'out' = 'in',
  more: Partial<Pick<CallView, 'parties' | 'consultation'>> = {},
): Row[1] => ({ state, direction, parties: 2, consultation: null, ...more });
const conference = { parties: 3 };
const consulted = {
  consultation: { purpose: 'transfer', side: 'consulted', other: ConnectionId.parse('a@line-1') },
} as const;

const talk = ['transfer', 'consultTransfer', 'consultConference', 'directTransfer', 'join'];
const away = ['redirect', 'toVoicemail'];

/** The table of product §6, read by column. */
const table: readonly Row[] = [
  ['alerting in, manager line', call('alerting'), 'manager', ['answer', ...away]],
  ['alerting in, own line', call('alerting'), 'own', ['answer']],
  ['alerting in, intercom', call('alerting'), 'intercom', ['answer']],
  ['alerting out', call('alerting', 'out'), 'manager', ['hangUp']],
  ['initiated', call('initiated', 'out'), 'own', ['hangUp']],
  ['connected, manager line', call('connected'), 'manager', ['hangUp', 'hold', ...talk, ...away, 'sendDigits']],
  ['connected, own line', call('connected', 'out'), 'own', ['hangUp', 'hold', ...talk, 'sendDigits']],
  ['connected, intercom', call('connected', 'out'), 'intercom', ['hangUp', 'sendDigits']],
  ['held, manager line', call('hold'), 'manager', ['hangUp', 'retrieve', ...talk, ...away]],
  ['held, own line', call('hold'), 'own', ['hangUp', 'retrieve', ...talk]],
  ['held, intercom', call('hold'), 'intercom', ['hangUp']],
  [
    'conference, manager line',
    call('connected', 'in', conference),
    'manager',
    ['hangUp', 'hold', 'consultConference', 'join', 'sendDigits'],
  ],
  [
    'held conference, own line',
    call('hold', 'in', conference),
    'own',
    ['hangUp', 'retrieve', 'consultConference', 'join'],
  ],
  [
    'consulted and connected',
    call('connected', 'out', consulted),
    'own',
    ['hangUp', 'hold', 'transfer', 'cancelConsult', 'directTransfer', 'join', 'sendDigits'],
  ],
  ['consulted and ringing', call('alerting', 'out', consulted), 'own', ['hangUp', 'cancelConsult']],
  ['failed', call('fail', 'out'), 'own', ['hangUp']],
];

describe('which command can act on which call (product §6)', () => {
  it.each(table)('%s', (_name, facts, kind, expected) => {
    expect(callCommands.filter((command) => isAvailable(command, facts, kind))).toEqual(expected);
  });
});
