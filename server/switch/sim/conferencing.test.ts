/** Conference call, and keypad tones: who is in it, who hears what, and how it comes to an end. */
import { beforeEach, describe, expect, it } from 'vitest';
import { answerOf, TestSwitch, toLine, toNumber } from './testSwitch';

let at: TestSwitch;
/** 101 has called 200, who has called 102. */
beforeEach(() => {
  at = new TestSwitch();
  at.talk('101', '200');
  at.clock.advance(7_000);
  at.talk('200', '102', 'c2');
});

const three = ['101 out connected', '200 in connected', '102 in connected'];

describe('a conference', () => {
  it('is one call with everybody in it, as old as the one that lives on', () => {
    expect(answerOf(at.conference('200'))).toBe('accepted');
    expect(at.states()).toEqual(three);
    expect(at.states('c2')).toBeNull();
    expect(at.call()).toMatchObject({ caller: { number: '101' }, startedAt: 1_000_000, answeredAt: 1_000_000 });
    expect(at.causes().slice(-2)).toEqual(['conferenced', 'conferenced']);
  });

  it('completes a consultation for that purpose', () => {
    at.consult('200', '103', 'conference', 'c1', 'c3');
    at.press('answerCall', '103', 'c3');
    at.conference('200', [['c3', '200']]);
    expect(at.states()).toEqual(['101 out connected', '200 in connected', '103 in connected']);
    expect(at.call()?.consultation).toBeNull();
    expect(at.states('c2')).toEqual(['200 out hold', '102 in connected']);
  });

  it('takes calls at other lines of the phone, another conference too, and has the phone in it once', () => {
    at.conference('200');
    at.talk('103', '390', 'c3');
    at.talk('390', '210', 'c4');
    at.conference('390', [['c4', '390']], 'c3');
    expect(answerOf(at.conference('390', [['c1', '200']], 'c3'))).toBe('accepted');
    expect(at.states('c3')).toEqual([
      '103 out connected',
      '390 in connected',
      '210 in connected',
      '101 in connected',
      '102 in connected',
    ]);
    expect(at.sim.snapshot().calls).toHaveLength(1);
  });

  it('takes several at once, and what else the phone talks in waits', () => {
    at.talk('200', '103', 'c3');
    at.talk('200', '210', 'c4');
    at.conference('200', [
      ['c2', '200'],
      ['c3', '200'],
    ]);
    expect(at.states()).toEqual([...three, '103 in connected']);
    expect(at.states('c4')).toEqual(['200 out hold', '210 in connected']);
  });

  it('of a manager’s caller stays the manager’s', () => {
    at.sim.setServed(true);
    at.dial('103', '600', 'c3');
    at.select(toLine('390'));
    at.press('answerCall', '390', 'c3');
    at.conference('390', [['c1', '200']], 'c3');
    expect(at.call('c3')).toMatchObject({ routedFor: '600', caller: { number: '103' } });
  });
});

describe('in a conference', () => {
  beforeEach(() => {
    at.conference('200');
  });

  it('one may hold and come back while the others talk', () => {
    at.press('holdCall', '200');
    expect(at.states()).toEqual(['101 out connected', '200 in hold', '102 in connected']);
    at.press('retrieveCall', '200');
    expect(at.states()).toEqual(three);
  });

  it('one may ask somebody in while the others talk, but cannot transfer', () => {
    expect(answerOf(at.consult('200', '103', 'transfer', 'c1', 'c3'))).toBe('notSupported');
    expect(answerOf(at.transfer('200', toNumber('103')))).toBe('notSupported');
    expect(answerOf(at.consult('200', '103', 'conference', 'c1', 'c3'))).toBe('accepted');
    expect(at.states()).toEqual(['101 out connected', '200 in hold', '102 in connected']);
    at.press('answerCall', '103', 'c3');
    expect(answerOf(at.joinAndLeave('200', '200', 'c1', 'c3'))).toBe('notSupported');
    expect(answerOf(at.joinAndLeave('200', '200', 'c3', 'c1'))).toBe('notSupported');
    at.conference('200', [['c3', '200']]);
    expect(at.states()).toEqual([...three, '103 in connected']);
  });

  it.each([
    ['101', ['200 in connected', '102 in connected']],
    ['200', ['101 out connected', '102 in connected']],
    ['102', ['101 out connected', '200 in connected']],
  ])('%s may leave: the last two are in a call like any other, and nobody stays alone', (who, left) => {
    at.press('clearConnection', who);
    expect(at.states()).toEqual(left);
    const [next = ''] = left.map((party) => party.slice(0, 3));
    expect(answerOf(at.transfer(next, toNumber('103')))).toBe('accepted');
    expect(at.states()).toEqual([`${left[1]?.slice(0, 3) ?? ''} out alerting`, '103 in alerting']);
  });

  it('the last of two ends it', () => {
    at.press('clearConnection', '102');
    at.press('clearConnection', '101');
    expect(at.states()).toBeNull();
  });
});

describe('is refused', () => {
  it.each([
    ['a call with itself', () => at.conference('200', [['c1', '200']]), 'staleState'],
    [
      'one twice',
      () =>
        at.conference('200', [
          ['c2', '200'],
          ['c2', '200'],
        ]),
      'staleState',
    ],
    ['another phone’s', () => at.conference('200', [['c3', '103']]), 'notSupported'],
    ['one that rings', () => at.conference('200', [['c4', '390']]), 'staleState'],
    ['one that has ended', () => at.conference('200', [['gone', '200']]), 'noSuchCall'],
    ['two calls with one phone', () => at.conference('200', [['c5', '200']]), 'notSupported'],
    ['an intercom call', () => at.conference('520', [['c1', '200']], 'c6'), 'notSupported'],
  ] as const)('%s: nothing has changed', (_what, press, code) => {
    at.talk('103', '210', 'c3');
    at.dial('600', '390', 'c4');
    at.talk('101', '200', 'c5');
    if (code === 'notSupported' && _what === 'an intercom call') at.dial('520', '500', 'c6');
    const before = at.sim.snapshot();
    expect(answerOf(press())).toBe(code);
    expect(at.sim.snapshot()).toEqual(before);
  });

  it('the voicemail', () => {
    at.dial('101', '7000', 'c3');
    expect(answerOf(at.conference('101', [['c3', '101']]))).toBe('notSupported');
  });
});

describe('keypad tones', () => {
  const heard = (id = 'c2') => at.call(id)?.connections.map(({ digits }) => digits);

  it('are kept where they were pressed, the last 32', () => {
    expect(answerOf(at.digits('200', '12*#', 'c2'))).toBe('accepted');
    at.digits('102', '7', 'c2');
    expect(heard()).toEqual(['12*#', '7']);
    at.digits('200', '12345678901234567890123456789012', 'c2');
    at.digits('200', '99', 'c2');
    expect(heard()?.[0]).toBe('34567890123456789012345678901299'.slice(-32));
  });

  it('can be sent in a conference, and leave its times alone', () => {
    at.conference('200');
    const before = at.call();
    at.clock.advance(1_000);
    at.digits('200', '5');
    expect(at.call()).toEqual({
      ...before,
      connections: before?.connections.map((each) => ({ ...each, digits: each.dn === '200' ? '5' : each.digits })),
    });
  });

  it('need a call that is talked in now', () => {
    expect(answerOf(at.digits('200', '1', 'c1'))).toBe('staleState');
    at.dial('103', '210', 'c3');
    for (const each of ['103', '210']) expect(answerOf(at.digits(each, '1', 'c3'))).toBe('staleState');
    expect(answerOf(at.digits('200', '1', 'gone'))).toBe('noSuchCall');
  });
});
