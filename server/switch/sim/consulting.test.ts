/** Consultation call and reconnect call: what waits, what is asked, and when the two no longer belong together. */
import { beforeEach, describe, expect, it } from 'vitest';
import { answerOf, dn, phoneId, TestSwitch, toLine, toNumber } from './testSwitch';

let at: TestSwitch;
/** 101 has called 102, who asks 103. */
beforeEach(() => {
  at = new TestSwitch();
  at.talk('101', '102');
});

const half = { lineId: 'line-102', heldCallId: 'c1', purpose: 'transfer' };

describe('a consultation', () => {
  it('puts the call on hold and makes another from the same line, which knows what waits', () => {
    expect(answerOf(at.consult('102', '103'))).toBe('accepted');
    expect(at.states()).toEqual(['101 out connected', '102 in hold']);
    expect(at.states('c2')).toEqual(['102 out alerting', '103 in alerting']);
    expect(at.call('c2')).toMatchObject({ consultation: half, caller: { number: '102' }, calledDn: '103' });
    expect(at.call()?.consultation).toBeNull();
    expect(at.causes().slice(-3)).toEqual(['held', 'originated', 'delivered']);
  });

  it('may begin from a call on hold, and puts what the phone talks in on hold too', () => {
    at.press('holdCall', '102');
    at.talk('102', '200', 'c3');
    expect(answerOf(at.consult('102', '103', 'conference'))).toBe('accepted');
    expect(at.states()).toEqual(['101 out connected', '102 in hold']);
    expect(at.states('c3')).toEqual(['102 out hold', '200 in connected']);
    expect(at.call('c2')?.consultation).toEqual({ ...half, purpose: 'conference' });
  });

  it('with a busy line gives the busy tone and can be given up', () => {
    for (const id of ['b1', 'b2', 'b3', 'b4']) at.dial('103', '200', id);
    expect(answerOf(at.consult('102', '103'))).toBe('accepted');
    expect(at.states('c2')).toEqual(['102 out fail']);
    expect(at.call('c2')?.consultation).toEqual(half);
    expect(answerOf(at.reconnect('102'))).toBe('accepted');
    expect(at.states('c2')).toBeNull();
    expect(at.states()).toEqual(['101 out connected', '102 in connected']);
  });

  it('goes where the phone that is asked is forwarded to', () => {
    at.sim.setForward(phoneId('103'), dn('200'));
    at.consult('102', '103');
    expect(at.states('c2')).toEqual(['102 out alerting', '200 in alerting']);
    expect(at.call('c2')?.consultation).toEqual(half);
  });

  it.each([
    ['nobody has', '999', 'cannotDial'],
    ['is the own phone’s', '102', 'cannotDial'],
    ['is an intercom line’s', '520', 'notSupported'],
  ])('with a number that %s is refused, and nobody has been put on hold for it', (_why, number, code) => {
    const before = at.sim.snapshot();
    expect(answerOf(at.consult('102', number))).toBe(code);
    expect(at.sim.snapshot()).toEqual(before);
  });

  it('needs a call that is talked in, once at a time, under a new name', () => {
    at.dial('200', '103', 'c3');
    expect(answerOf(at.consult('103', '210', 'transfer', 'c3'))).toBe('staleState');
    expect(answerOf(at.consult('200', '210', 'transfer', 'c3'))).toBe('staleState');
    expect(answerOf(at.consult('102', '210', 'transfer', 'c1', 'c3'))).toBe('staleState');
    expect(answerOf(at.consult('102', '210', 'transfer', 'gone'))).toBe('noSuchCall');
    at.consult('102', '210');
    for (const id of ['c1', 'c2']) expect(answerOf(at.consult('102', '600', 'transfer', id, 'c4'))).toBe('staleState');
    at.press('answerCall', '210', 'c2');
    expect(answerOf(at.consult('102', '600', 'transfer', 'c2', 'c4'))).toBe('staleState');
    // The other side of either call may ask somebody as well.
    expect(answerOf(at.consult('101', '600', 'transfer', 'c1', 'c4'))).toBe('accepted');
  });

  it('is refused where the line has no free call', () => {
    for (const id of ['b1', 'b2', 'b3']) at.talk('102', '200', id);
    expect(answerOf(at.consult('102', '103'))).toBe('cannotDial');
    expect(at.states('b3')).toEqual(['102 out connected', '200 in connected']);
  });

  it('cannot begin from an intercom call', () => {
    at.dial('520', '500', 'c3');
    for (const from of ['520', '500']) expect(answerOf(at.consult(from, '103', 'transfer', 'c3'))).toBe('notSupported');
  });
});

describe('given up', () => {
  it.each(['while it rings', 'while it is talked in'])('%s, the call that waited is talked in again', (when) => {
    at.consult('102', '103');
    if (when === 'while it is talked in') at.press('answerCall', '103', 'c2');
    at.clock.advance(5_000);
    expect(answerOf(at.reconnect('102'))).toBe('accepted');
    expect(at.states('c2')).toBeNull();
    expect(at.states()).toEqual(['101 out connected', '102 in connected']);
    expect(at.causes().slice(-2)).toEqual(['connectionCleared', 'retrieved']);
    expect(at.call()?.answeredAt).toBe(1_000_000);
  });

  it('also when both are on hold, or what waited has been taken up already', () => {
    at.consult('102', '103');
    at.press('answerCall', '103', 'c2');
    at.press('retrieveCall', '102');
    expect(at.states('c2')).toEqual(['102 out hold', '103 in connected']);
    expect(at.call('c2')?.consultation).toEqual(half);
    expect(answerOf(at.reconnect('102'))).toBe('accepted');
    expect(at.states()).toEqual(['101 out connected', '102 in connected']);
  });

  it('is refused from the waiting call, from the other side, and where nothing is half done', () => {
    at.consult('102', '103');
    at.press('answerCall', '103', 'c2');
    expect(answerOf(at.reconnect('102', 'c1'))).toBe('staleState');
    expect(answerOf(at.reconnect('103', 'c2'))).toBe('staleState');
    expect(answerOf(at.reconnect('102', 'gone'))).toBe('noSuchCall');
    at.talk('200', '210', 'c3');
    expect(answerOf(at.reconnect('200', 'c3'))).toBe('staleState');
  });
});

describe('the two no longer belong together', () => {
  beforeEach(() => {
    at.consult('102', '103');
    at.press('answerCall', '103', 'c2');
  });
  const relation = () => at.call('c2')?.consultation;

  it('when the call that waits ends', () => {
    at.press('clearConnection', '101');
    expect(at.states('c2')).toEqual(['102 out connected', '103 in connected']);
    expect(relation()).toBeNull();
  });

  it('when the call that waits is transferred away', () => {
    at.transfer('102', toNumber('200'));
    expect(at.states()).toEqual(['101 out alerting', '200 in alerting']);
    expect(relation()).toBeNull();
  });

  it('when who was asked is sent elsewhere', () => {
    at.transfer('102', toNumber('200'), 'c2');
    expect(at.states('c2')).toEqual(['103 out alerting', '200 in alerting']);
    expect(relation()).toBeNull();
  });

  it('when the one who asks hangs up; then a call with the same name is a call like any other', () => {
    at.press('clearConnection', '102', 'c2');
    expect(at.states('c2')).toBeNull();
    expect(at.states()).toEqual(['101 out connected', '102 in hold']);
    at.dial('102', '103', 'c2');
    expect(relation()).toBeNull();
  });

  it('but they still do when the other side of either moves on', () => {
    at.transfer('101', toNumber('200'));
    at.transfer('103', toLine('210'), 'c2');
    expect(at.states()).toEqual(['102 out hold', '200 in alerting']);
    expect(at.states('c2')).toEqual(['102 out alerting', '210 in alerting']);
    expect(relation()).toEqual(half);
  });
});
