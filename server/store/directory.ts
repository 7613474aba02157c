/** Directory search in the database (product §6): a scan, for as long as the index in memory is not there. */
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
  for (const term of query.terms) select = select.where(sql<boolean>`instr(folded, ${term}) > 0`);
  const rows = await select.execute();
  return { entries: rows.slice(0, maxResults), more: rows.length > maxResults };
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
