/** Transfer call: two calls of a phone become one without it, and the call stays whose call it was. */
import { beforeEach, describe, expect, it } from 'vitest';
import { answerOf, callId, dn, line, sharedAt210, TestSwitch, toLine, toNumber } from './testSwitch';

let at: TestSwitch;
beforeEach(() => {
  at = new TestSwitch();
});

describe('two calls that are talked in', () => {
  it('become one: caller, times and name stay those of the one that lives on', () => {
    at.talk('101', '102');
    at.clock.advance(10_000);
    at.consult('102', '103');
    at.clock.advance(5_000);
    at.press('answerCall', '103', 'c2');
    at.clock.advance(5_000);
    expect(answerOf(at.joinAndLeave('102'))).toBe('accepted');
    expect(at.states('c2')).toBeNull();
    expect(at.states()).toEqual(['101 out connected', '103 in connected']);
    expect(at.call()).toMatchObject({
      caller: { number: '101' },
      calledDn: '102',
      forwardedBy: { number: '102', name: 'Colleague two' },
      startedAt: 1_000_000,
      answeredAt: 1_000_000,
      connections: [{ since: 1_000_000 }, { since: 1_015_000 }],
    });
    expect(at.causes().slice(-2)).toEqual(['transferred', 'transferred']);
  });

  it('of a manager’s caller stays the manager’s, at two lines of the phone', () => {
    at.sim.setServed(true);
    at.dial('101', '600');
    at.select(toLine('390'));
    at.press('answerCall', '390');
    at.talk('200', '103', 'c2');
    expect(answerOf(at.joinAndLeave('390', '200'))).toBe('accepted');
    expect(at.states()).toEqual(['101 out connected', '103 in connected']);
    expect(at.call()).toMatchObject({ routedFor: '600', calledDn: '600', caller: { number: '101' } });
    expect(at.sim.snapshot().calls).toHaveLength(1);
  });

  it('that were both made from here: who joins is the caller now', () => {
    at.talk('102', '101');
    at.talk('102', '103', 'c2');
    at.joinAndLeave('102');
    expect(at.states()).toEqual(['101 in connected', '103 out connected']);
    expect(at.call()).toMatchObject({ caller: { number: '103', name: 'Colleague three' }, calledDn: '101' });
  });

  it('that both came in: one of them is the caller', () => {
    at.talk('101', '102');
    at.talk('103', '102', 'c2');
    at.joinAndLeave('102');
    expect(at.states()).toEqual(['101 out connected', '103 in connected']);
  });

  it('stay on hold where the other party holds', () => {
    at.talk('101', '102');
    at.press('holdCall', '101');
    at.talk('102', '103', 'c2');
    at.joinAndLeave('102', '102', 'c2', 'c1');
    expect(at.states('c2')).toEqual(['103 in connected', '101 out hold']);
    at.press('retrieveCall', '101', 'c2');
    expect(at.states('c2')).toEqual(['103 in connected', '101 out connected']);
  });
});

describe('while it still rings', () => {
  beforeEach(() => {
    at.talk('101', '102');
    at.consult('102', '103');
  });

  it('the other party hears it ring, and is through when it is answered', () => {
    at.clock.advance(3_000);
    expect(answerOf(at.joinAndLeave('102'))).toBe('accepted');
    expect(at.states('c2')).toBeNull();
    expect(at.states()).toEqual(['101 out alerting', '103 in alerting']);
    expect(at.call()).toMatchObject({ answeredAt: null, consultation: null, forwardedBy: { number: '102' } });
    expect(at.call()?.connections[1]?.since, 'it has rung all the time').toBe(1_000_000);
    at.press('answerCall', '103');
    expect(at.states()).toEqual(['101 out connected', '103 in connected']);
  });

  it('the call that only rings cannot be the one that lives on, nor can one with the busy tone be joined', () => {
    expect(answerOf(at.joinAndLeave('102', '102', 'c2', 'c1'))).toBe('staleState');
    at.dial('102', '999', 'c3');
    expect(answerOf(at.joinAndLeave('102', '102', 'c1', 'c3'))).toBe('staleState');
  });

  it('a party who was called becomes the caller', () => {
    at.talk('200', '210', 'c3');
    at.consult('200', '700', 'transfer', 'c3', 'c4');
    at.joinAndLeave('200', '200', 'c3', 'c4');
    // 210 has an appearance of the shared number: a phone does not ring for itself.
    expect(at.states('c3')).toEqual(['210 out alerting', '700 in alerting']);
    expect(at.call('c3')).toMatchObject({ caller: { number: '210' }, calledDn: '700' });
  });

  it('is refused where it rings at the other party only', () => {
    at.talk('200', '210', 'c3');
    at.consult('200', '391', 'transfer', 'c3', 'c4');
    const before = at.sim.snapshot();
    expect(answerOf(at.joinAndLeave('200', '200', 'c3', 'c4'))).toBe('cannotDial');
    expect(at.sim.snapshot()).toEqual(before);
  });
});

describe('a manager’s number, asked by somebody who has no right to pass it', () => {
  beforeEach(() => {
    at.sim.setServed(true);
    at.talk('101', '102');
    at.consult('102', '600');
  });

  it('cannot be transferred to before it rings', () => {
    expect(answerOf(at.joinAndLeave('102'))).toBe('staleState');
  });

  it('goes on ringing at the assistant, is the manager’s call, and the service is asked in time', () => {
    at.select(toLine('390'), 10_000);
    at.clock.advance(4_000);
    at.joinAndLeave('102');
    expect(at.states()).toEqual(['101 out alerting', '390 in alerting']);
    expect(at.call()?.routedFor).toBe('600');
    at.clock.advance(5_999);
    expect(at.request()).toBeUndefined();
    at.clock.advance(1);
    expect(at.request()).toMatchObject({ reason: 'noAnswer', callId: 'c1', tried: ['line-390'], routePoint: '600' });
    at.select(toLine('391'));
    expect(at.states()).toEqual(['101 out alerting', '391 in alerting']);
  });

  it('whose no answer is being decided is asked about once more, as the call it is now', () => {
    at.select(toLine('390'), 10_000);
    at.clock.advance(10_000);
    const before = at.request();
    at.joinAndLeave('102');
    expect(at.sim.waitingRoutes()).toMatchObject([{ reason: 'noAnswer', callId: 'c1', tried: ['line-390'] }]);
    expect(at.request()?.routeId).not.toBe(before?.routeId);
    at.press('answerCall', '390');
    expect(at.sim.waitingRoutes()).toEqual([]);
  });
});

describe('is refused', () => {
  it.each([
    ['a call with itself', () => at.joinAndLeave('102', '102', 'c1', 'c1'), 'staleState'],
    ['calls of different phones', () => at.joinAndLeave('102', '103', 'c1', 'c2'), 'notSupported'],
    ['a call that has ended', () => at.joinAndLeave('102', '102', 'c1', 'gone'), 'noSuchCall'],
    ['a call the line has left', () => at.joinAndLeave('102', '103', 'c1', 'c3'), 'staleState'],
  ])('for %s', (_what, press, code) => {
    at.talk('101', '102');
    at.talk('103', '200', 'c2');
    const before = at.sim.snapshot();
    if (code === 'staleState' && _what.includes('left')) at.talk('102', '210', 'c3');
    const outcome = answerOf(press());
    expect(outcome).toBe(code);
    if (code !== 'staleState') expect(at.sim.snapshot()).toEqual(before);
  });

  it('for two calls with the same phone, as nobody can talk to themselves', () => {
    at.talk('200', '102');
    at.talk('390', '102', 'c2');
    expect(answerOf(at.joinAndLeave('102'))).toBe('notSupported');
  });

  it('for an intercom call and for the voicemail', () => {
    at.dial('520', '500', 'c1');
    at.talk('200', '101', 'c2');
    expect(answerOf(at.joinAndLeave('520', '200'))).toBe('noSuchCall');
    at.dial('101', '7000', 'c3');
    expect(answerOf(at.joinAndLeave('101', '101', 'c2', 'c3'))).toBe('notSupported');
  });
});

it('the half-done transfers of the others go on under the name of the call that lives on', () => {
  at.talk('101', '102');
  at.consult('101', '200', 'transfer', 'c1', 'asked');
  at.talk('102', '103', 'c2');
  at.joinAndLeave('102', '102', 'c2', 'c1');
  expect(at.states('c2')).toEqual(['103 in connected', '101 out hold']);
  expect(at.call('asked')?.consultation).toEqual({
    ...{ lineId: line('101'), heldCallId: callId('c2'), purpose: 'transfer' },
  });
  expect(answerOf(at.reconnect('101', 'asked'))).toBe('accepted');
  expect(at.states('c2')).toEqual(['103 in connected', '101 out connected']);
});

it('who was asked may transfer in turn: what waits for the call goes on waiting for it', () => {
  at.talk('101', '102');
  at.consult('102', '103');
  at.press('answerCall', '103', 'c2');
  at.talk('103', '200', 'c3');
  at.joinAndLeave('103', '103', 'c3', 'c2');
  expect(at.states('c3')).toEqual(['200 in connected', '102 out connected']);
  expect(at.call('c3')?.consultation).toMatchObject({ lineId: 'line-102', heldCallId: 'c1' });
  at.reconnect('102', 'c3');
  expect(at.states()).toEqual(['101 out connected', '102 in connected']);
});

it('a shared line is transferred at the appearance that has the call', () => {
  at.dial('101', '700');
  at.sim.execute({ type: 'answerCall', callId: callId('c1'), lineId: sharedAt210 });
  at.sim.execute({
    ...{ type: 'consultationCall', callId: callId('c1'), lineId: sharedAt210, newCallId: callId('c2') },
    ...{ to: dn('700'), purpose: 'transfer' },
  });
  expect(at.states('c2')).toEqual(['700 out alerting', '700 in alerting']);
  const other = { callId: callId('c2'), lineId: sharedAt210 };
  at.sim.execute({ type: 'transferCall', callId: callId('c1'), lineId: sharedAt210, other });
  expect(at.call()?.connections.map(({ lineId }) => lineId)).toEqual(['line-101', 'line-700']);
  expect(answerOf(at.transfer('700', toNumber('102')))).toBe('staleState');
});
