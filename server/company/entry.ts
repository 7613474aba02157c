/** What a directory entry may be. */
import type { DirectoryEntry } from '../../shared/protocol/messages';
import { isDn, isId, notDn, textProblem } from './checkUsers';

export interface EntryProblem {
  readonly column: keyof DirectoryEntry;
  readonly message: string;
}

/** The first problem from the left; null when the entry may be stored. Numbers may have separators as people write them. */
export function entryProblem(entry: DirectoryEntry): EntryProblem | null {
  for (const column of ['firstName', 'lastName', 'department'] as const) {
    const message = textProblem(entry[column]);
    if (message !== null) return { column, message };
  }
  if (entry.firstName === '' && entry.lastName === '')
    return { column: 'lastName', message: 'an entry has a first or a last name' };
  if (!isDn(entry.number.replace(/[-. ()/]/g, '')) || entry.number.length > 40)
    return { column: 'number', message: notDn(entry.number) };
  if (!isId(entry.id)) return { column: 'id', message: 'an id has 1 to 64 characters, no spaces among them' };
  return null;
}
