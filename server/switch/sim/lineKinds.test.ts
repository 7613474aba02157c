import { beforeEach, describe, expect, it } from 'vitest';
import { answerOf, callId, dn, line, phoneId, sharedAt210, TestSwitch, testPlan, toNumber } from './testSwitch';
import { NumberPlan } from './plan';

let at: TestSwitch;
beforeEach(() => {
  at = new TestSwitch();
});

const lineIds = (id = 'c1') => at.call(id)?.connections.map((each) => each.lineId);

it('an intercom call that is answered does not wait: what its caller talks in meanwhile does', () => {
  at.dial('600', '101');
  at.dial('500', '200', 'c2');
  at.press('answerCall', '101');
  expect(at.states()).toEqual(['600 out connected', '101 in connected']);
  at.press('answerCall', '200', 'c2');
  expect(at.states('c2')).toEqual(['500 out connected', '200 in connected']);
  expect(at.states()).toEqual(['600 out hold', '101 in connected']);
});

describe('a shared line', () => {
  beforeEach(() => at.dial('101', '700'));

  it('rings on all its phones; whoever answers first has it', () => {
    expect(lineIds()).toEqual(['line-101', 'line-700', sharedAt210]);
    at.sim.execute({ type: 'answerCall', callId: callId('c1'), lineId: sharedAt210 });
    expect(lineIds()).toEqual(['line-101', sharedAt210]);
    expect(answerOf(at.press('answerCall', '700'))).toBe('staleState');
  });

  it('rings on for the others when one hangs up, and ends with the caller', () => {
    at.press('clearConnection', '700');
    expect(lineIds()).toEqual(['line-101', sharedAt210]);
    at.press('clearConnection', '101');
    expect(at.states()).toBeNull();
  });

  it('stops ringing everywhere when it is sent on', () => {
    at.deflect('700-210', toNumber('102'));
    expect(lineIds()).toEqual(['line-101', 'line-102']);
  });

  it('is busy only when every phone is', () => {
    for (const id of ['a', 'b', 'c', 'd']) at.dial('700', '102', id);
    at.dial('103', '700', 'c2');
    expect(lineIds('c2')).toEqual(['line-103', sharedAt210]);
  });

  it('shows its own number when it calls, and rings the other phone when its assistant calls it', () => {
    at.dial('700-210', '102', 'c2');
    expect(at.call('c2')?.caller).toEqual({ number: '700', name: 'Sharing manager' });
    at.dial('210', '700', 'c3');
    expect(lineIds('c3')).toEqual(['line-210', 'line-700']);
  });

  it('goes where its owner’s phone is forwarded', () => {
    at.sim.setForward(phoneId('700'), dn('102'));
    at.dial('103', '700', 'c2');
    expect(lineIds('c2')).toEqual(['line-103', 'line-102']);
  });
});

describe('an intercom line', () => {
  it('answers by itself', () => {
    at.sim.execute({ type: 'setDoNotDisturb', phoneId: phoneId('200'), on: true });
    at.dial('500', '520');
    expect(at.states()).toEqual(['500 out connected', '520 in connected']);
    expect(answerOf(at.press('holdCall', '520'))).toBe('notSupported');
    expect(answerOf(at.transfer('500', toNumber('102')))).toBe('notSupported');
  });

  it('rings while its phone is in another call', () => {
    at.dial('101', '200');
    at.press('answerCall', '200');
    at.dial('500', '520', 'c2');
    expect(at.states('c2')).toEqual(['500 out alerting', '520 in alerting']);
    at.press('answerCall', '520', 'c2');
    expect(at.states()).toEqual(['101 out connected', '200 in hold']);
  });

  it('ends when its phone takes up another call, because it cannot wait', () => {
    at.dial('101', '200');
    at.dial('500', '520', 'c2');
    expect(at.states('c2')).toEqual(['500 out connected', '520 in connected']);
    at.press('answerCall', '200');
    expect(at.states('c2')).toBeNull();
    expect(at.states()).toEqual(['101 out connected', '200 in connected']);
  });
});

describe('the plan', () => {
  const [first, ...rest] = testPlan.phones;
  it.each([
    ['a number twice that is not shared', { ...testPlan, sharedDns: [] }, /700 is given to two lines/],
    ['a pilot that somebody has', { ...testPlan, voicemail: { pilot: dn('101'), boxes: [] } }, /101 is given/],
    ['a box without a phone', { ...testPlan, voicemail: { pilot: dn('7000'), boxes: [dn('390')] } }, /390/],
    ['a line twice', { ...testPlan, phones: [...rest, ...(first ? [first, first] : [])] }, /two lines/],
  ])('refuses %s', (_what, plan, message) => {
    expect(() => new NumberPlan(plan)).toThrow(message);
  });

  it('knows every appearance of a number, the owner’s first', () => {
    expect(new NumberPlan(testPlan).linesByDn(dn('700')).map((each) => each.lineId)).toEqual([
      line('700'),
      sharedAt210,
    ]);
  });
});
