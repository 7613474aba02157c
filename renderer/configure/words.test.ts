import { beforeAll, describe, expect, it } from 'vitest';
import type { ManagerView } from '../../shared/calls/model';
import { Dn, UserId } from '../../shared/ids';
import type { PatternProblem } from '../../shared/routing/pattern';
import { fetchLaterWords, startStrings, t } from '../strings/i18n';
import { aConsole } from '../testing/facts';
import { targetWords } from './assistants';
import { problemWords } from './problemWords';
import { refusalWords } from './refusalWords';
import { testNumber } from './verdict';
import { whereWords, whyWords } from './verdictWords';

beforeAll(async () => {
  await startStrings();
  await fetchLaterWords();
});

function anna(): ManagerView {
  const [manager] = aConsole().managers;
  if (!manager) throw new Error('no manager');
  return manager;
}

const tom = { userId: UserId.parse('tom'), name: 'Tom Berger', online: false };
const toTom = { kind: 'assistant', userId: tom.userId } as const;

function told(caller: string, more: Partial<ManagerView>, appliesToFiltered = false): string {
  const manager: ManagerView = { ...anna(), assistants: [...anna().assistants, tom], ...more };
  const draft = { divert: manager.divertTarget, inclusive: ['4930*'], exclusive: ['44*'] };
  const verdict = testNumber(caller, { manager, draft, appliesToFiltered });
  if (verdict.kind !== 'goes') throw new Error(verdict.kind);
  return `${whereWords(verdict, manager, t)}: ${whyWords(verdict, manager, t)}`;
}

describe('a test says where the call goes and why', () => {
  it.each<[string, string, Partial<ManagerView>]>([
    ['Goes to 7777: the phone is forwarded', '4930', { forwardedTo: Dn.parse('7777') }],
    ['Rings Anna: no assistant is online', '1', { activeAssistant: null }],
    ['Goes to Maya Lindqvist: exclusive: matches 44*', '+44 20', { filterMode: 'exclusive' }],
    [
      'Goes to Maya Lindqvist: exclusive: matches 44*; Tom Berger is offline',
      '44',
      { filterMode: 'exclusive', divertTarget: toTom },
    ],
    ['Rings Anna: matches 4930*', '49301', { divertAll: true }],
    ['Goes to Maya Lindqvist: matches no pattern of the inclusive list', '1', {}],
    ['Goes to Maya Lindqvist: the filter is off, and Divert all is on', '1', { filterOn: false, divertAll: true }],
    ['Rings Anna: the filter is off, and Divert all too', '1', { filterOn: false }],
    ['Rings Anna: matches no pattern of the exclusive list', '1', { filterMode: 'exclusive' }],
  ])('%s', (words, caller, more) => {
    expect(told(caller, more)).toBe(words);
  });

  it('knows the parameter that lets divert all rule over the filter', () => {
    expect(told('4930', { divertAll: true }, true)).toBe('Goes to Maya Lindqvist: matches 4930*, and Divert all is on');
  });
});

it('says where a divert goes', () => {
  const manager = { ...anna(), assistants: [...anna().assistants, tom] };
  const number = Dn.parse('+493055570142');
  expect(targetWords(manager, { kind: 'activeAssistant' }, t)).toBe('Maya Lindqvist');
  expect(targetWords({ ...manager, activeAssistant: null }, { kind: 'activeAssistant' }, t)).toBe(
    'the active assistant',
  );
  expect(targetWords(manager, toTom, t)).toBe('Tom Berger');
  expect(targetWords(manager, { kind: 'number', number }, t)).toBe('+49 30 55 57 01 42');
});

it.each<[PatternProblem, RegExp]>([
  [{ kind: 'empty' }, /Type a number/],
  [{ kind: 'starAlone' }, /alone/],
  [{ kind: 'starInside', at: 3 }, /character 3/],
  [{ kind: 'badCharacter', at: 2, character: 'a' }, /“a”.*character 2/],
  [{ kind: 'tooLong', length: 40 }, /40.*32/],
  [{ kind: 'duplicate', of: '1*' }, /1\*.*already/],
  [{ kind: 'tooMany' }, /100/],
])('a pattern that is wrong (%j) is told how', (problem, words) => {
  expect(problemWords(problem, t)).toMatch(words);
});

it('a refusal of the service says what to do', () => {
  expect(refusalWords('circularDivert', t)).toMatch(/come back.*another number/);
  expect(refusalWords('staleState', t)).toMatch(/Somebody else/);
  expect(refusalWords('notAllowed', t)).toContain('You are not allowed');
});
