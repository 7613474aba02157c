/** Who changed what for whom (product §9). */
import type { Dn, UserId } from '../../shared/ids';
import type { Tx } from './open';

export interface Change {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly lineNumber: Dn;
  readonly forUser: { readonly role: 'manager' | 'assistant'; readonly userId: UserId };
  readonly byUser: { readonly role: 'manager' | 'assistant' | 'administrator'; readonly userId: UserId };
  readonly parameter: string;
  readonly oldValue: string;
  readonly newValue: string;
}

/** In the transaction of the change itself: no change without its line, no line without its change. */
export async function logChange(tx: Tx, change: Change): Promise<void> {
  if (change.oldValue === change.newValue) return;
  await tx
    .insertInto('change_log')
    .values({
      at: change.at,
      line_number: change.lineNumber,
      for_role: change.forUser.role,
      for_user: change.forUser.userId,
      by_role: change.byUser.role,
      by_user: change.byUser.userId,
      parameter: change.parameter,
      old_value: change.oldValue,
      new_value: change.newValue,
    })
    .execute();
}
