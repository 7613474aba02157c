/** What every switch behind the port must do: consultation, transfer of two calls, conference, tones. */
import { describe, expect, it } from 'vitest';
import { Dn, type CallId } from '../../../shared/ids';
import { maxParties } from '../../../shared/calls/parties';
import { Digits } from '../../../shared/protocol/commands';
import { SwitchCommand } from '../port';
import { dial, does, line, newCall, story, SwitchUnderTest, type Service } from './harness';

const at = new SwitchUnderTest();

const atLine = (callId: CallId, dn: string) => ({ callId, lineId: line(dn) });
const answer = (callId: CallId, dn: string): SwitchCommand => ({ type: 'answerCall', ...atLine(callId, dn) });

/** 1001 talks to 1002. */
async function talking(): Promise<{ service: Service; first: CallId }> {
  const service = await at.connected(1);
  const first = newCall();
  await does(service, dial('1001', '1002', first), answer(first, '1002'));
  return { service, first };
}

/** 1002 asks 1003 meanwhile. */
async function asking(purpose: 'transfer' | 'conference') {
  const { service, first } = await talking();
  const second = newCall();
  const to = Dn.parse('1003');
  await does(service, { type: 'consultationCall', ...atLine(first, '1002'), newCallId: second, to, purpose });
  return { service, first, second };
}

const call = (callId: CallId) => at.sim.snapshot().calls.find((each) => each.callId === callId);

describe('a consultation', () => {
  it('holds the call, makes another, and says at it what waits; also to a service that comes later', async () => {
    const { service, first, second } = await asking('conference');
    expect(story(service).slice(-3)).toEqual([
      'held: 1001 connected, 1002 hold',
      'originated: 1002 initiated',
      'delivered: 1002 alerting, 1003 alerting',
    ]);
    const consultation = { lineId: 'line-1002', heldCallId: first, purpose: 'conference' };
    expect(service.events.at(-1)).toMatchObject({ call: { callId: second, consultation } });
    const later = await at.connected();
    expect(later.snapshots[0]?.calls).toMatchObject([{ consultation: null }, { consultation }]);
  });

  it('is given up by reconnect', async () => {
    const { service, second } = await asking('transfer');
    await does(service, { type: 'reconnectCall', ...atLine(second, '1002') });
    expect(story(service).slice(-2)).toEqual(['callCleared', 'retrieved: 1001 connected, 1002 connected']);
  });

  it('ends with either call, and is told', async () => {
    const { service, first, second } = await asking('transfer');
    await does(service, { type: 'clearConnection', ...atLine(first, '1001') });
    expect(service.events.at(-1)).toMatchObject({ type: 'call', call: { callId: second, consultation: null } });
  });

  it('of a number that nobody has is refused and nothing is held', async () => {
    const { service, first } = await talking();
    const to = Dn.parse('999999');
    const refused = await service.port.send({
      ...{ type: 'consultationCall', ...atLine(first, '1002'), newCallId: newCall(), to, purpose: 'transfer' },
    });
    expect(refused).toMatchObject({ error: { code: 'cannotDial' } });
    expect(story(service).at(-1)).toBe('established: 1001 connected, 1002 connected');
  });
});

describe('transfer call', () => {
  it.each([
    ['answered', 'transferred: 1001 connected, 1003 connected'],
    ['ringing', 'transferred: 1001 alerting, 1003 alerting'],
  ])('joins the others, the second call %s, and leaves', async (second, told) => {
    const asked = await asking('transfer');
    const { service, first } = asked;
    if (second === 'answered') await does(service, answer(asked.second, '1003'));
    const other = atLine(asked.second, '1002');
    await does(service, { type: 'transferCall', ...atLine(first, '1002'), other });
    expect(story(service).slice(-2)).toEqual([told, 'callCleared']);
    expect(call(first)).toMatchObject({ consultation: null, forwardedBy: { number: '1002' } });
    expect(at.sim.snapshot().calls).toHaveLength(1);
  });
});

describe('conference call', () => {
  it('has everybody in one call; who leaves leaves the others talking', async () => {
    const { service, first, second } = await asking('conference');
    await does(service, answer(second, '1003'));
    const others = [atLine(second, '1002')];
    await does(service, { type: 'conferenceCall', ...atLine(first, '1002'), others });
    expect(story(service).slice(-2)).toEqual([
      'conferenced: 1001 connected, 1002 connected, 1003 connected',
      'callCleared',
    ]);
    await does(service, { type: 'clearConnection', ...atLine(first, '1002') });
    expect(story(service).at(-1)).toBe('connectionCleared: 1001 connected, 1003 connected');
  });

  it(`joins ${String(maxParties)} parties and no more`, async () => {
    const { service, first } = await talking();
    for (let party = 3; party <= maxParties; party += 1) {
      const next = newCall();
      const dn = String(1_000 + party);
      await does(service, dial('1002', dn, next), answer(next, dn));
      const others = [atLine(next, '1002')];
      await does(service, { type: 'conferenceCall', ...atLine(first, '1002'), others });
    }
    expect(call(first)?.connections).toHaveLength(maxParties);
    const next = newCall();
    await does(service, dial('1002', '1030', next), answer(next, '1030'));
    const others = [atLine(next, '1002')];
    const refused = await service.port.send({ type: 'conferenceCall', ...atLine(first, '1002'), others });
    expect(refused).toMatchObject({ error: { code: 'tooManyParties' } });
    expect(call(first)?.connections).toHaveLength(maxParties);
    expect(call(next)?.connections).toHaveLength(2);
  });
});

it('keeps the tones that were sent from a line, for whoever listens', async () => {
  const { service, first } = await talking();
  await does(service, { type: 'generateDigits', ...atLine(first, '1002'), digits: Digits.parse('12#') });
  await does(service, { type: 'generateDigits', ...atLine(first, '1002'), digits: Digits.parse('0') });
  expect(service.events.at(-1)).toMatchObject({
    type: 'call',
    call: { connections: [{ digits: '' }, { digits: '12#0' }] },
  });
});

it.each(['consultationCall', 'reconnectCall', 'transferCall', 'conferenceCall', 'generateDigits'] as const)(
  '%s at a call that has ended is refused',
  async (type) => {
    const service = await at.connected(1);
    const [there, other] = [atLine(newCall(), '1002'), atLine(newCall(), '1002')];
    const more = {
      consultationCall: { newCallId: newCall(), to: Dn.parse('1003'), purpose: 'transfer' },
      reconnectCall: {},
      transferCall: { other },
      conferenceCall: { others: [other] },
      generateDigits: { digits: Digits.parse('1') },
    }[type];
    const command = SwitchCommand.parse({ type, ...there, ...more });
    expect(await service.port.send(command)).toMatchObject({ error: { code: 'noSuchCall' } });
  },
);
