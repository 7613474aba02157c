import { describe, expect, it } from 'vitest';
import { UserId } from '../../shared/ids';
import { canCombine, combined, conflicts, resolved, settled } from './conflicts';
import {
  changedParts,
  divertProblem,
  entered,
  isUnsaved,
  newForm,
  undone,
  unfinished,
  wanted,
  withEntryText,
  withList,
} from './form';
import type { Parts } from './parts';

const maya = UserId.parse('maya');
const tom = UserId.parse('tom');
const saved: Parts = { assistant: maya, divert: { kind: 'activeAssistant' }, inclusive: ['1*', '2'], exclusive: [] };
const opened = newForm(saved);

describe('what is not saved yet', () => {
  it('is nothing at first, and each part that was changed after', () => {
    expect(isUnsaved(opened, saved)).toBe(false);
    const changed = { ...withList(opened, 'inclusive', ['2', '1*', '3']), assistant: tom };
    expect(changedParts(changed, saved)).toEqual(['assistant', 'inclusive']);
    expect(changedParts(withList(opened, 'inclusive', ['2', '1*']), saved)).toEqual([]);
  });

  it('counts what is typed, and a divert that is not whole', () => {
    expect(isUnsaved(withEntryText(opened, 'exclusive', { text: '4', editing: null }), saved)).toBe(true);
    const half = { ...opened, divert: { ...opened.divert, kind: 'number' as const } };
    expect([divertProblem(half), isUnsaved(half, saved), changedParts(half, saved)]).toEqual(['empty', true, []]);
    expect(wanted(half).divert).toEqual(saved.divert);
  });

  it('takes a right entry into its list and keeps a wrong one', () => {
    const right = entered(withEntryText(opened, 'exclusive', { text: '+44 20', editing: null }), 'exclusive');
    expect([right.lists.exclusive, right.entries.exclusive.text, unfinished(right)]).toEqual([['4420'], '', null]);
    const wrong = entered(withEntryText(opened, 'inclusive', { text: '1*', editing: null }), 'inclusive');
    expect([wrong.lists.inclusive, wrong.entries.inclusive.text, unfinished(wrong)]).toEqual([
      ['1*', '2'],
      '1*',
      'inclusive',
    ]);
  });

  it('is taken back step by step', () => {
    const two = withList(withList(opened, 'inclusive', ['1*']), 'inclusive', []);
    expect(undone(two, 'inclusive').lists.inclusive).toEqual(['1*']);
    expect(undone(undone(two, 'inclusive'), 'inclusive').lists.inclusive).toEqual(['1*', '2']);
    expect(undone(opened, 'inclusive')).toBe(opened);
  });
});

describe('changes by somebody else meanwhile', () => {
  const theirs: Parts = { ...saved, inclusive: ['1*', '7'] };

  it('are followed where nothing was changed here, and said', () => {
    const next = settled(opened, theirs);
    expect([next.lists.inclusive, next.renewed, conflicts(next, theirs)]).toEqual([['1*', '7'], ['inclusive'], []]);
    expect(isUnsaved(next, theirs)).toBe(false);
    expect(settled(next, theirs)).toBe(next);
  });

  it('are asked about where the same was changed here; nothing is lost before the answer', () => {
    const mine = withList(opened, 'inclusive', ['1*', '2', '3']);
    const next = settled(mine, theirs);
    expect([next, conflicts(next, theirs)]).toEqual([mine, ['inclusive']]);

    const taken = resolved(next, 'inclusive', theirs, 'theirs');
    expect([taken.lists.inclusive, conflicts(taken, theirs), isUnsaved(taken, theirs)]).toEqual([
      ['1*', '7'],
      [],
      false,
    ]);
    const kept = resolved(next, 'inclusive', theirs, 'mine');
    expect([kept.lists.inclusive, conflicts(kept, theirs), changedParts(kept, theirs)]).toEqual([
      ['1*', '2', '3'],
      [],
      ['inclusive'],
    ]);
    // The service is told what is replaced: theirs, knowingly.
    expect(kept.base.inclusive).toEqual(['1*', '7']);
    const both = resolved(next, 'inclusive', theirs, 'both');
    expect([both.lists.inclusive, canCombine(next, 'inclusive', theirs)]).toEqual([['1*', '7', '3'], true]);
  });

  it('concern their own part only', () => {
    const mine = { ...opened, assistant: tom };
    const next = settled(mine, theirs);
    expect([next.assistant, next.lists.inclusive, conflicts(next, theirs)]).toEqual([tom, ['1*', '7'], []]);
  });

  it('are none when they are mine, come back from the service', () => {
    const mine = withList(opened, 'inclusive', ['7', '1*']);
    const next = settled(mine, theirs);
    expect([conflicts(next, theirs), next.renewed, isUnsaved(next, theirs)]).toEqual([[], [], false]);
  });

  it('do not take away a divert number that is half typed', () => {
    const typing = { ...opened, divert: { kind: 'number' as const, userId: null, number: 'Gra' } };
    const now: Parts = { ...saved, divert: { kind: 'assistant', userId: tom } };
    const next = settled(typing, now);
    expect([next.divert.number, conflicts(next, now)]).toEqual(['Gra', ['divert']]);
    expect(canCombine(next, 'divert', now)).toBe(false);
    expect(resolved(next, 'divert', now, 'theirs').divert).toMatchObject({ kind: 'assistant', userId: tom });
  });

  it('combine into theirs with what was added and without what was removed here', () => {
    expect(combined(['1', '2'], ['2', '3'], ['1', '2', '4'])).toEqual(['2', '4', '3']);
    const many = Array.from({ length: 100 }, (_, index) => String(1_000 + index));
    const full: Parts = { ...saved, inclusive: many };
    const mine = withList(opened, 'inclusive', ['1*', '2', '3']);
    expect(canCombine(settled(mine, full), 'inclusive', full)).toBe(false);
  });
});
