import { beforeEach, describe, expect, it } from 'vitest';
import { answerOf, dn, phoneId, TestSwitch, toLine, toNumber } from './testSwitch';

let at: TestSwitch;
beforeEach(() => {
  at = new TestSwitch();
});

describe('single step transfer', () => {
  beforeEach(() => {
    at.dial('101', '102');
    at.press('answerCall', '102');
  });

  it('rings the new party; the line that transferred is out of the call', () => {
    expect(answerOf(at.transfer('102', toNumber('103')))).toBe('accepted');
    expect(at.states()).toEqual(['101 out alerting', '103 in alerting']);
    expect(at.call()).toMatchObject({ answeredAt: null, forwardedBy: { number: '102', name: 'Colleague two' } });
    at.press('answerCall', '103');
    expect(at.states()).toEqual(['101 out connected', '103 in connected']);
  });

  it('makes the called party the caller when the caller transfers', () => {
    at.transfer('101', toNumber('103'));
    expect(at.states()).toEqual(['102 out alerting', '103 in alerting']);
    expect(at.call()).toMatchObject({ caller: { number: '102' }, calledDn: '103' });
  });

  it.each([
    ['nobody', '999'],
    ['the party itself', '101'],
    ['the own line', '102'],
  ])('to %s is refused and the call stays', (_who, number) => {
    const before = at.sim.snapshot();
    expect(answerOf(at.transfer('102', toNumber(number)))).toBe('cannotDial');
    expect(at.sim.snapshot()).toEqual(before);
  });

  it('works on a held call; a party who holds it keeps it on hold', () => {
    at.press('holdCall', '101');
    at.press('holdCall', '102');
    at.transfer('102', toNumber('103'));
    expect(at.states()).toEqual(['101 out hold', '103 in alerting']);
    at.press('retrieveCall', '101');
    expect(at.states()).toEqual(['101 out alerting', '103 in alerting']);
  });

  it('needs a call that was answered', () => {
    at.dial('103', '102', 'c2');
    expect(answerOf(at.transfer('102', toNumber('200'), 'c2'))).toBe('staleState');
  });
});

describe('deflect', () => {
  it('moves the ringing; nobody has answered', () => {
    at.dial('101', '102');
    expect(answerOf(at.deflect('102', toNumber('103')))).toBe('accepted');
    expect(at.states()).toEqual(['101 out alerting', '103 in alerting']);
    expect(at.causes().at(-1)).toBe('diverted');
    expect(at.call()?.forwardedBy).toEqual({ number: '102', name: 'Colleague two' });
  });

  it('to a line rings exactly that line', () => {
    at.dial('101', '390');
    at.deflect('390', toLine('600'));
    expect(at.states()).toEqual(['101 out alerting', '600 in alerting']);
  });

  it('is refused when the call is not ringing there, or cannot go there', () => {
    at.dial('101', '102');
    expect(answerOf(at.deflect('101', toNumber('103')))).toBe('staleState');
    expect(answerOf(at.deflect('102', toNumber('999')))).toBe('cannotDial');
    expect(answerOf(at.deflect('102', toLine('999')))).toBe('cannotDial');
    expect(at.states()).toEqual(['101 out alerting', '102 in alerting']);
  });
});

describe('call forwarding of a phone', () => {
  it('sends the call on and says by whom', () => {
    at.sim.setForward(phoneId('102'), dn('103'));
    at.dial('101', '102');
    expect(at.states()).toEqual(['101 out alerting', '103 in alerting']);
    expect(at.call()).toMatchObject({ calledDn: '102', forwardedBy: { number: '102', name: 'Colleague two' } });
  });

  it('in a circle ends at a phone that rings', () => {
    at.sim.setForward(phoneId('102'), dn('103'));
    at.sim.setForward(phoneId('103'), dn('102'));
    at.dial('101', '102');
    expect(at.states()).toEqual(['101 out alerting', '102 in alerting']);
  });

  it('does not keep the phone it goes to from calling', () => {
    at.sim.setForward(phoneId('102'), dn('103'));
    at.dial('103', '102');
    expect(at.states()).toEqual(['103 out alerting', '102 in alerting']);
  });

  it('is refused to nobody and to itself, and can be taken back', () => {
    expect(answerOf(at.sim.setForward(phoneId('102'), dn('999')))).toBe('cannotDial');
    expect(answerOf(at.sim.setForward(phoneId('102'), dn('102')))).toBe('cannotDial');
    at.sim.setForward(phoneId('102'), dn('103'));
    at.sim.setForward(phoneId('102'), null);
    at.dial('101', '102');
    expect(at.states()).toEqual(['101 out alerting', '102 in alerting']);
  });
});

describe('do not disturb', () => {
  it('marks the phone and leaves its calls alone', () => {
    at.sim.execute({ type: 'setDoNotDisturb', phoneId: phoneId('102'), on: true });
    expect(at.events).toMatchObject([{ type: 'phone', phone: { phoneId: 'phone-102', doNotDisturb: true } }]);
    at.dial('101', '102');
    expect(at.states()).toEqual(['101 out alerting', '102 in alerting']);
  });
});
