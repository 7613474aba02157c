import { describe, expect, it } from 'vitest';
import { callCommands, isAvailable } from './availability';

type Row = readonly [string, Parameters<typeof isAvailable>[1], Parameters<typeof isAvailable>[2], readonly string[]];

/** The table of product §6, read by column. */
const table: readonly Row[] = [
  [
    'alerting in, manager line',
    { state: 'alerting', direction: 'in' },
    'manager',
    ['answer', 'redirect', 'toVoicemail'],
  ],
  ['alerting in, own line', { state: 'alerting', direction: 'in' }, 'own', ['answer']],
  ['alerting in, intercom', { state: 'alerting', direction: 'in' }, 'intercom', ['answer']],
  ['alerting out', { state: 'alerting', direction: 'out' }, 'manager', ['hangUp']],
  ['initiated', { state: 'initiated', direction: 'out' }, 'own', ['hangUp']],
  [
    'connected, manager line',
    { state: 'connected', direction: 'in' },
    'manager',
    ['hangUp', 'hold', 'transfer', 'redirect', 'toVoicemail'],
  ],
  ['connected, own line', { state: 'connected', direction: 'out' }, 'own', ['hangUp', 'hold', 'transfer']],
  ['connected, intercom', { state: 'connected', direction: 'out' }, 'intercom', ['hangUp']],
  [
    'held, manager line',
    { state: 'hold', direction: 'in' },
    'manager',
    ['hangUp', 'retrieve', 'transfer', 'redirect', 'toVoicemail'],
  ],
  ['held, own line', { state: 'hold', direction: 'in' }, 'own', ['hangUp', 'retrieve', 'transfer']],
  ['failed', { state: 'fail', direction: 'out' }, 'own', ['hangUp']],
];

describe('which command can act on which call (product §6)', () => {
  it.each(table)('%s', (_name, call, kind, expected) => {
    expect(callCommands.filter((command) => isAvailable(command, call, kind))).toEqual(expected);
  });
});
