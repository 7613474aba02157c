/** Resume tokens: only their SHA-256 is stored, and both services can check one. Times in milliseconds since the epoch. */
import { UserId } from '../../shared/ids';
import { fencedWrite, type Fence } from './fence';
import type { Db } from './open';

/** `web`: the manager's page. A token of one is none of the other. */
export type SessionKind = 'console' | 'web';

export interface SessionRecord {
  readonly tokenHash: string;
  readonly userId: UserId;
  readonly kind: SessionKind;
  readonly createdAt: number;
}

/** How long a session can be resumed without a password after its console was last online, milliseconds. */
const sessionMs = 12 * 60 * 60 * 1_000;
/** Sessions with less of it used up than this are left alone, so that each costs a write only now and then. */
const prolongAfterMs = 60 * 60 * 1_000;

/** A new login ends the user's earlier sessions of its kind: one console is in charge (product §6). Expired ones of others go too. */
export function startSession(db: Db, fence: Fence, session: SessionRecord) {
  return fencedWrite(db, fence, async (tx) => {
    await tx
      .deleteFrom('sessions')
      .where((eb) =>
        eb.or([
          eb.and([eb('user_id', '=', session.userId), eb('kind', '=', session.kind)]),
          eb('expires_at', '<=', session.createdAt),
        ]),
      )
      .execute();
    await tx
      .insertInto('sessions')
      .values({
        token_hash: session.tokenHash,
        user_id: session.userId,
        kind: session.kind,
        created_at: session.createdAt,
        expires_at: session.createdAt + sessionMs,
      })
      .execute();
  });
}

/** Whose session this is; null when unknown, ended or expired. */
export async function findSession(db: Db, kind: SessionKind, tokenHash: string, now: number): Promise<UserId | null> {
  const row = await db
    .selectFrom('sessions')
    .select('user_id')
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ? UserId.parse(row.user_id) : null;
}

/** Which of these sessions have not been ended. */
export async function standingSessions(db: Db, tokenHashes: readonly string[]): Promise<ReadonlySet<string>> {
  const standing = new Set<string>();
  // In parts: databases bound the number of parameters of a statement.
  for (let from = 0; from < tokenHashes.length; from += 500) {
    const part = tokenHashes.slice(from, from + 500);
    const rows = await db.selectFrom('sessions').select('token_hash').where('token_hash', 'in', part).execute();
    for (const row of rows) standing.add(row.token_hash);
  }
  return standing;
}

export function endSession(db: Db, fence: Fence, tokenHash: string) {
  return fencedWrite(db, fence, async (tx) => {
    await tx.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
  });
}

/** A console that stays online through the night must survive a failover in the morning. What has expired stays expired. Each pool has its own users' to keep. */
export function prolongSessions(db: Db, fence: Fence, now: number) {
  return fencedWrite(db, fence, async (tx) => {
    await tx
      .updateTable('sessions')
      .set({ expires_at: now + sessionMs })
      .where('expires_at', '>', now)
      .where('expires_at', '<', now + sessionMs - prolongAfterMs)
      .where('kind', '=', 'console')
      .where('user_id', 'in', (online) =>
        online
          .selectFrom('presence')
          .innerJoin('users', 'users.id', 'presence.user_id')
          .select('presence.user_id')
          .where('presence.online', '=', 1)
          .where('users.pool', '=', fence.pool),
      )
      .execute();
  });
}
