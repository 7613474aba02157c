/** Directory search (product §6): FTS5 trigrams for terms of three letters and more, a scan of the folded names for shorter ones. */
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
  const long = query.terms.filter((term) => Array.from(term).length >= 3);
  const short = query.terms.filter((term) => !long.includes(term));
  let select = db
    .selectFrom('directory')
    .select(['id', 'first_name as firstName', 'last_name as lastName', 'number', 'department'])
    .orderBy('sort_key')
    .orderBy('id')
    .limit(maxResults + 1);
  if (long.length > 0) {
    const match = long.map((term) => `"${term.replaceAll('"', '""')}"`).join(' AND ');
    const hits = sql<number>`(select rowid from directory_search where directory_search match ${match})`;
    select = select.where('row', 'in', hits);
  }
  for (const term of short) select = select.where(sql<boolean>`instr(folded, ${term}) > 0`);
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
  };
}
