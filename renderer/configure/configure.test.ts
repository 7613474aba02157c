import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DivertTarget, ManagerView } from '../../shared/calls/model';
import { Dn, UserId } from '../../shared/ids';
import { en } from '../strings/en';
import { aConsole } from '../testing/facts';
import { draftOf, targetOf } from './divertDraft';
import { divertNow } from './divertNow';
import { emptyEntry, entryProblem, withEntry } from './entry';
import { sameList, sortedPatterns } from './parts';
import { decide, matchingPatterns, testNumber } from './verdict';

function anna(more: Partial<ManagerView> = {}): ManagerView {
  const [manager] = aConsole().managers;
  if (!manager) throw new Error('no manager');
  return { ...manager, ...more };
}

describe('the pattern lists', () => {
  it('adds a cleaned pattern at the end and changes one in its place', () => {
    expect(withEntry(['1*', '2*'], { text: '+49 30-5*', editing: null })).toEqual(['1*', '2*', '49305*']);
    expect(withEntry(['1*', '2*'], { text: '3x', editing: '1*' })).toEqual(['3X', '2*']);
  });

  it('does not call a pattern a duplicate of itself while it is edited', () => {
    expect(entryProblem(['1*'], { text: '1*', editing: '1*' })).toBeNull();
    expect(entryProblem(['1*'], { ...emptyEntry, text: '1*' })).toEqual({ kind: 'duplicate', of: '1*' });
  });

  it('says which character is wrong', () => {
    expect(entryProblem([], { ...emptyEntry, text: '49*30' })).toMatchObject({ kind: 'starInside', at: 3 });
  });

  it('have no order, but are read in one', () => {
    expect(sameList(['1', '2'], ['2', '1'])).toBe(true);
    expect(sameList(['1', '2'], ['1', '3'])).toBe(false);
    expect(sameList(['1'], ['1', '2'])).toBe(false);
    expect(sortedPatterns(['*0142', '49*', '1044', '*1', '49305'])).toEqual(['1044', '49*', '49305', '*0142', '*1']);
  });
});

describe('the divert target', () => {
  it.each<DivertTarget>([
    { kind: 'activeAssistant' },
    { kind: 'none' },
    { kind: 'assistant', userId: UserId.parse('tom') },
    { kind: 'number', number: Dn.parse('+4930555') },
  ])('%j is the same after it was opened for editing', (target) => {
    expect(targetOf(draftOf(target))).toEqual({ ok: true, value: target });
  });

  it('is not whole without somebody or a number', () => {
    expect(targetOf({ kind: 'assistant', userId: null, number: '' })).toEqual({ ok: false, error: 'noAssistant' });
    expect(targetOf({ kind: 'number', userId: null, number: ' ' })).toEqual({ ok: false, error: 'empty' });
    expect(targetOf({ kind: 'number', userId: null, number: 'Grant' })).toEqual({ ok: false, error: 'badCharacter' });
    expect(targetOf({ kind: 'number', userId: null, number: '+49 (0)30 55' })).toMatchObject({
      value: { kind: 'number', number: '+493055' },
    });
  });
});

const draft = {
  divert: { kind: 'activeAssistant' } as DivertTarget,
  inclusive: ['4930*'],
  exclusive: ['44*', '4420*'],
};

describe('testing a number', () => {
  const ask = (text: string, manager = anna(), more: Partial<typeof draft> = {}, appliesToFiltered = false) =>
    testNumber(text, { manager, draft: { ...draft, ...more }, appliesToFiltered });

  it('names the pattern and where the call goes', () => {
    expect(ask('+49 30 5557')).toMatchObject({ row: 4, destination: { kind: 'manager' }, pattern: '4930*' });
    const other = { row: 5, destination: { kind: 'assistant' }, assistantName: 'Maya Lindqvist', pattern: null };
    expect(ask('1044')).toMatchObject(other);
    expect(ask('+44 20 1', anna({ filterMode: 'exclusive' }))).toMatchObject({ row: 3, pattern: '44*' });
  });

  it('knows the forwarded phone, nobody online, divert all and its parameter', () => {
    const number = Dn.parse('7777');
    expect(ask('1044', anna({ forwardedTo: number }))).toMatchObject({ row: 1, destination: { number: '7777' } });
    expect(ask('1044', anna({ activeAssistant: null }))).toMatchObject({ row: 2, destination: { kind: 'manager' } });
    const diverting = anna({ divertAll: true });
    const divert: DivertTarget = { kind: 'number', number };
    expect(ask('4930', diverting, { divert })).toMatchObject({ row: 4, destination: { kind: 'manager' } });
    expect(ask('4930', diverting, { divert }, true)).toMatchObject({ row: 4, destination: { number: '7777' } });
    expect(ask('1', anna({ divertAll: true, filterOn: false }), { divert })).toMatchObject({ row: 6 });
    expect(ask('1', anna({ filterOn: false }))).toMatchObject({ row: 7, destination: { kind: 'manager' } });
  });

  it('says who is away where a call was meant for that assistant', () => {
    const tom = { userId: UserId.parse('tom'), name: 'Tom Berger', online: false };
    const manager = anna({ assistants: [...anna().assistants, tom], filterMode: 'exclusive' });
    const divert: DivertTarget = { kind: 'assistant', userId: tom.userId };
    expect(ask('44', manager, { divert })).toMatchObject({ assistantName: 'Maya Lindqvist', awayName: 'Tom Berger' });
    expect(ask('1044', manager, { divert })).toMatchObject({ row: 7, awayName: null });
  });

  it('shows every pattern that fits', () => {
    expect([...matchingPatterns(draft.exclusive, ask('442071'))]).toEqual(['44*', '4420*']);
    expect(matchingPatterns(draft.exclusive, ask('')).size).toBe(0);
  });

  it('says nothing about nothing, and refuses what is no number', () => {
    expect([ask('  ').kind, ask('abc').kind]).toEqual(['nothing', 'notANumber']);
  });
});

describe('what the divert does now', () => {
  const number = Dn.parse('9999');
  const target = { kind: 'number', number } as const;
  const listed = { inclusive: ['1'], exclusive: ['1'], divert: target };
  const cases = fc.record({
    forwardedTo: fc.constantFrom(null, Dn.parse('7777')),
    activeAssistant: fc.constantFrom(null, UserId.parse('maya')),
    filterMode: fc.constantFrom('inclusive' as const, 'exclusive' as const),
    filterOn: fc.boolean(),
    divertAll: fc.boolean(),
  });
  /** Whom each sentence is about, and where it says that the call goes. */
  const claims = {
    forwarded: ['both', 'forward'],
    nobodyOnline: ['both', 'manager'],
    exclusiveDiverted: ['listed', 'divert'],
    restDiverted: ['others', 'divert'],
    restRings: ['others', 'manager'],
    inclusiveRings: ['listed', 'manager'],
    inclusiveDiverted: ['listed', 'divert'],
    restToActive: ['others', 'assistant'],
    allDiverted: ['both', 'divert'],
    allRing: ['both', 'manager'],
  } as const;

  it('is what the service does, for those on the list and for all others', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), (facts, appliesToFiltered) => {
        const where = (caller: string): string => {
          const { destination } = decide(caller, { manager: anna(facts), draft: listed, appliesToFiltered });
          if (destination.kind !== 'number') return destination.kind;
          return destination.number === number ? 'divert' : 'forward';
        };
        const told = { listed: false, others: false };
        for (const fact of divertNow(facts, appliesToFiltered)) {
          if (fact === 'divertAllIdle') {
            expect(facts.divertAll).toBe(true);
            continue;
          }
          const [who, destination] = claims[fact];
          for (const one of who === 'both' ? (['listed', 'others'] as const) : [who]) {
            expect(where(one === 'listed' ? '1' : '2')).toBe(destination);
            told[one] = true;
          }
        }
        expect(told).toEqual({ listed: true, others: true });
      }),
    );
  });
});

it('has an example for every shape of a pattern', () => {
  expect(Object.keys(en.shapeExample).toSorted()).toEqual(Object.keys(en.shape).toSorted());
});
