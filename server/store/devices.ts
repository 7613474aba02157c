/** Devices a user has logged in from before (decision 8): only the hash of each one's token is stored. */
import type { UserId } from '../../shared/ids';
import { fencedWrite, type Fence } from './fence';
import type { Db } from './open';

/** Devices of one user; the one not used for longest goes. */
const mostDevices = 20;
/** A device not used for so long is unknown again, milliseconds. */
const forgottenAfter = 180 * 24 * 60 * 60 * 1_000;

export async function isDevice(db: Db, userId: string, tokenHash: string, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('devices')
    .select('used_at')
    .where('token_hash', '=', tokenHash)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row !== undefined && now - row.used_at <= forgottenAfter;
}

/** Adds the device, or says that it was used. */
export function keepDevice(db: Db, fence: Fence, userId: UserId, tokenHash: string, now: number) {
  return fencedWrite(db, fence, async (tx) => {
    await tx
      .insertInto('devices')
      .values({ token_hash: tokenHash, user_id: userId, created_at: now, used_at: now })
      .onConflict((conflict) => conflict.column('token_hash').doUpdateSet({ used_at: now }))
      .execute();
    const mine = await tx
      .selectFrom('devices')
      .select(['token_hash', 'used_at'])
      .where('user_id', '=', userId)
      .orderBy('used_at', 'desc')
      .execute();
    const old = mine.filter(({ used_at }, at) => at >= mostDevices || now - used_at > forgottenAfter);
    if (old.length === 0) return;
    const hashes = old.map(({ token_hash }) => token_hash);
    await tx.deleteFrom('devices').where('token_hash', 'in', hashes).execute();
  });
}
