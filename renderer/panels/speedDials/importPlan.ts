/** What an import would do, line by line, before anything is written. Pure: ids are given by `newId`. */
import { speedDialLimits } from '../../../shared/console/speedDialLimits';
import type { SpeedDial, SpeedDialGroup, SpeedDials } from '../../../shared/console/speedDials';
import { cleanDialString } from '../../../shared/routing/dialString';
import { groupBy } from '../lists/groupBy';
import { oneLine } from './clean';
import type { CsvRow } from './csv';
import {
  cleanFields,
  entryProblems,
  hasProblem,
  comparableName,
  textProblem,
  type EntryProblems,
  type TextProblem,
} from './problems';

export interface RowProblems extends EntryProblems {
  readonly group: TextProblem | null;
  /** The line could not be read. */
  readonly openQuote?: true;
}

export type Verdict =
  | { readonly kind: 'new' }
  | { readonly kind: 'changed'; readonly from: SpeedDial }
  | { readonly kind: 'same' }
  /** A group with nothing in it. */
  | { readonly kind: 'group' }
  | { readonly kind: 'wrong'; readonly problems: RowProblems };

export interface PlannedRow {
  readonly line: number;
  readonly group: string;
  readonly name: string;
  readonly number: string;
  readonly notes: string;
  readonly verdict: Verdict;
}

export type ImportMode = 'add' | 'replace';

export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  /** Entries that are not in the file: an import that replaces takes them away. */
  readonly missing: readonly SpeedDial[];
  readonly result: Readonly<Record<ImportMode, SpeedDials>>;
}

/** `fallbackGroup` takes the lines that name no group. */
export function planImport(
  rows: readonly CsvRow[],
  now: SpeedDials,
  fallbackGroup: string,
  newId: () => string,
): ImportPlan {
  const groups = new GroupBook(now.groups, newId);
  const read = rows.map((row) => readRow(row, fallbackGroup));
  const good = read.filter((row) => row.problems === null);
  for (const { group } of good) groups.idOf(group);
  const partners = match(
    good.filter(({ isGroup }) => !isGroup),
    now,
    groups,
  );
  const imported: SpeedDial[] = [];
  const verdicts = new Map<ReadRow, Verdict>();
  for (const row of good) {
    const groupId = groups.idOf(row.group);
    if (row.isGroup) {
      verdicts.set(row, { kind: 'group' });
      continue;
    }
    const { name, number, notes } = row;
    const from = partners.get(row);
    imported.push({ id: from?.id ?? newId(), groupId, name, number, notes });
    verdicts.set(
      row,
      from === undefined ? { kind: 'new' } : sameFields(from, row) ? { kind: 'same' } : { kind: 'changed', from },
    );
  }
  const byId = new Map(imported.map((entry) => [entry.id, entry]));
  const known = new Set(now.entries.map(({ id }) => id));
  return {
    rows: read.map((row) => {
      const { line, group, name, number, notes, problems } = row;
      const verdict = problems === null ? verdicts.get(row) : undefined;
      return {
        line,
        group,
        name,
        number,
        notes,
        verdict: verdict ?? { kind: 'wrong', problems: problems ?? noProblems },
      };
    }),
    missing: now.entries.filter(({ id }) => !byId.has(id)),
    result: {
      add: {
        ...now,
        groups: groups.all(),
        entries: [
          ...now.entries.map((entry) => byId.get(entry.id) ?? entry),
          ...imported.filter(({ id }) => !known.has(id)),
        ],
      },
      replace: { ...now, groups: groups.used(), entries: imported },
    },
  };
}

/** The limit that a result would break; null where it breaks none. */
export function limitBroken({ groups, entries }: SpeedDials): 'entries' | 'groups' | null {
  if (entries.length > speedDialLimits.entries) return 'entries';
  return groups.length > speedDialLimits.groups ? 'groups' : null;
}

interface ReadRow extends CsvRow {
  readonly isGroup: boolean;
  readonly problems: RowProblems | null;
}

const noProblems: RowProblems = { group: null, name: null, number: null, notes: null };

function readRow(row: CsvRow, fallbackGroup: string): ReadRow {
  if (row.openQuote) {
    const problems = { ...noProblems, openQuote: true } as const;
    return { ...row, name: oneLine(row.name).slice(0, speedDialLimits.nameLength), isGroup: false, problems };
  }
  const fields = cleanFields(row);
  const named = oneLine(row.group);
  const isGroup = named !== '' && fields.name === '' && fields.number === '' && fields.notes === '';
  const group = named === '' ? fallbackGroup : named;
  const problems: RowProblems = { ...(isGroup ? noProblems : entryProblems(fields)), group: textProblem(group) };
  const wrong = hasProblem(problems) || problems.group !== null;
  return { line: row.line, ...fields, group, isGroup, problems: wrong ? problems : null };
}

function sameFields(entry: SpeedDial, row: CsvRow): boolean {
  return entry.name === row.name && entry.number === row.number && entry.notes === row.notes;
}

/**
 * Which entry a line is about: in the same group the very same, else the one with the same number, else the one with the same name. No entry is
 * taken twice, so that two lines with one name (office, mobile) stay two.
 */
function match(rows: readonly ReadRow[], now: SpeedDials, groups: GroupBook): Map<ReadRow, SpeedDial> {
  const partners = new Map<ReadRow, SpeedDial>();
  const taken = new Set<string>();
  const keys: readonly ((fields: Pick<SpeedDial, 'name' | 'number' | 'notes'>) => string)[] = [
    ({ name, number, notes }) => JSON.stringify([name, number, notes]),
    ({ number }) => dialled(number),
    ({ name }) => name.toLowerCase(),
  ];
  for (const key of keys) {
    const free = groupBy(
      now.entries.filter(({ id }) => !taken.has(id)),
      (entry) => `${entry.groupId} ${key(entry)}`,
    );
    for (const row of rows) {
      if (partners.has(row)) continue;
      const entry = free.get(`${groups.idOf(row.group)} ${key(row)}`)?.shift();
      if (entry === undefined) continue;
      partners.set(row, entry);
      taken.add(entry.id);
    }
  }
  return partners;
}

function dialled(number: string): string {
  const cleaned = cleanDialString(number);
  return cleaned.ok ? cleaned.value : number;
}

/** Groups by name; a name that is new gets a group at the end. */
class GroupBook {
  readonly #groups: SpeedDialGroup[];
  readonly #byName = new Map<string, SpeedDialGroup>();
  readonly #used = new Set<SpeedDialGroup>();
  readonly #newId: () => string;

  constructor(groups: readonly SpeedDialGroup[], newId: () => string) {
    this.#groups = [...groups];
    this.#newId = newId;
    for (const group of groups.toReversed()) this.#byName.set(comparableName(group.name), group);
  }

  idOf(name: string): string {
    const key = comparableName(name);
    let group = this.#byName.get(key);
    if (group === undefined) {
      group = { id: this.#newId(), name };
      this.#groups.push(group);
      this.#byName.set(key, group);
    }
    this.#used.add(group);
    return group.id;
  }

  all(): SpeedDialGroup[] {
    return [...this.#groups];
  }

  /** In the order in which they were asked for. */
  used(): SpeedDialGroup[] {
    return [...this.#used];
  }
}
