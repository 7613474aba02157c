import { describe, expect, it } from 'vitest';
import { speedDialLimits } from '../../../shared/console/speedDialLimits';
import { noSpeedDials } from '../../../shared/console/speedDials';
import { finder } from '../lists/find';
import { manyLines, oneLine } from './clean';
import * as edit from './edit';
import { anEntry, someDials } from './facts';
import { cleanFields, entryProblems, groupProblem, hasProblem } from './problems';
import { byName, foundGroups, pressed, sortedGroups, type ShownGroup } from './sort';

const dials = someDials([anEntry('1'), anEntry('2', { groupId: 'g2' }), anEntry('3')]);
const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

describe('editing', () => {
  it('adds, renames and moves groups', () => {
    const added = edit.addGroup(dials, { id: 'g3', name: 'Third' });
    expect(ids(added.groups)).toEqual(['g1', 'g2', 'g3']);
    expect(edit.changeGroup(added, 'g3', { name: 'Last' }).groups.at(-1)).toEqual({ id: 'g3', name: 'Last' });
    expect(ids(edit.moveGroup(added, 'g1', 1).groups)).toEqual(['g2', 'g1', 'g3']);
    expect(ids(edit.moveGroup(added, 'g3', -1).groups)).toEqual(['g1', 'g3', 'g2']);
  });

  it('moves no group beyond the ends', () => {
    expect(edit.moveGroup(dials, 'g1', -1)).toBe(dials);
    expect(edit.moveGroup(dials, 'g2', 1)).toBe(dials);
    expect(edit.moveGroup(dials, 'gone', -1)).toBe(dials);
  });

  it('deletes a group with what is in it', () => {
    const left = edit.deleteGroup(dials, 'g1');
    expect([ids(left.groups), ids(left.entries)]).toEqual([['g2'], ['2']]);
  });

  it('adds, changes, moves and deletes entries', () => {
    expect(ids(edit.addEntry(dials, anEntry('4')).entries)).toEqual(['1', '2', '3', '4']);
    const moved = edit.changeEntry(dials, '1', { groupId: 'g2', name: 'New' });
    expect(moved.entries[0]).toEqual(anEntry('1', { groupId: 'g2', name: 'New' }));
    expect(ids(edit.deleteEntry(dials, '2').entries)).toEqual(['1', '3']);
  });

  it('knows what can be undone: folding and sorting change nothing', () => {
    const folded = edit.changeGroup({ ...dials, sort: { by: 'notes', descending: true } }, 'g1', { collapsed: true });
    expect(edit.sameContents(dials, folded)).toBe(true);
    expect(edit.sameContents(dials, edit.changeEntry(dials, '1', { notes: 'x' }))).toBe(false);
    expect(edit.sameContents(dials, edit.changeGroup(dials, 'g1', { name: 'x' }))).toBe(false);
  });
});

describe('what is typed', () => {
  it('is cleaned', () => {
    expect(oneLine('  Anna\n\u0000 \tKowalska ')).toBe('Anna Kowalska');
    expect(manyLines('a\r\nb\u0007\r\n')).toBe('a\nb');
    expect(cleanFields({ name: ' A ', number: '+49\n30 ', notes: ' n ' })).toEqual({
      name: 'A',
      number: '+49 30',
      notes: 'n',
    });
  });

  const good = { name: 'Anna', number: '+49 (30) 1', notes: '' };
  const long = (length: number) => 'x'.repeat(length);

  it.each([
    [good, {}],
    [{ ...good, name: '' }, { name: 'empty' }],
    [{ ...good, name: long(speedDialLimits.nameLength) }, {}],
    [{ ...good, name: long(speedDialLimits.nameLength + 1) }, { name: 'tooLong' }],
    [{ ...good, number: '' }, { number: 'empty' }],
    [{ ...good, number: '555-CALL' }, { number: 'badCharacter' }],
    [{ ...good, number: '1'.repeat(33) }, { number: 'tooLong' }],
    [{ ...good, number: `1${'-'.repeat(speedDialLimits.numberLength)}` }, { number: 'tooLong' }],
    [{ ...good, notes: long(speedDialLimits.notesLength + 1) }, { notes: 'tooLong' }],
  ])('%j: %j', (fields, expected) => {
    const problems = entryProblems(fields);
    expect(problems).toEqual({ name: null, number: null, notes: null, ...expected });
    expect(hasProblem(problems)).toBe(Object.keys(expected).length > 0);
  });

  it('names a group once', () => {
    expect(groupProblem('Mine', dials)).toBeNull();
    expect(groupProblem('', dials)).toBe('empty');
    expect(groupProblem('GROUP G1', dials)).toBe('taken');
    expect(groupProblem('GROUP G1', dials, 'g1')).toBeNull();
    expect(groupProblem(long(speedDialLimits.nameLength + 1), dials)).toBe('tooLong');
    const full = someDials(
      [],
      Array.from({ length: speedDialLimits.groups }, (_, index) => String(index)),
    );
    expect([groupProblem('One more', full), groupProblem('Renamed', full, '1')]).toEqual(['tooMany', null]);
  });
});

const shownGroups = (
  ...[list, find, language]: [typeof dials, Parameters<typeof foundGroups>[1], string]
): readonly ShownGroup[] => foundGroups(sortedGroups(list, language), find);

describe('what is shown', () => {
  const people = someDials([
    anEntry('a', { name: 'Ångström, Zoë', number: '+49 30 5557', notes: '' }),
    anEntry('b', { name: 'brand 10', number: '(030) 1', notes: 'Board' }),
    anEntry('c', { name: 'Brand 9', number: '0302', notes: 'accounts' }),
  ]);
  const order = (sort = byName) => ids(shownGroups({ ...people, sort }, null, 'en')[0]?.entries ?? []);

  it('is sorted by any column, both ways, as people count', () => {
    expect(order()).toEqual(['a', 'c', 'b']);
    expect(order({ by: 'name', descending: true })).toEqual(['b', 'c', 'a']);
    expect(order({ by: 'number', descending: false })).toEqual(['a', 'b', 'c']);
    expect(order({ by: 'notes', descending: false })).toEqual(['c', 'b', 'a']);
    expect(order({ by: 'notes', descending: true })).toEqual(['b', 'c', 'a']);
  });

  it('turns round with a second press', () => {
    expect(pressed(byName, 'name')).toEqual({ by: 'name', descending: true });
    expect(pressed({ by: 'name', descending: true }, 'name')).toEqual(byName);
    expect(pressed({ by: 'name', descending: true }, 'notes')).toEqual({ by: 'notes', descending: false });
  });

  it('has empty groups, but not while something is looked for', () => {
    expect(shownGroups(people, null, 'en').map(({ total }) => total)).toEqual([3, 0]);
    expect(shownGroups(people, finder('zzz'), 'en')).toEqual([]);
    expect(shownGroups(noSpeedDials, null, 'en')).toEqual([]);
  });

  const found = (query: string) => ids(shownGroups(people, finder(query), 'en').flatMap(({ entries }) => entries));

  it.each([
    ['angstrom', ['a']],
    ['ZOE ang', ['a']],
    ['brand boa', ['b']],
    ['+4930', ['a']],
    ['30 55', ['a']],
    ['(030) 1', ['b']],
    ['302', ['c']],
    ['10', ['b']],
    ['  ', ['a', 'c', 'b']],
    ['brandboard', []],
  ])('%j finds %j', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });
});
