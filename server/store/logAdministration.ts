/** Log lines of what an administrator changed, in the transaction of the change itself. */
import type { LoggedChange } from '../company/changes';
import { insertRows } from './insertRows';
import type { Tx } from './open';

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
  await insertRows(tx, 'change_log', rows);
}
