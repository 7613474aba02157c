/** Property: whatever people are called, what is exported and imported into nothing is exported the same again. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { checkConfiguration } from '../../company/check';
import { associationKey, newSettings, type Configuration } from '../../company/configuration';
import { problemSentence } from '../../company/problem';
import { mergeSheets } from './merge';
import { SheetReader } from './parseSheets';
import { sheetNames, sheetRows } from './sheets';
import { csvLines } from './write';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'round-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const nothing: Configuration = {
  users: new Map(),
  lines: new Map(),
  associations: new Map(),
  settings: new Map(),
  parameters: new Map(),
  rules: { dial: [], lookup: [] },
};

const pieces = [
  ',',
  ';',
  '"',
  "'",
  '=',
  '+',
  '-',
  '@',
  ' ',
  'ab',
  'é',
  'e\u0301',
  '田中',
  'مريم',
  '\u202e',
  '𝄞',
  '<b>',
  "';--",
];
/** No line breaks: a name with one is refused. */
const name = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const pattern = fc.constantFrom('1', '49*', '*555', '60XX', '+49');
const person = fc.record({
  firstName: name,
  lastName: name,
  mode: fc.constantFrom('proxy', 'shared'),
  voicemail: fc.boolean(),
  divertTo: fc.option(fc.constantFrom('12', '+4930')),
  divertAll: fc.boolean(),
  inclusive: fc.uniqueArray(pattern),
  filterOn: fc.boolean(),
});

const rule = fc.record({
  name,
  beginsWith: fc.constantFrom('', '0', '+49'),
  digits: fc.option(fc.constantFrom(7, 11)),
  remove: fc.constantFrom(1, 2),
  prefix: fc.constantFrom('', '+', '*9'),
});
/** Name and order are kept as they are. */
const companyWide = fc.record({
  parameters: fc.constantFrom(
    new Map<string, string>(),
    new Map([
      ['rnaTimeoutMs', '15000'],
      ['rnaForwardCalls', 'true'],
    ]),
  ),
  rules: fc.record({ dial: fc.array(rule, { maxLength: 3 }), lookup: fc.array(rule, { maxLength: 3 }) }),
});

/** Each person is a manager with an assistant of the same name, both with an intercom line. */
const configuration = fc
  .tuple(
    fc.array(person, { maxLength: 4 }),
    fc.uniqueArray(fc.constantFrom("=m'", '-m', '@m', 'm,"m', '経理')),
    companyWide,
  )
  .map(([people, ids, wide]) => ({ ...build(people.slice(0, ids.length), ids), ...wide }));

type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

function build(people: readonly Person[], ids: readonly string[]): Configuration {
  const rows = people.map((one, at) => ({ ...one, managerId: ids[at] ?? '', assistantId: `a${at}`, at }));
  const users = rows.flatMap(({ managerId, assistantId, firstName, lastName, mode, voicemail }) => {
    const both = { firstName, lastName, mode, pool: 2, redirectTo: null, passwordHash: '' } as const;
    return [
      { ...both, userId: managerId, role: 'manager', voicemail } as const,
      { ...both, userId: assistantId, role: 'assistant', voicemail: false } as const,
    ];
  });
  const lines = rows.flatMap(({ managerId, assistantId, mode, at }) => {
    const managers = { userId: managerId, phoneId: `pm${at}` };
    const assistants = { userId: assistantId, phoneId: `pa${at}` };
    return [
      { ...managers, lineId: `=o${at}`, dn: `6${at}`, kind: 'own', position: 0 } as const,
      { ...assistants, lineId: `o${at}`, dn: `2${at}`, kind: 'own', position: 0 } as const,
      {
        ...assistants,
        lineId: `s${at}`,
        dn: mode === 'shared' ? `6${at}` : `39${at}`,
        kind: mode,
        position: 1,
      } as const,
      { ...assistants, lineId: `i${at}`, dn: `5${at}`, kind: 'intercom', position: 2, forManager: managerId } as const,
    ];
  });
  const associations = rows.map(({ managerId, assistantId, at }) => {
    return { managerId, assistantId, lineId: `s${at}`, position: 0, isDefault: true };
  });
  const settings = rows.map(({ managerId, mode, divertTo, divertAll, inclusive, filterOn }) => ({
    ...newSettings(managerId, mode),
    ...(divertTo !== null && { divertKind: 'number' as const, divertValue: divertTo }),
    ...{ divertAll, filterOn, inclusive: inclusive.map((text) => text.replace('+', '')) },
  }));
  return {
    ...nothing,
    users: new Map(users.map((item) => [item.userId, item])),
    lines: new Map(lines.map((item) => [item.lineId, item])),
    associations: new Map(associations.map((item) => [associationKey(item), item])),
    settings: new Map(settings.map((item) => [item.managerId, item])),
  };
}

function exported(of: Configuration): Record<(typeof sheetNames)[number], string> {
  const text = (sheet: (typeof sheetNames)[number]) => csvLines(sheetRows(sheet, of));
  return {
    ...{ users: text('users'), lines: text('lines'), associations: text('associations') },
    ...{ settings: text('settings'), parameters: text('parameters'), rules: text('rules') },
  };
}

it('export, import into nothing, export', async () => {
  await fc.assert(
    fc.asyncProperty(configuration, async (original) => {
      expect(checkConfiguration(original).map(problemSentence)).toEqual([]);
      const texts = exported(original);
      const files = Object.fromEntries(sheetNames.map((sheet) => [sheet, path.join(folder, `${sheet}.csv`)]));
      for (const sheet of sheetNames) await writeFile(files[sheet] ?? '', texts[sheet]);
      const reader = new SheetReader();
      const sheets = await reader.read(files);
      expect(reader.problems).toEqual([]);
      const merged = mergeSheets(sheets, { replace: false, passwordHashes: new Map() })(nothing);
      if (!merged.ok) throw new Error(merged.error);
      expect(merged.value).toEqual(original);
      expect(exported(merged.value)).toEqual(texts);
    }),
    { numRuns: 60 },
  );
});
