import { beforeEach, expect, it } from 'vitest';
import { answerOf, callId, dn, phoneId, TestSwitch, toLine, toNumber, toVoicemail } from './testSwitch';

let at: TestSwitch;
const asked = () => at.events.filter((event) => event.type === 'routeRequest').length;

beforeEach(() => {
  at = new TestSwitch();
  at.sim.setServed(true);
  at.dial('101', '600');
});

it('asks again after the time it was given, and the call goes on ringing', () => {
  at.select(toLine('390'), 10_000);
  at.clock.advance(9_999);
  expect(at.request()).toBeUndefined();
  at.clock.advance(1);
  expect(at.request()).toMatchObject({ reason: 'noAnswer', routePoint: '600', tried: ['line-390'] });
  expect(at.states()).toEqual(['101 out alerting', '390 in alerting']);
});

it('counts for a number that leads elsewhere too, and remembers every line it rang', () => {
  at.select(toNumber('102'), 1_000);
  at.clock.advance(1_000);
  at.select(toLine('391'), 1_000);
  at.clock.advance(1_000);
  expect(at.request()?.tried).toEqual(['line-102', 'line-391']);
  expect(answerOf(at.select(toLine('391'), 1_000))).toBe('cannotDial');
});

it.each([
  ['answered', () => at.press('answerCall', '390')],
  ['sent on', () => at.deflect('390', toNumber('103'))],
  ['given up', () => at.press('clearConnection', '101')],
])('nobody is asked about a call that was %s, neither later nor still', (_what, end) => {
  at.select(toLine('390'), 1_000);
  end();
  at.clock.advance(60_000);
  expect(asked()).toBe(1);
  at.dial('102', '600', 'c2');
  at.select(toLine('391'), 1_000);
  at.clock.advance(1_000);
  at.press('answerCall', '391', 'c2');
  expect(at.request()).toBeUndefined();
});

it('rings on without more questions when the service ends them, or gave no time', () => {
  at.select(toLine('390'), 1_000);
  at.clock.advance(1_000);
  const routeId = at.request()?.routeId ?? '';
  expect(answerOf(at.sim.execute({ type: 'routeEnd', routeId }))).toBe('accepted');
  at.clock.advance(60_000);
  expect(asked()).toBe(2);
  expect(at.states()).toEqual(['101 out alerting', '390 in alerting']);
});

it('a call that has not rung yet cannot be left ringing', () => {
  const routeId = at.request()?.routeId ?? '';
  expect(answerOf(at.sim.execute({ type: 'routeEnd', routeId }))).toBe('notSupported');
});

it('keeps the question while no service is there', () => {
  at.select(toLine('390'), 1_000);
  at.sim.setServed(false);
  at.clock.advance(1_000);
  expect(at.request()).toMatchObject({ reason: 'noAnswer', tried: ['line-390'] });
});

it('begins anew at the next manager’s route point', () => {
  at.select(toLine('390'), 1_000);
  at.clock.advance(1_000);
  at.select(toNumber('601'));
  expect(at.request()).toMatchObject({ reason: 'incoming', routePoint: '601', tried: [] });
});

it('leaves a message in the manager’s box, also through a forward to the pilot', () => {
  at.select(toVoicemail('600'));
  expect(at.states()).toEqual(['101 out connected', '7000 in connected']);
  at.press('clearConnection', '101');
  expect(at.phone('600')?.messageWaiting).toBe(true);
  at.dial('600', '7000', 'c2');
  expect(at.phone('600')?.messageWaiting).toBe(false);
  at.sim.setForward(phoneId('600'), dn('7000'));
  at.sim.setServed(false);
  at.dial('102', '600', 'c3');
  at.press('clearConnection', '102', 'c3');
  expect(at.phone('600')?.messageWaiting).toBe(true);
});

it('voicemail takes any number of calls, and refuses where there is no box', () => {
  for (let n = 0; n < 9; n += 1) at.dial(n % 2 ? '102' : '103', '7000', `no-box-${String(n)}`);
  expect(at.call('no-box-0')?.connections.map((each) => each.state)).toEqual(['fail']);
  expect(answerOf(at.select(toVoicemail('601')))).toBe('cannotDial');
  at.select(toVoicemail('600'));
  for (let n = 0; n < 3; n += 1) at.dial('600', '7000', `own-${String(n)}`);
  expect(at.sim.snapshot().calls.filter(({ connections }) => connections.some((c) => c.dn === '7000'))).toHaveLength(4);
  expect(answerOf(at.transfer('101', toNumber('102')))).toBe('notSupported');
  expect(at.call('c1')?.callId).toBe(callId('c1'));
});
