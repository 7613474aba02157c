/** Log lines of what an administrator changed, in the transaction of the change itself. */
import type { LoggedChange } from '../company/changes';
import type { Tx } from './open';

/** Rows in one statement: databases bound the number of its parameters. */
const batch = 500;

/** `by`: the name of the operating system's user. `at`: milliseconds since the epoch. */
export async function logAdministration(
  tx: Tx,
  { by, at }: { readonly by: string; readonly at: number },
  changes: readonly LoggedChange[],
): Promise<void> {
  const rows = changes.map(({ lineNumber, role, userId, parameter, oldValue, newValue }) => ({
    at,
    line_number: lineNumber,
    for_role: role,
    for_user: userId ?? '',
    by_role: 'administrator' as const,
    by_user: by,
    parameter,
    old_value: oldValue,
    new_value: newValue,
  }));
  for (let from = 0; from < rows.length; from += batch) {
    await tx
      .insertInto('change_log')
      .values(rows.slice(from, from + batch))
      .execute();
  }
}
