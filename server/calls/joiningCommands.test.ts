/** Consult and give up, direct transfer, join, tones: what the assistant's console is shown, and what is refused. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallView } from '../../shared/calls/model';
import { CallId, CommandId, connectionIdOf, Dn, type ConnectionId } from '../../shared/ids';
import { Digits, type Command } from '../../shared/protocol/commands';
import { until } from '../testing/until';
import { execute } from './execute';
import { lineId } from './testCompany';
import { TestService, user } from './testService';

let service: TestService;
let managers: ConnectionId;
let callId: CallId;

/** 101 has called Ann and talks to Maya. */
beforeEach(async () => {
  service = await TestService.open();
  service.online('maya');
  callId = service.dial('101', '600');
  await service.reaches(callId, '390 alerting');
  managers = connectionIdOf(callId, lineId('390'));
  await does({ type: 'answer', connectionId: managers });
});
afterEach(() => service.close());

const done = { ok: true };
const refused = (code: string) => ({ ok: false, error: { code } });
const does = async (command: Command) => expect(await service.command('maya', command)).toMatchObject(done);
const calls = () => service.console('maya').calls;
const at = (connectionId: ConnectionId) => calls().find((call) => call.connectionId === connectionId);
const answers = (who: string, id: CallId) =>
  service.sim.execute({ type: 'answerCall', callId: id, lineId: lineId(who) });

/** The call with who is asked. */
async function consult(to = '102', purpose: 'transfer' | 'conference' = 'transfer'): Promise<CallView> {
  await does({ type: 'consult', connectionId: managers, to: Dn.parse(to), purpose });
  return until(() => calls().find((call) => call.consultation?.side === 'consulted'), 'the consultation');
}

/** Maya calls somebody from her own line, who answers. */
async function talk(to: string): Promise<CallView> {
  const before = new Set(calls().map((call) => call.callId));
  await does({ type: 'makeCall', lineId: lineId('200'), to: Dn.parse(to) });
  const made = await until(() => calls().find((call) => !before.has(call.callId)), 'the new call');
  answers(to, made.callId);
  return until(() => at(made.connectionId), 'the call');
}

describe('a consultation', () => {
  it('is shown at both calls, each naming the other', async () => {
    const asked = await consult();
    expect(asked).toMatchObject({
      ...{ lineId: 'line-390', state: 'alerting', direction: 'out', party: { number: '102' } },
      consultation: { purpose: 'transfer', side: 'consulted', other: managers },
    });
    expect(at(managers)).toMatchObject({
      state: 'hold',
      consultation: { purpose: 'transfer', side: 'held', other: asked.connectionId },
    });
  });

  it('dials as the dial rules say', async () => {
    const rule = { kind: 'dial', position: 0, name: 'outside', begins_with: '01', digits: null, remove: 1, prefix: '' };
    await service.db
      .insertInto('rules')
      .values({ ...rule, kind: 'dial' })
      .execute();
    await service.takeOver();
    expect(await consult('0102')).toMatchObject({ party: { number: '102' } });
  });

  it('asked for twice with the same id is one consultation', async () => {
    const command: Command = { type: 'consult', connectionId: managers, to: Dn.parse('102'), purpose: 'conference' };
    const id = CommandId.parse('once');
    expect(await execute(service.now, user('maya'), id, command)).toMatchObject(done);
    await execute(service.now, user('maya'), id, command);
    expect(service.sim.snapshot().calls).toHaveLength(2);
  });

  it.each(['held', 'consulted'] as const)('is given up from the side that is %s', async (side) => {
    const asked = await consult();
    const connectionId = side === 'held' ? managers : asked.connectionId;
    await does({ type: 'cancelConsult', connectionId });
    expect(calls()).toMatchObject([{ connectionId: managers, state: 'connected', consultation: null }]);
  });

  it('is over when who was asked hangs up; then there is nothing to give up', async () => {
    const asked = await consult();
    answers('102', asked.callId);
    service.sim.execute({ type: 'clearConnection', callId: asked.callId, lineId: lineId('102') });
    expect(calls()).toMatchObject([{ connectionId: managers, state: 'hold', consultation: null }]);
    const given = await service.command('maya', { type: 'cancelConsult', connectionId: managers });
    expect(given).toMatchObject(refused('staleState'));
  });

  it.each([
    ['nobody has', '98765'],
    ['is the assistant’s own', '200'],
    ['is that of the very line', '390'],
    ['is in the call already', '101'],
  ])('with a number that %s is refused, and so is a transfer; the call goes on', async (_why, number) => {
    const before = service.sim.snapshot();
    const to = Dn.parse(number);
    for (const command of [
      { type: 'consult', connectionId: managers, to, purpose: 'conference' },
      { type: 'transfer', connectionId: managers, to },
    ] as const) {
      const answer = await service.command('maya', command);
      expect(answer).toMatchObject(refused('cannotDial'));
      expect(answer.ok ? '' : answer.error.message).not.toBe('');
    }
    expect(service.sim.snapshot()).toEqual(before);
  });

  it('cannot begin while one is under way, nor from an intercom call', async () => {
    const asked = await consult();
    for (const connectionId of [managers, asked.connectionId]) {
      const command: Command = { type: 'consult', connectionId, to: Dn.parse('103'), purpose: 'transfer' };
      expect(await service.command('maya', command)).toMatchObject(refused('staleState'));
    }
    await does({ type: 'makeCall', lineId: lineId('2009'), to: Dn.parse('6009') });
    const intercom = await until(() => calls().find((call) => call.lineId === 'line-2009'), 'the intercom');
    const { connectionId } = intercom;
    const others: Command[] = [
      { type: 'consult', connectionId, to: Dn.parse('103'), purpose: 'conference' },
      { type: 'directTransfer', connectionId, with: managers },
      { type: 'directTransfer', connectionId: managers, with: connectionId },
      { type: 'join', connectionId: managers, with: [connectionId] },
    ];
    for (const command of others) expect(await service.command('maya', command)).toMatchObject(refused('staleState'));
  });
});

describe('direct transfer', () => {
  it.each(['from the manager’s call', 'from the other'])('joins two calls and leaves, %s', async (which) => {
    const other = await talk('102');
    const [connectionId, with_] =
      which === 'from the other' ? [other.connectionId, managers] : [managers, other.connectionId];
    await does({ type: 'directTransfer', connectionId, with: with_ });
    expect(calls()).toEqual([]);
    expect(service.sim.snapshot().calls).toMatchObject([{ callId, routedFor: '600', caller: { number: '101' } }]);
    expect(service.at(callId)).toBe('102 connected');
  });

  it.each(['held', 'consulted'] as const)(
    'completes a consult transfer while it rings, from the %s side',
    async (side) => {
      const asked = await consult();
      const pair = [managers, asked.connectionId] as const;
      const [connectionId, with_] = side === 'held' ? pair : ([pair[1], pair[0]] as const);
      await does({ type: 'directTransfer', connectionId, with: with_ });
      expect(service.at(callId)).toBe('102 alerting');
      expect(calls()).toEqual([]);
    },
  );

  it('is refused with itself, with a call that rings otherwise, with one that has ended', async () => {
    await does({ type: 'makeCall', lineId: lineId('200'), to: Dn.parse('102') });
    const rings = await until(() => calls().find((call) => call.lineId === 'line-200'), 'the call');
    const gone = connectionIdOf(CallId.parse('gone'), lineId('200'));
    for (const [other, code] of [
      [managers, 'staleState'],
      [rings.connectionId, 'staleState'],
      [gone, 'noSuchCall'],
    ] as const) {
      const command: Command = { type: 'directTransfer', connectionId: managers, with: other };
      expect(await service.command('maya', command)).toMatchObject(refused(code));
    }
    expect(service.at(callId)).toBe('390 hold');
  });
});

describe('a conference', () => {
  it('shows the others in the order they came, and the first of them as the party', async () => {
    const other = await talk('102');
    await does({ type: 'join', connectionId: other.connectionId, with: [managers] });
    expect(calls()).toMatchObject([
      {
        ...{ connectionId: managers, state: 'connected', parties: 3, managerId: 'ann' },
        party: { number: '101', name: 'Caller 101' },
        members: [{ number: '101' }, { number: '102', name: 'Caller 102' }],
      },
    ]);
    const third = await talk('103');
    await does({ type: 'join', connectionId: managers, with: [third.connectionId] });
    expect(at(managers)).toMatchObject({
      parties: 4,
      members: [{ number: '101' }, { number: '102' }, { number: '103' }],
    });
    service.sim.execute({ type: 'clearConnection', callId, lineId: lineId('101') });
    expect(at(managers)).toMatchObject({
      parties: 3,
      party: { number: '102' },
      members: [{ number: '102' }, { number: '103' }],
    });
    service.sim.execute({ type: 'clearConnection', callId, lineId: lineId('102') });
    expect(at(managers)).toMatchObject({ parties: 2, party: { number: '103' }, members: [] });
  });

  it('completes a consultation, can be held, and is left with hang up', async () => {
    const asked = await consult('102', 'conference');
    answers('102', asked.callId);
    await does({ type: 'join', connectionId: managers, with: [asked.connectionId] });
    expect(at(managers)).toMatchObject({ parties: 3, consultation: null, state: 'connected' });
    await does({ type: 'hold', connectionId: managers });
    await does({ type: 'retrieve', connectionId: managers });
    for (const command of [
      { type: 'transfer', connectionId: managers, to: Dn.parse('103') },
      { type: 'consult', connectionId: managers, to: Dn.parse('103'), purpose: 'transfer' },
      { type: 'redirect', connectionId: managers },
    ] as const) {
      expect(await service.command('maya', command)).toMatchObject(refused('staleState'));
    }
    await does({ type: 'hangUp', connectionId: managers });
    expect(calls()).toEqual([]);
    expect(service.at(callId)).toBe('102 connected');
  });

  it('needs calls that are talked in, each once', async () => {
    const asked = await consult();
    const other = at(managers);
    for (const with_ of [[asked.connectionId], [managers], []] as const) {
      const command: Command = { type: 'join', connectionId: managers, with: [...with_] };
      expect(await service.command('maya', command)).toMatchObject(refused('staleState'));
    }
    answers('102', asked.callId);
    const twice: Command = { type: 'join', connectionId: managers, with: [asked.connectionId, asked.connectionId] };
    expect(await service.command('maya', twice)).toMatchObject(refused('staleState'));
    expect(at(managers)).toEqual(other);
  });
});

it('a shared number that rings on two phones is one party, not a conference', () => {
  service.dial('200', '700');
  const call = calls().find(({ lineId: id }) => id === 'line-200');
  expect(call).toMatchObject({ state: 'alerting', direction: 'out', parties: 2, members: [] });
});

it('tones go into a call that is talked in', async () => {
  await does({ type: 'sendDigits', connectionId: managers, digits: Digits.parse('12#') });
  const connection = () => service.mirror.calls.get(callId)?.connections.find(({ dn }) => dn === '390');
  expect(connection()?.digits).toBe('12#');
  await does({ type: 'hold', connectionId: managers });
  const command: Command = { type: 'sendDigits', connectionId: managers, digits: Digits.parse('1') };
  expect(await service.command('maya', command)).toMatchObject(refused('staleState'));
});

describe('every call that is named', () => {
  const foreign = () => ['391', '600', '101', 'nowhere'].map((line) => connectionIdOf(callId, lineId(line)));

  it('has to be the assistant’s own', async () => {
    const sent = service.sent.length;
    const before = service.sim.snapshot();
    for (const other of foreign()) {
      for (const command of [
        { type: 'directTransfer', connectionId: managers, with: other },
        { type: 'directTransfer', connectionId: other, with: managers },
        { type: 'join', connectionId: managers, with: [other] },
        { type: 'join', connectionId: other, with: [managers] },
      ] as const satisfies readonly Command[]) {
        expect(await service.command('maya', command)).toMatchObject(refused('notAllowed'));
      }
    }
    expect(service.sent).toHaveLength(sent);
    expect(service.sim.snapshot()).toEqual(before);
  });

  it('is refused while the switch is away', async () => {
    service.mirror.up = false;
    for (const command of [
      { type: 'consult', connectionId: managers, to: Dn.parse('102'), purpose: 'transfer' },
      { type: 'directTransfer', connectionId: managers, with: managers },
    ] as const) {
      expect(await service.command('maya', command)).toMatchObject(refused('switchUnreachable'));
    }
  });
});
