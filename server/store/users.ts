/** Accounts as a login needs them. */
import { UserId } from '../../shared/ids';
import { logChange } from './changeLog';
import { fencedDurably, type Fence } from './fence';
import type { ChangeContext } from './managerSettings';
import type { Db } from './open';

export interface Account {
  readonly userId: UserId;
  readonly role: 'manager' | 'assistant';
  /** Which pool of services the user belongs to. */
  readonly pool: number;
  /** Argon2id, PHC string. */
  readonly passwordHash: string;
}

/** User ids are compared exactly as stored. */
export async function findAccount(db: Db, userId: string): Promise<Account | null> {
  const row = await db.selectFrom('users').selectAll().where('id', '=', userId).executeTakeFirst();
  if (!row) return null;
  return { userId: UserId.parse(row.id), role: row.role, pool: row.pool, passwordHash: row.password_hash };
}

/** With the new password, all sessions but `keepSession` and all devices but `keepDevice` (hashes of their tokens) are at an end. */
export function changePassword(
  db: Db,
  fence: Fence,
  context: ChangeContext,
  change: { readonly passwordHash: string; readonly keepSession: string; readonly keepDevice: string | null },
) {
  const { userId } = context.forUser;
  return fencedDurably(db, fence, async (tx) => {
    await tx.updateTable('users').set({ password_hash: change.passwordHash }).where('id', '=', userId).execute();
    await tx
      .deleteFrom('sessions')
      .where('user_id', '=', userId)
      .where('token_hash', '<>', change.keepSession)
      .execute();
    await tx
      .deleteFrom('devices')
      .where('user_id', '=', userId)
      .where('token_hash', '<>', change.keepDevice ?? '')
      .execute();
    // That it was changed, never what it is.
    await logChange(tx, { ...context, parameter: 'password', oldValue: '(set)', newValue: '(changed)' });
  });
}
