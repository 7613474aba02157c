import { describe, expect, it } from 'vitest';
import { CommandId, ConnectionId, Dn, LineId } from '../../shared/ids';
import type { PendingCommand } from '../store/state';
import { aCall, aState } from '../testing/facts';
import { dropAction, type DropTarget } from './dropAction';
import { dragTypes, readPayload, writePayload, type DragPayload } from './payload';

const call = (id: string): DragPayload => ({ kind: 'call', connectionId: ConnectionId.parse(id) });
const person = (number: string, name = 'Olivia Grant'): DragPayload => ({ kind: 'person', name, number });
const onPerson = (number: string): DropTarget => ({ kind: 'person', name: 'Lars Andersson', number });
const onCall = (id: string): DropTarget => ({ kind: 'call', connectionId: ConnectionId.parse(id) });
const onLine = (id: string): DropTarget => ({ kind: 'line', lineId: LineId.parse(id) });

const talking = aCall('talk', { state: 'connected', answeredAt: 1_500 });
const held = aCall('held', { state: 'hold', answeredAt: 1_200, party: { number: '1310', name: null } });
const ringing = aCall('ring');

describe('a dragged call', () => {
  const state = aState([talking, held, ringing]);

  it('is transferred to the person it is dropped on, whatever call is selected', () => {
    const expected = { kind: 'send', command: { type: 'transfer', connectionId: 'talk', to: '+4930555' } };
    expect(dropAction(call('talk'), onPerson('+49 (0)30 555'), state)).toEqual(expected);
    const other = { ...state, selected: ConnectionId.parse('held') };
    expect(dropAction(call('talk'), onPerson('+4930555'), other)).toEqual(expected);
  });

  it.each([
    ['ring', '1187', 'reason.transferOnlyAnswered'],
    ['ended', '1187', 'drag.gone'],
    ['talk', 'no number', 'dialProblem.badCharacter'],
    ['held', '1310', 'drag.sameNumber'],
  ])('%s on %s is refused: %s', (id, number, why) => {
    expect(dropAction(call(id), onPerson(number), state)).toEqual({ kind: 'refused', why });
  });

  it('is refused while there is no connection, and while a transfer of it is on its way', () => {
    const away = aState([talking], { link: { phase: 'connecting', server: 'primary', resuming: true } });
    expect(dropAction(call('talk'), onPerson('1187'), away)).toEqual({ kind: 'refused', why: 'reason.notLive' });
    const asked: PendingCommand = {
      id: CommandId.parse('x'),
      command: { type: 'transfer', connectionId: talking.connectionId, to: Dn.parse('1187') },
      status: 'sent',
    };
    const busy = { ...state, pending: [asked] };
    expect(dropAction(call('talk'), onPerson('1187'), busy)).toEqual({ kind: 'refused', why: 'reason.pending' });
  });

  it('is connected with the call it is dropped on', () => {
    const command = { type: 'directTransfer', connectionId: 'talk', with: 'held' };
    expect(dropAction(call('talk'), onCall('held'), state)).toEqual({ kind: 'send', command });
    expect(dropAction(call('talk'), onCall('talk'), state)).toEqual({ kind: 'nothing' });
    expect(dropAction(call('talk'), onCall('ring'), state)).toEqual({ kind: 'refused', why: 'drag.notTogether' });
  });

  it('becomes a speed dial, unless the number was withheld', () => {
    const target: DropTarget = { kind: 'speedDials', groupId: 'g1' };
    const entry = { kind: 'newSpeedDial', name: 'Sofia Rossi', number: '1044', groupId: 'g1' };
    expect(dropAction(call('ring'), target, state)).toEqual(entry);
    const hidden = aState([aCall('ring', { party: { number: null, name: 'Somebody' } })]);
    expect(dropAction(call('ring'), target, hidden)).toEqual({ kind: 'refused', why: 'drag.withheld' });
    expect(dropAction(call('ended'), target, state)).toEqual({ kind: 'refused', why: 'drag.gone' });
  });

  it('means nothing to a line or the dial field', () => {
    expect(dropAction(call('talk'), onLine('line-2001'), state)).toEqual({ kind: 'nothing' });
    expect(dropAction(call('talk'), { kind: 'dial' }, state)).toEqual({ kind: 'nothing' });
  });
});

describe('a dragged person', () => {
  const state = aState();

  it('is called from the line it is dropped on, or from the own line by the dial field', () => {
    const makeCall = (lineId: string) => ({ kind: 'send', command: { type: 'makeCall', lineId, to: '1310' } });
    expect(dropAction(person('1310'), onLine('line-39002'), state)).toEqual(makeCall('line-39002'));
    expect(dropAction(person('1310'), { kind: 'dial' }, state)).toEqual(makeCall('line-2001'));
  });

  it('is not called from an intercom line, a line that has gone, or without a connection', () => {
    const lines = (state.console?.lines ?? []).map((line) => ({ ...line, kind: 'intercom' as const }));
    const intercom = { ...state, console: state.console === null ? null : { ...state.console, lines } };
    for (const [target, facts] of [
      [onLine('line-2001'), intercom],
      [onLine('line-9'), state],
      [{ kind: 'dial' } as const, intercom],
    ] as const) {
      expect(dropAction(person('1310'), target, facts)).toEqual({ kind: 'refused', why: 'top.noLine' });
    }
    const out = aState([], { link: { phase: 'signedOut', failure: null }, console: null });
    expect(dropAction(person('1310'), { kind: 'dial' }, out)).toEqual({ kind: 'refused', why: 'reason.notLive' });
    expect(dropAction(person('abc'), { kind: 'dial' }, state)).toMatchObject({ why: 'dialProblem.badCharacter' });
  });

  it('becomes a speed dial, and means nothing to another person', () => {
    const entry = { kind: 'newSpeedDial', name: 'Olivia Grant', number: '1310', groupId: null };
    expect(dropAction(person('1310'), { kind: 'speedDials', groupId: null }, state)).toEqual(entry);
    expect(dropAction(person('1310'), onPerson('1187'), state)).toEqual({ kind: 'nothing' });
  });
});

describe('a person dropped on a call', () => {
  it('takes the call, where it can be transferred', () => {
    const state = aState([talking, ringing]);
    const command = { type: 'transfer', connectionId: 'talk', to: '1310' };
    expect(dropAction(person('1310'), onCall('talk'), state)).toEqual({ kind: 'send', command });
    expect(dropAction(person('1310'), onCall('ring'), state)).toMatchObject({ kind: 'refused' });
  });
});

describe('on its way', () => {
  function carrier(): Pick<DataTransfer, 'setData' | 'getData'> {
    const data = new Map<string, string>();
    return { setData: (type, value) => void data.set(type, value), getData: (type) => data.get(type) ?? '' };
  }

  it.each([call('talk'), person('+49 30 555', 'Zoë Ångström')])('%j arrives as it left', (payload) => {
    const transfer = carrier();
    writePayload(transfer, payload);
    expect(readPayload(transfer)).toEqual(payload);
  });

  it('gives other programs the number and nothing of a call', () => {
    const transfer = carrier();
    writePayload(transfer, person('1310'));
    expect(transfer.getData('text/plain')).toBe('1310');
    const other = carrier();
    writePayload(other, call('talk'));
    expect(other.getData('text/plain')).toBe('');
  });

  it.each(['', 'not json', '{"kind":"call"}', '{"kind":"person","name":"x","number":""}', 'null'])(
    'takes nothing from %j',
    (text) => {
      const transfer = carrier();
      transfer.setData(dragTypes.call, text);
      transfer.setData(dragTypes.person, text);
      transfer.setData('text/plain', '1310');
      expect(readPayload(transfer)).toBeNull();
    },
  );
});
