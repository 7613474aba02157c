/** Single entries of the directory, changed by the administrator: logged, and noticed by running services. */
import type { DirectoryEntry } from '../../shared/protocol/messages';
import { directoryRow } from './directory';
import { logAdministration } from './logAdministration';
import { durably, type Db } from './open';
import { raiseRevision } from './revision';

interface Who {
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export async function findEntry(db: Db, id: string): Promise<DirectoryEntry | null> {
  const row = await db
    .selectFrom('directory')
    .select(['id', 'first_name as firstName', 'last_name as lastName', 'number', 'department'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** `entry` null removes it. False where nothing was found to change, or where something would be overwritten. */
export function saveEntry(
  db: Db,
  who: Who,
  id: string,
  entry: DirectoryEntry | null,
  expected: 'new' | 'there',
): Promise<boolean> {
  return durably(db, async (tx) => {
    const before = await findEntry(tx, id);
    if ((before === null) !== (expected === 'new')) return false;
    if (entry === null) await tx.deleteFrom('directory').where('id', '=', id).execute();
    else if (before === null) await tx.insertInto('directory').values(directoryRow(entry)).execute();
    else await tx.updateTable('directory').set(directoryRow(entry)).where('id', '=', id).execute();
    const about = { userId: null, role: 'company', lineNumber: '', parameter: `directory ${id}` } as const;
    await logAdministration(tx, who, [{ ...about, oldValue: words(before), newValue: words(entry) }]);
    await raiseRevision(tx, 'directory');
    return true;
  });
}

function words(entry: DirectoryEntry | null): string {
  return entry === null ? '' : `${entry.firstName} ${entry.lastName}, ${entry.number}, ${entry.department}`;
}
