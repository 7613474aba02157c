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

/** Sessions of the manager's page that one manager may have at a time: PC, phone, tablet, and some that were never logged out. */
const mostWebSessions = 10;

/**
 * A login at a console ends the user's earlier one: one console is in charge (product §6). Of the sessions of the manager's page the
 * oldest end when there are too many. Expired ones, of others too, go.
 */
export function startSession(db: Db, fence: Fence, session: SessionRecord) {
  return fencedWrite(db, fence, async (tx) => {
    await tx.deleteFrom('sessions').where('expires_at', '<=', session.createdAt).execute();
    const mine = await tx
      .selectFrom('sessions')
      .select('token_hash')
      .where('user_id', '=', session.userId)
      .where('kind', '=', session.kind)
      .orderBy('created_at', 'desc')
      .orderBy('token_hash')
      .execute();
    const ended = mine.slice(session.kind === 'console' ? 0 : mostWebSessions - 1).map((row) => row.token_hash);
    if (ended.length > 0) await tx.deleteFrom('sessions').where('token_hash', 'in', ended).execute();
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

/** A console that stays open through the night, online or offline by choice, must survive a failover in the morning. What has expired stays expired. Each pool has its own users' to keep. */
export function prolongSessions(db: Db, fence: Fence, now: number) {
  return fencedWrite(db, fence, async (tx) => {
    await tx
      .updateTable('sessions')
      .set({ expires_at: now + sessionMs })
      .where('expires_at', '>', now)
      .where('expires_at', '<', now + sessionMs - prolongAfterMs)
      .where('kind', '=', 'console')
      .where('user_id', 'in', (open) =>
        open
          .selectFrom('presence')
          .innerJoin('users', 'users.id', 'presence.user_id')
          .select('presence.user_id')
          .where('users.pool', '=', fence.pool),
      )
      .execute();
  });
}
