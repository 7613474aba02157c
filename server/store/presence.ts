/** Who is online, so that a backup that takes over starts with the same truth. */
import { UserId } from '../../shared/ids';
import { fencedWrite, type Fence } from './fence';
import { flag } from './schema';
import type { Db } from './open';

export async function loadOnline(db: Db): Promise<UserId[]> {
  const rows = await db.selectFrom('presence').select('user_id').where('online', '=', 1).execute();
  return rows.map((row) => UserId.parse(row.user_id));
}

/** `since` in milliseconds since the epoch. */
export function savePresence(db: Db, fence: Fence, userId: UserId, online: boolean, since: number) {
  return fencedWrite(db, fence, async (tx) => {
    const values = { online: flag(online), since };
    await tx
      .insertInto('presence')
      .values({ user_id: userId, ...values })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
      .execute();
  });
}
