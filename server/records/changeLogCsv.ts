/** The change log as CSV, with exactly the fields of product §9. */
import { changesOf, type ChangeFilter, type LoggedChange } from '../store/changeLog';
import type { Db } from '../store/open';
import { csvStream, type CsvRow } from './csv';

export const changeLogFields = [
  'line number',
  'time stamp',
  'for manager/assistant',
  'for user id',
  'by manager/assistant',
  'by user id',
  'parameter',
  'old value',
  'new value',
] as const;

/** Returns how many changes were written. */
export function exportChanges(db: Db, filter: ChangeFilter, out: (text: string) => void): Promise<number> {
  return csvStream(changeLogFields, rows(db, filter), out);
}

async function* rows(db: Db, filter: ChangeFilter): AsyncGenerator<CsvRow> {
  for await (const change of changesOf(db, filter)) yield rowOf(change);
}

function rowOf(change: LoggedChange): Record<(typeof changeLogFields)[number], string> {
  return {
    'line number': change.line_number,
    'time stamp': new Date(change.at).toISOString(),
    'for manager/assistant': change.for_role,
    'for user id': change.for_user,
    'by manager/assistant': change.by_role,
    'by user id': change.by_user,
    parameter: change.parameter,
    'old value': change.old_value,
    'new value': change.new_value,
  };
}
