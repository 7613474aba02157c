/** Small facts for the tests of this folder. */
import fc from 'fast-check';
import type { SpeedDial, SpeedDials } from '../../../shared/console/speedDials';
import { cleanFields } from './problems';

export function anEntry(id: string, more: Partial<SpeedDial> = {}): SpeedDial {
  return { id, groupId: 'g1', name: `Name ${id}`, number: '1000', notes: '', ...more };
}

export function someDials(entries: readonly SpeedDial[], groups = ['g1', 'g2']): SpeedDials {
  return { version: 1, groups: groups.map((id) => ({ id, name: `Group ${id}` })), entries: [...entries] };
}

/** Text that CSV, spreadsheets and people make trouble with. */
const trouble = fc
  .array(
    fc.oneof(
      fc.constantFrom('=', '+', '-', '@', "'", '＝', '\t', '\r', '\n', ',', ';', '"', '\ufeff', '|'),
      fc.constantFrom('a', 'é', '林', '👩‍💼', ' ', 'ع'),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));
const number = fc
  .tuple(fc.constantFrom('', '+'), fc.stringMatching(/^[0-9]{1,12}$/), fc.constantFrom('', ' 55', '-1', '*2', '#'))
  .map((parts) => parts.join(''));

/** Lists as the editor makes them: cleaned, no group name twice. */
export const anyDials: fc.Arbitrary<SpeedDials> = fc
  .uniqueArray(trouble, {
    maxLength: 5,
    selector: (name) =>
      name
        .normalize('NFC')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim(),
  })
  .chain((names) => {
    const groups = names.map((name, index) => ({
      id: `g${index}`,
      name: cleanFields({ name, number: '', notes: '' }).name,
    }));
    const named = groups.filter(({ name }) => name !== '');
    if (named.length === 0) return fc.constant<SpeedDials>({ version: 1, groups: [], entries: [] });
    const entry = fc.record({
      name: trouble,
      number,
      notes: fc.oneof(fc.constant(''), trouble),
      group: fc.nat(named.length - 1),
    });
    return fc.array(entry, { maxLength: 12 }).map((entries): SpeedDials => ({
      version: 1,
      groups: named,
      entries: entries
        .map(({ group, ...fields }, index) => ({
          id: `e${index}`,
          groupId: named[group]?.id ?? '',
          ...cleanFields(fields),
        }))
        .filter(({ name }) => name !== ''),
    }));
  });
