import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speedDialLimits } from '../../../shared/console/speedDialLimits';
import { noSpeedDials, type SpeedDials } from '../../../shared/console/speedDials';
import { fromCsv, toCsv } from './csv';
import { anEntry, anyDials, someDials } from './facts';
import { guard, unguard } from './formulaGuard';
import { limitBroken, planImport, type ImportPlan } from './importPlan';

function ids(): () => string {
  let last = 0;
  return () => `new${(last += 1)}`;
}

function planOf(text: string, now: SpeedDials = noSpeedDials): ImportPlan {
  const rows = fromCsv(text);
  if (!rows.ok) throw new Error(rows.error.kind);
  return planImport(rows.value, now, 'Imported', ids());
}

const kinds = (plan: ImportPlan): string[] => plan.rows.map(({ verdict }) => verdict.kind);

/** Without ids: what a person sees. Entries stand with their group, as a file has them. */
function seen({ groups, entries }: SpeedDials): unknown {
  return groups.map(({ id, name }) => [
    name,
    entries.filter(({ groupId }) => groupId === id).map((entry) => [entry.name, entry.number, entry.notes]),
  ]);
}

describe('written and read again', () => {
  it('is the same list, whatever stands in it', () => {
    fc.assert(
      fc.property(anyDials, (dials) => {
        const plan = planOf(toCsv(dials));
        expect(kinds(plan)).not.toContain('wrong');
        expect(seen(plan.result.replace)).toEqual(seen(dials));
        expect(seen(plan.result.add)).toEqual(seen(dials));
      }),
      { numRuns: 50 },
    );
  });

  it('changes nothing in the list it came from', () => {
    fc.assert(
      fc.property(anyDials, (dials) => {
        const plan = planOf(toCsv(dials), dials);
        expect(kinds(plan).filter((kind) => kind !== 'same' && kind !== 'group')).toEqual([]);
        expect(plan.missing).toEqual([]);
        expect(plan.result.add).toEqual(dials);
        expect(seen(plan.result.replace)).toEqual(seen(dials));
        expect(new Set(plan.result.replace.entries)).toEqual(new Set(dials.entries));
      }),
      { numRuns: 50 },
    );
  });

  it('gives a spreadsheet no cell that begins like a formula, and every cell back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (cell) => {
        expect(guard(cell)).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(unguard(guard(cell))).toBe(cell);
      }),
    );
    expect(['=1+1', '+49 30', "'n Beetje"].map(guard)).toEqual(["'=1+1", "'+49 30", "''n Beetje"]);
    expect(["'+49 30", "'n Beetje", '+49 30'].map(unguard)).toEqual(['+49 30', "'n Beetje", '+49 30']);
  });

  it('begins with a byte order mark and a heading, and keeps a group with nothing in it', () => {
    const text = toCsv(someDials([anEntry('1', { number: '+49 30', notes: 'one\ntwo, "three"' })]));
    expect(text).toBe(
      '\ufeffgroup,name,number,notes\r\nGroup g1,Name 1,\'+49 30,"one\ntwo, ""three"""\r\nGroup g2,,,\r\n',
    );
  });
});

describe('files of other programs', () => {
  const lines = (text: string) => {
    const rows = fromCsv(text);
    return rows.ok
      ? rows.value.map(({ line, group, name, number, notes }) => [line, group, name, number, notes])
      : rows.error;
  };

  it.each([
    ['name,number\nAnna,1', [[2, '', 'Anna', '1', '']]],
    ['\ufeffName;Number;Notes\r\nAnna;1;a, b\r\n', [[2, '', 'Anna', '1', 'a, b']]],
    ['Number\tName\n1\tAnna\n', [[2, '', 'Anna', '1', '']]],
    ['fax,number,name\n9,1,Anna\n', [[2, '', 'Anna', '1', '']]],
    [
      'name,number\rAnna,1\rBen,2',
      [
        [2, '', 'Anna', '1', ''],
        [3, '', 'Ben', '2', ''],
      ],
    ],
    [
      'name,number\n\n"An\nna",1\n , \nBen,2,more,than,asked',
      [
        [3, '', 'An\nna', '1', ''],
        [6, '', 'Ben', '2', ''],
      ],
    ],
    ['name,number\nMike "Mo" Smith,1', [[2, '', 'Mike "Mo" Smith', '1', '']]],
  ])('%j', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it.each([
    ['', { kind: 'empty' }],
    ['\ufeff\n\n', { kind: 'empty' }],
    ['Anna,1\nBen,2', { kind: 'noColumns', missing: ['name', 'number'] }],
    ['group,name\nx,y', { kind: 'noColumns', missing: ['number'] }],
    ['"name,number\nAnna,1\n', { kind: 'quotes', line: 2 }],
  ])('%j is refused whole', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it.each([
    ['to the end', 'Anna,1\n"Ben,2\nCem,3\nDora,4'],
    ['up to a quotation mark below', 'Anna,1\n"Ben,2\nCem,3\n"Dora",4'],
    ['up to one at the end of a cell below', 'Anna,1\nx,"Ben,2\nCem,3\nDora "the boss",4'],
    ['in lines of Windows', 'Anna,1\r\n"Ben,2\r\nCem,3\r\nDora,4\r\n'],
  ])('a quotation mark left open %s costs its own line only, and is told', (_where, text) => {
    const plan = planOf(`name,number\n${text}`);
    expect(kinds(plan)).toEqual(['new', 'wrong', 'new', 'new']);
    expect(plan.rows.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
    expect(plan.rows[1]?.verdict).toMatchObject({ problems: { openQuote: true } });
    expect(plan.rows[1]?.name).toContain('Ben,2');
    expect(plan.result.add.entries.map(({ number }) => number)).toEqual(['1', '3', '4']);
  });

  it('keeps no characters that turn the writing around', () => {
    const plan = planOf('group,name,number,notes\n\u2066Bank\u2069,\u202eannA\u202c,1,a\u202bb');
    expect(plan.rows).toMatchObject([{ group: 'Bank', name: 'annA', number: '1', notes: 'ab' }]);
  });

  it('never crash the reader, and nothing is kept that could not be dialled', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const rows = fromCsv(`name,number,notes\n${text}`);
        if (!rows.ok) return;
        const plan = planImport(rows.value, noSpeedDials, 'Imported', ids());
        for (const { number } of plan.result.replace.entries) expect(number).toMatch(/[0-9*#]/u);
      }),
      { numRuns: 25 },
    );
  });
});

describe('what an import would do', () => {
  const now = someDials([
    anEntry('a', { name: 'Anna', number: '+49 30 1' }),
    anEntry('b', { name: 'Ben', number: '2' }),
    anEntry('c', { name: 'Cem', number: '3', groupId: 'g2' }),
  ]);
  const file = [
    'group,name,number,notes',
    'group G1,Anna Maria,+49301,',
    'Group g1,Ben,22,',
    'Group g2,Cem,3,',
    'Group g2,Dora,4,new',
    ',Eva,5,',
    'Group g1,,6,',
    'Group g1,Finn,call me,',
    `Group g1,${'x'.repeat(speedDialLimits.nameLength + 1)},7,${'n'.repeat(speedDialLimits.notesLength + 1)}`,
  ].join('\n');
  const plan = planOf(file, now);

  it('is told line by line', () => {
    expect(kinds(plan)).toEqual(['changed', 'changed', 'same', 'new', 'new', 'wrong', 'wrong', 'wrong']);
    expect(plan.rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    const problems = plan.rows.flatMap(({ verdict }) => (verdict.kind === 'wrong' ? [verdict.problems] : []));
    expect(problems).toEqual([
      { group: null, name: 'empty', number: null, notes: null },
      { group: null, name: null, number: 'badCharacter', notes: null },
      { group: null, name: 'tooLong', number: null, notes: 'tooLong' },
    ]);
  });

  it('adds, and changes in place', () => {
    const { groups, entries } = plan.result.add;
    expect(groups.map(({ name }) => name)).toEqual(['Group g1', 'Group g2', 'Imported']);
    expect(entries.map(({ id, name, number }) => [id.startsWith('new') ? 'new' : id, name, number])).toEqual([
      ['a', 'Anna Maria', '+49301'],
      ['b', 'Ben', '22'],
      ['c', 'Cem', '3'],
      ['new', 'Dora', '4'],
      ['new', 'Eva', '5'],
    ]);
  });

  it('or takes the place of all there was, and names what would go', () => {
    const other = planOf('group,name,number\nGroup g1,Anna,+49301', now);
    expect(other.missing.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(other.result.replace.groups.map(({ id }) => id)).toEqual(['g1']);
    expect(other.result.replace.entries.map(({ id }) => id)).toEqual(['a']);
    expect(other.result.add.entries.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('keeps two lines with one name apart', () => {
    const two = planOf('group,name,number\nGroup g1,Anna,+49301\nGroup g1,Anna,0170', now);
    expect(kinds(two)).toEqual(['changed', 'new']);
    expect(two.result.add.entries.filter(({ name }) => name === 'Anna')).toHaveLength(2);
  });

  it('says which limit it would break', () => {
    const many = (count: number) =>
      ['name,number', ...Array.from({ length: count }, (_, index) => `N${index},${index}`)].join('\n');
    expect(limitBroken(planOf(many(speedDialLimits.entries)).result.add)).toBeNull();
    expect(limitBroken(planOf(many(speedDialLimits.entries - 2), now).result.add)).toBe('entries');
    const groups = Array.from({ length: speedDialLimits.groups + 1 }, (_, index) => `g${index},N,1`).join('\n');
    expect(limitBroken(planOf(`group,name,number\n${groups}`).result.add)).toBe('groups');
  });
});
