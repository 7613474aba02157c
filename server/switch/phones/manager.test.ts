import { describe, expect, it } from 'vitest';
import { CallId, Dn, UserId } from '../../../shared/ids';
import { whyNotChoose, whyNotForward, whyNotIntercept, whyNotOnCall, whyNotSet, type CallKey } from './ability';
import { factsOf } from './featureWords';
import { isAlerted, lastAlert, servingOf, watchedText, type ManagerPhone, type Status } from './manager';
import type { CallAtPhone, Look } from './model';

const maya = { userId: UserId.parse('maya'), name: 'Maya Lindqvist', online: true, isDefault: true, isActive: true };
const tom = { userId: UserId.parse('tom'), name: 'Tom Berger', online: false, isDefault: false, isActive: false };

const status: Status = {
  mode: 'proxy',
  assistants: [maya, tom],
  filterOn: true,
  filterMode: 'inclusive',
  divertAll: false,
  assistantWatch: true,
  alertTone: true,
  watched: [],
};
const served: ManagerPhone = { name: 'Anna', mode: 'proxy', status, toTakeBack: 0, sharedWith: [] };
const unserved: ManagerPhone = { ...served, status: null };

const call = (look: Look, intercom = false): CallAtPhone => ({
  ...{
    callId: CallId.parse('c'),
    look,
    lineDn: '60001',
    party: 'Peter',
    forWhom: null,
    conference: [],
    consultation: null,
    heard: '',
    incoming: true,
    since: 0,
  },
  intercom,
});

describe('keys act only where they can', () => {
  const keys: readonly CallKey[] = ['answer', 'hangUp', 'hold', 'resume', 'transfer', 'redirect', 'voicemail'];
  const enabled = (at: CallAtPhone | undefined, manager: ManagerPhone | null, hasNumber = true) =>
    keys.filter((key) => whyNotOnCall(key, { call: at, hasNumber, manager }) === null);

  it.each([
    [undefined, []],
    [call('ringing'), ['answer', 'hangUp', 'redirect', 'voicemail']],
    [call('talking'), ['hangUp', 'hold', 'transfer', 'redirect', 'voicemail']],
    [call('held'), ['hangUp', 'resume', 'transfer', 'redirect', 'voicemail']],
    [call('calling'), ['hangUp']],
    [call('busy'), ['hangUp']],
    [call('talking', true), ['hangUp']],
  ])('%j', (at, expected) => {
    expect(enabled(at, served)).toEqual(expected);
  });

  it('without a service nothing is redirected; without a number nothing is transferred', () => {
    expect(enabled(call('talking'), unserved)).toEqual(['hangUp', 'hold', 'transfer']);
    expect(enabled(call('talking'), null, false)).toEqual(['hangUp', 'hold']);
  });

  it('forwarding begins with a number and ends without one', () => {
    expect(whyNotForward(false, { hasNumber: false })).toMatch(/number/);
    expect(whyNotForward(false, { hasNumber: true })).toBeNull();
    expect(whyNotForward(true, { hasNumber: false })).toBeNull();
  });

  it('settings, intercept and the choice of assistant say why not', () => {
    expect([whyNotSet(served), whyNotSet(unserved)]).toEqual([null, 'No service serves this phone now']);
    expect(whyNotIntercept(served)).toBe('No call for you rings at an assistant');
    expect(whyNotIntercept({ ...served, toTakeBack: 1 })).toBeNull();
    expect(whyNotIntercept({ ...unserved, toTakeBack: 1 })).toMatch(/service/);
    const with_ = (assistants: Status['assistants']) => whyNotChoose({ ...served, status: { ...status, assistants } });
    expect([with_([maya, tom]), with_([tom]), with_([])]).toEqual([
      null,
      'No assistant is online',
      'No assistant is set up for this phone',
    ]);
  });
});

describe('the status window', () => {
  const serving = (assistants: Status['assistants']) => servingOf({ ...served, status: { ...status, assistants } });

  it('says who serves, in whose place, and what happens when nobody does', () => {
    expect(serving([maya, tom])).toEqual({ served: true, who: 'Maya Lindqvist', note: 'serves you' });
    const inPlace = serving([
      { ...maya, online: false, isActive: false },
      { ...tom, online: true, isActive: true },
    ]);
    expect(inPlace).toEqual({ served: true, who: 'Tom Berger', note: 'serves you in place of Maya Lindqvist' });
    expect(serving([tom])).toEqual({ served: false, who: 'No assistant is online', note: 'calls ring here' });
    expect(servingOf(unserved)).toEqual({ served: false, who: 'No service', note: 'calls ring here directly' });
  });

  it('of a shared line says who shares it', () => {
    const shared: ManagerPhone = { ...served, mode: 'shared', sharedWith: ['Inês Carvalho'] };
    expect(servingOf(shared)).toMatchObject({ served: true, who: 'Inês Carvalho' });
    expect(factsOf(shared, { doNotDisturb: true, messageWaiting: false }).map(({ name }) => name)).toEqual([
      'Do not disturb',
      'Messages',
    ]);
  });

  it('says what is set', () => {
    const set = { ...served, status: { ...status, filterOn: false, divertAll: true } };
    const said = factsOf(set, { doNotDisturb: false, messageWaiting: true }).map(
      ({ name, value }) => `${name} ${value}`,
    );
    expect(said).toEqual([
      'Filter Off, inclusive',
      'Divert all On',
      'Assistant Watch On',
      'Alert tone On',
      'Do not disturb Off',
      'Messages Waiting',
    ]);
  });

  it.each([
    ['alerting', 'rings at'],
    ['connected', 'talks to'],
    ['hold', 'is on hold at'],
  ] as const)('watches a call that is %s', (state, what) => {
    const party = { number: Dn.parse('1044'), name: null };
    const watched = { callId: CallId.parse('c'), assistant: 'Maya Lindqvist', party, state, since: 0 };
    expect(watchedText(watched)).toEqual({ who: '1044', what, at: 'Maya Lindqvist' });
  });
});

it('shows an alert tone for a few seconds, and knows the last one', () => {
  expect([null, 1_000].map((alertedAt) => isAlerted({ alertedAt }, 4_999))).toEqual([false, true]);
  expect(isAlerted({ alertedAt: 1_000 }, 5_000)).toBe(false);
  expect(lastAlert([{ alertedAt: 3 }, { alertedAt: null }, { alertedAt: 7 }])).toBe(7);
  expect(lastAlert([{ alertedAt: null }])).toBe(0);
});
