/** The groups with their entries, found and sorted: what the panel shows. Pure. */
import { speedDialColumns, type SpeedDialColumn } from '../../../shared/console/speedDialLimits';
import type { SpeedDial, SpeedDialGroup, SpeedDials } from '../../../shared/console/speedDials';
import { findable, type Finder, type Findable } from '../lists/find';
import { groupBy } from '../lists/groupBy';

export type Sort = NonNullable<SpeedDials['sort']>;

export const byName: Sort = { by: 'name', descending: false };

export interface ShownGroup {
  readonly group: SpeedDialGroup;
  /** All that are in it, found or not. */
  readonly total: number;
  readonly entries: readonly SpeedDial[];
}

const known = new WeakMap<SpeedDial, Findable>();

function findableOf(entry: SpeedDial): Findable {
  const found = known.get(entry) ?? findable([entry.name, entry.notes], entry.number);
  known.set(entry, found);
  return found;
}

/** All of them. Sorting is the dear part: it is done when the list changes, not at every letter of a search. */
export function sortedGroups(dials: SpeedDials, language: string): ShownGroup[] {
  const compare = comparison(dials.sort ?? byName, language);
  const inGroup = groupBy(dials.entries, ({ groupId }) => groupId);
  return dials.groups.map((group) => {
    const entries = inGroup.get(group.id) ?? [];
    return { group, total: entries.length, entries: entries.toSorted(compare) };
  });
}

/** `find` null shows all, empty groups too; else groups where nothing is found are left out. */
export function foundGroups(groups: readonly ShownGroup[], find: Finder | null): readonly ShownGroup[] {
  if (find === null) return groups;
  return groups
    .map((shown) => ({ ...shown, entries: shown.entries.filter((entry) => find(findableOf(entry))) }))
    .filter(({ entries }) => entries.length > 0);
}

/** Blank notes come last, whichever way round; what is equal stands in the order of the other columns. */
export function comparison({ by, descending }: Sort, language: string): (a: SpeedDial, b: SpeedDial) => number {
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const others = speedDialColumns.filter((column) => column !== by);
  const direction = descending ? -1 : 1;
  return (a, b) => {
    const blank = Number(a[by] === '') - Number(b[by] === '');
    if (blank !== 0) return blank;
    const order = direction * compare(keyOf(a, by), keyOf(b, by));
    if (order !== 0) return order;
    for (const column of others) {
      const next = compare(keyOf(a, column), keyOf(b, column));
      if (next !== 0) return next;
    }
    return 0;
  };
}

/** A number is sorted as it is dialled, not as it is written. */
function keyOf(entry: SpeedDial, column: SpeedDialColumn): string {
  return column === 'number' ? entry.number.replace(/[\s().\-/]/g, '') : entry[column];
}

/** What a press on a column's head asks for: the other way round, or another column from its beginning. */
export function pressed(sort: Sort, by: SpeedDialColumn): Sort {
  return { by, descending: sort.by === by && !sort.descending };
}
