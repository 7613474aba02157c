import { beforeEach, describe, expect, it } from 'vitest';
import { answerOf, dn, phoneId, TestSwitch, toLine, toNumber } from './testSwitch';

let at: TestSwitch;
beforeEach(() => {
  at = new TestSwitch();
});

describe('a call to a manager, with a service in control', () => {
  beforeEach(() => {
    at.sim.setServed(true);
    at.dial('101', '600');
  });

  it('waits at the route point and asks', () => {
    expect(at.states()).toEqual(['101 out alerting']);
    expect(at.call()?.routedFor).toBe('600');
    expect(at.events.at(-1)).toMatchObject({
      type: 'routeRequest',
      request: { callId: 'c1', routePoint: '600', caller: { number: '101' }, forwardedTo: null },
    });
  });

  it('rings the line that the service chose and stays the manager’s call', () => {
    expect(answerOf(at.select(toLine('390')))).toBe('accepted');
    expect(at.states()).toEqual(['101 out alerting', '390 in alerting']);
    expect(at.call()).toMatchObject({ routedFor: '600', forwardedBy: null });
    expect(at.sim.waitingRoutes()).toEqual([]);
  });

  it('goes to a number as diverted by the manager', () => {
    at.select(toNumber('103'));
    expect(at.states()).toEqual(['101 out alerting', '103 in alerting']);
    expect(at.call()?.forwardedBy).toEqual({ number: '600', name: 'Manager' });
  });

  it('never waits at one route point twice: its own number rings the manager', () => {
    at.select(toNumber('600'));
    expect(at.states()).toEqual(['101 out alerting', '600 in alerting']);
    expect(at.call()?.forwardedBy).toBeNull();
  });

  it('waits at another manager’s route point, and then back at the first its phone rings', () => {
    at.select(toNumber('601'));
    expect(at.sim.waitingRoutes()).toMatchObject([{ routePoint: '601' }]);
    at.select(toNumber('600'));
    expect(at.states()).toEqual(['101 out alerting', '600 in alerting']);
  });

  it('waits on when the choice cannot be reached', () => {
    expect(answerOf(at.select(toNumber('999')))).toBe('cannotDial');
    expect(answerOf(at.select(toNumber('101')))).toBe('cannotDial');
    expect(at.sim.waitingRoutes()).toHaveLength(1);
  });

  it('rings the manager when the service says nothing in time', () => {
    at.clock.advance(1_499);
    expect(at.states()).toEqual(['101 out alerting']);
    at.clock.advance(1);
    expect(at.states()).toEqual(['101 out alerting', '600 in alerting']);
    expect(at.events.at(-1)).toMatchObject({ type: 'call', call: { routedFor: '600' } });
    expect(answerOf(at.select(toLine('390')))).toBe('noSuchCall');
  });

  it('rings the manager at once when the last service goes', () => {
    at.sim.setServed(false);
    expect(at.states()).toEqual(['101 out alerting', '600 in alerting']);
    expect(at.sim.waitingRoutes()).toEqual([]);
  });

  it('is over when the caller gives up', () => {
    at.press('clearConnection', '101');
    expect(at.sim.waitingRoutes()).toEqual([]);
    at.clock.advance(10_000);
    expect(at.states()).toBeNull();
  });
});

describe('a call to a manager, without a service', () => {
  it('rings the manager’s own phone at once', () => {
    at.dial('+49305550100', '600');
    expect(at.states()).toEqual(['+49305550100 out alerting', '600 in alerting']);
    expect(at.causes()).not.toContain('routeRequest');
  });

  it('goes to the number that the phone is forwarded to', () => {
    at.sim.setForward(phoneId('600'), dn('103'));
    at.dial('101', '600');
    expect(at.states()).toEqual(['101 out alerting', '103 in alerting']);
    expect(at.call()?.forwardedBy).toEqual({ number: '600', name: 'Manager' });
  });

  it('rings the manager when the forward leads back to the caller', () => {
    at.sim.setForward(phoneId('600'), dn('101'));
    at.dial('101', '600');
    expect(at.states()).toEqual(['101 out alerting', '600 in alerting']);
  });
});

describe('who passes the route point', () => {
  beforeEach(() => at.sim.setServed(true));

  it.each(['200', '390', '601'])('a call from %s rings the manager’s own phone', (from) => {
    at.dial(from, '600');
    expect(at.states()).toEqual([`${from} out alerting`, '600 in alerting']);
    expect(at.call()?.routedFor).toBeNull();
  });

  it('an assistant’s blind transfer rings the manager’s phone and the call is still the manager’s', () => {
    at.dial('101', '600');
    at.select(toLine('390'));
    at.press('answerCall', '390');
    at.transfer('390', toNumber('600'));
    expect(at.states()).toEqual(['101 out alerting', '600 in alerting']);
    expect(at.call()).toMatchObject({ routedFor: '600', forwardedBy: { number: '390' } });
  });

  it('a colleague’s transfer waits like any other call', () => {
    at.dial('101', '102');
    at.press('answerCall', '102');
    at.transfer('102', toNumber('600'));
    expect(at.states()).toEqual(['101 out alerting']);
    expect(at.sim.waitingRoutes()).toMatchObject([{ routePoint: '600', caller: { number: '101' } }]);
  });
});
