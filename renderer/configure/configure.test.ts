import { describe, expect, it } from 'vitest';
import type { ManagerView } from '../../shared/calls/model';
import { aConsole } from '../testing/facts';
import { changedModes, emptyEntry, entryProblem, withEntry } from './draft';
import { testNumber } from './verdict';

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

  it('knows which lists have to be saved', () => {
    const saved = { inclusive: ['1*'], exclusive: [] };
    expect(changedModes({ inclusive: ['1*'], exclusive: [] }, saved)).toEqual([]);
    expect(changedModes({ inclusive: [], exclusive: ['2'] }, saved)).toEqual(['inclusive', 'exclusive']);
  });
});

describe('testing a number', () => {
  const draft = { inclusive: ['4930*'], exclusive: ['44*'] };
  const ask = (text: string, manager = anna()) => testNumber(text, { manager, draft, appliesToFiltered: false });

  it('names the pattern and where the call goes', () => {
    expect(ask('+49 30 5557')).toMatchObject({ destination: { kind: 'manager' }, pattern: '4930*' });
    expect(ask('1044')).toMatchObject({
      destination: { kind: 'assistant' },
      destinationName: 'Maya Lindqvist',
      pattern: null,
    });
    expect(ask('+44 20 1', anna({ filterMode: 'exclusive' }))).toMatchObject({ row: 3, pattern: '44*' });
  });

  it('says nothing about nothing, and refuses what is no number', () => {
    expect([ask('  ').kind, ask('abc').kind]).toEqual(['nothing', 'notANumber']);
  });
});
