import { beforeEach, describe, expect, it } from 'vitest';
import { answerOf, TestSwitch } from './testSwitch';

let at: TestSwitch;
beforeEach(() => {
  at = new TestSwitch();
});

describe('a call between two phones', () => {
  it('rings: the caller hears it, the called phone alerts', () => {
    expect(answerOf(at.dial('101', '102'))).toBe('accepted');
    expect(at.states()).toEqual(['101 out alerting', '102 in alerting']);
    expect(at.causes()).toEqual(['originated', 'delivered']);
    expect(at.events[0]).toMatchObject({ call: { connections: [{ state: 'initiated', direction: 'out' }] } });
    expect(at.call()).toMatchObject({
      caller: { number: '101', name: 'Colleague one' },
      calledDn: '102',
      answeredAt: null,
    });
  });

  it('is answered: both talk, and the time of it is kept', () => {
    at.dial('101', '102');
    at.clock.advance(4_000);
    at.press('answerCall', '102');
    expect(at.states()).toEqual(['101 out connected', '102 in connected']);
    expect(at.call()).toMatchObject({ startedAt: 1_000_000, answeredAt: 1_004_000 });
  });

  it('is held by one side only, and taken back', () => {
    at.dial('101', '102');
    at.press('answerCall', '102');
    at.clock.advance(1_000);
    at.press('holdCall', '102');
    expect(at.states()).toEqual(['101 out connected', '102 in hold']);
    expect(at.call()?.connections.map((side) => side.since)).toEqual([1_000_000, 1_001_000]);
    at.press('retrieveCall', '102');
    expect(at.states()).toEqual(['101 out connected', '102 in connected']);
    expect(at.causes().slice(-2)).toEqual(['held', 'retrieved']);
  });

  it.each(['101', '102'])('ends for both when %s hangs up', (who) => {
    at.dial('101', '102');
    at.press('answerCall', '102');
    at.press('clearConnection', who);
    expect(at.states()).toBeNull();
    expect(at.events.at(-1)).toEqual({ type: 'callCleared', cause: 'connectionCleared', callId: 'c1' });
  });

  it('ends when the caller gives up while it rings', () => {
    at.dial('101', '102');
    at.press('clearConnection', '101');
    expect(at.states()).toBeNull();
  });

  it.each([
    ['a number nobody has', '999'],
    ['the own number', '101'],
  ])('gives the busy tone until hung up: %s', (_what, number) => {
    expect(answerOf(at.dial('101', number))).toBe('accepted');
    expect(at.states()).toEqual(['101 out fail']);
    expect(at.causes()).toEqual(['originated', 'failed']);
    expect(at.call()?.failedFor).toBe('notObtainable');
    at.press('clearConnection', '101');
    expect(at.states()).toBeNull();
  });

  it('gives the busy tone where a line has all the calls it can have', () => {
    const callers = ['101', '102', '103', '200'];
    callers.forEach((from, n) => at.dial(from, '+49305550100', `c${String(n)}`));
    at.dial('390', '+49305550100', 'fifth');
    expect(at.states('fifth')).toEqual(['390 out fail']);
    expect(at.call('fifth')?.failedFor).toBe('busy');
  });
});

describe('call waiting', () => {
  beforeEach(() => {
    at.dial('101', '102');
    at.press('answerCall', '102');
    at.dial('103', '102', 'c2');
  });

  it('rings a line that talks', () => {
    expect(at.states('c2')).toEqual(['103 out alerting', '102 in alerting']);
  });

  it('puts the first call on hold when the second is answered, and back', () => {
    at.press('answerCall', '102', 'c2');
    expect(at.states()).toEqual(['101 out connected', '102 in hold']);
    expect(at.states('c2')).toEqual(['103 out connected', '102 in connected']);
    at.press('retrieveCall', '102');
    expect(at.states('c2')).toEqual(['103 out connected', '102 in hold']);
  });

  it('counts the whole phone: a call at one line goes on hold when another line is taken up', () => {
    at.dial('101', '200', 'c3');
    at.press('answerCall', '200', 'c3');
    at.dial('103', '390', 'c4');
    at.press('answerCall', '390', 'c4');
    expect(at.states('c3')).toEqual(['101 out connected', '200 in hold']);
  });

  it('holds the call of a caller who has taken up another one meanwhile', () => {
    at.dial('200', '+49305550100', 'out');
    at.dial('103', '200', 'in');
    at.press('answerCall', '200', 'in');
    at.press('answerCall', '+49305550100', 'out');
    expect(at.states('out')).toEqual(['200 out hold', '+49305550100 in connected']);
  });
});

describe('a command the call has moved on from', () => {
  it.each([
    ['answerCall', '102'],
    ['retrieveCall', '102'],
    ['holdCall', '103'],
    ['clearConnection', '103'],
  ] as const)('%s at %s is stale', (type, who) => {
    at.dial('101', '102');
    at.press('answerCall', '102');
    expect(answerOf(at.press(type, who))).toBe('staleState');
  });

  it.each(['answerCall', 'retrieveCall', 'holdCall', 'clearConnection'] as const)('%s finds no ended call', (type) => {
    at.dial('101', '102');
    at.press('clearConnection', '101');
    expect(answerOf(at.press(type, '102'))).toBe('noSuchCall');
  });

  it('a call id is used once at a time', () => {
    at.dial('101', '102');
    expect(answerOf(at.dial('103', '102'))).toBe('staleState');
  });
});
