/** Who is there, so that a backup that takes over starts with the same truth. No row: not there. */
import { UserId } from '../../shared/ids';
import { fencedWrite, type Fence } from './fence';
import type { Db, Tx } from './open';
import { flag } from './schema';

/** `away`: gone offline by choice with the console still open; outlives a dropped link, ends with a login or a logout. */
export type PresenceState = 'online' | 'away' | 'gone';

export interface StoredPresence {
  readonly online: readonly UserId[];
  readonly away: readonly UserId[];
}

/** `pool`: whose, 1 to 3. The other pools' are their own services' business. */
export async function loadPresence(db: Db, pool: number): Promise<StoredPresence> {
  const rows = await db
    .selectFrom('presence')
    .innerJoin('users', 'users.id', 'presence.user_id')
    .select(['presence.user_id', 'presence.online'])
    .where('users.pool', '=', pool)
    .execute();
  const those = (online: 0 | 1) => rows.filter((row) => row.online === online).map((row) => UserId.parse(row.user_id));
  return { online: those(1), away: those(0) };
}

/** `since` in milliseconds since the epoch. */
export function savePresence(db: Db, fence: Fence, userId: UserId, state: PresenceState, since: number) {
  return fencedWrite(db, fence, (tx) => writePresence(tx, userId, state, since));
}

export async function writePresence(tx: Tx, userId: UserId, state: PresenceState, since: number): Promise<void> {
  if (state === 'gone') {
    await tx.deleteFrom('presence').where('user_id', '=', userId).execute();
    return;
  }
  const values = { online: flag(state === 'online'), since };
  await tx
    .insertInto('presence')
    .values({ user_id: userId, ...values })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
    .execute();
}
