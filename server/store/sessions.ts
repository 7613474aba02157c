/** Resume tokens: only their SHA-256 is stored, and both services can check one. Times in milliseconds since the epoch. */
import { UserId } from '../../shared/ids';
import { fencedWrite, type Fence } from './fence';
import type { Db } from './open';

export interface SessionRecord {
  readonly tokenHash: string;
  readonly userId: UserId;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** A new login ends the user's earlier sessions: one console is in charge (product §6). Expired ones of others go too. */
export function startSession(db: Db, fence: Fence, session: SessionRecord) {
  return fencedWrite(db, fence, async (tx) => {
    await tx
      .deleteFrom('sessions')
      .where((or) => or.or([or('user_id', '=', session.userId), or('expires_at', '<=', session.createdAt)]))
      .execute();
    await tx
      .insertInto('sessions')
      .values({
        token_hash: session.tokenHash,
        user_id: session.userId,
        created_at: session.createdAt,
        expires_at: session.expiresAt,
      })
      .execute();
  });
}

/** Whose session this is; null when unknown, ended or expired. */
export async function findSession(db: Db, tokenHash: string, now: number): Promise<UserId | null> {
  const row = await db
    .selectFrom('sessions')
    .select('user_id')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ? UserId.parse(row.user_id) : null;
}

export function endSession(db: Db, fence: Fence, tokenHash: string) {
  return fencedWrite(db, fence, async (tx) => {
    await tx.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
  });
}
