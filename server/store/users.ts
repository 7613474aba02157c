import { UserId } from '../../shared/ids';
import type { Db } from './open';

export interface Account {
  readonly userId: UserId;
  readonly role: 'manager' | 'assistant';
  /** Argon2id, PHC string. */
  readonly passwordHash: string;
}

/** User ids are compared exactly as stored. */
export async function findAccount(db: Db, userId: string): Promise<Account | null> {
  const row = await db.selectFrom('users').selectAll().where('id', '=', userId).executeTakeFirst();
  return row ? { userId: UserId.parse(row.id), role: row.role, passwordHash: row.password_hash } : null;
}
