/** The directory in the database (product §6): the truth, searched by a scan for as long as there is no index in memory. */
import { sql } from 'kysely';
import { fold, maxResults, type DirectoryQuery } from '../../shared/directory/query';
import type { DirectoryEntry } from '../../shared/protocol/messages';
import type { Db } from './open';

/** Between first and last name in the folded text: no search term can span it. */
const between = '\n';

export interface FoundEntries {
  readonly entries: DirectoryEntry[];
  /** There are more than the 25 returned. */
  readonly more: boolean;
}

/** Ordered by last name, then first name. */
export async function searchDirectory(db: Db, query: DirectoryQuery): Promise<FoundEntries> {
  let select = db
    .selectFrom('directory')
    .select(['id', 'first_name as firstName', 'last_name as lastName', 'number', 'department'])
    .orderBy('sort_key')
    .orderBy('id')
    .limit(maxResults + 1);
  for (const term of query.terms) select = select.where(sql<boolean>`folded like ${anywhere(term)} escape '\\'`);
  const rows = await select.execute();
  return { entries: rows.slice(0, maxResults), more: rows.length > maxResults };
}

/** The same on SQLite and PostgreSQL. Both sides are folded, so it does not matter that SQLite ignores the case of a to z. */
function anywhere(term: string): string {
  return `%${term.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Where a page ends. */
export interface PageKey {
  readonly sortKey: string;
  readonly id: string;
}

/** The next entries in the order of answers; what the index in memory is made from (server/directory/load). */
export async function directoryPage(
  db: Db,
  after: PageKey | null,
  size: number,
): Promise<(PageKey & { row: number })[]> {
  let select = db
    .selectFrom('directory')
    .select(['sort_key as sortKey', 'id', 'row'])
    .orderBy('sort_key')
    .orderBy('id')
    .limit(size);
  if (after) select = select.where(sql<boolean>`(sort_key, id) > (${after.sortKey}, ${after.id})`);
  return (await select.execute()).map(({ sortKey, id, row }) => ({ sortKey, id, row }));
}

/** The entries with these primary keys, in this order; those that are gone are left out. */
export async function entriesAt(db: Db, rows: readonly number[]): Promise<DirectoryEntry[]> {
  if (rows.length === 0) return [];
  const found = await db
    .selectFrom('directory')
    .select(['row', 'id', 'first_name as firstName', 'last_name as lastName', 'number', 'department'])
    .where('row', 'in', rows)
    .execute();
  const byRow = new Map(found.map(({ row, ...entry }) => [row, entry]));
  return rows.flatMap((row) => byRow.get(row) ?? []);
}

/** Who has this number, as people say it; null when nobody has. Where two share a number, the first in the order of answers. */
export async function nameByNumber(db: Db, number: string): Promise<string | null> {
  const key = numberKey(number);
  if (key === '') return null;
  const found = await db
    .selectFrom('directory')
    .select(['first_name', 'last_name'])
    .where('number_key', '=', key)
    .orderBy('sort_key')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const name = found ? `${found.first_name} ${found.last_name}`.trim() : '';
  return name === '' ? null : name;
}

/** The stored row of an entry, folded for searching and sorting. */
export function directoryRow(entry: DirectoryEntry) {
  const first = fold(entry.firstName);
  const last = fold(entry.lastName);
  return {
    id: entry.id,
    first_name: entry.firstName,
    last_name: entry.lastName,
    number: entry.number,
    department: entry.department,
    folded: first + between + last,
    sort_key: last + between + first,
    number_key: numberKey(entry.number),
  };
}

/** A number without what people write between its digits: what callers' numbers are compared with. */
export function numberKey(number: string): string {
  return number.replace(/[-. ()/]/g, '').replace(/^\++/, '');
}
