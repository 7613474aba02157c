/** The one row that says which service is active. Short transactions: a service stopped inside one would keep the store locked. */
import { isPostgres } from './dialect';
import type { Fence } from './fence';
import { write, type Db } from './open';

/** `expiresAt` (milliseconds) changes at every renewal; watchers look at the change, not at the clock (clocks jump). */
export interface LeaseRow {
  readonly holder: string | null;
  readonly epoch: number;
  readonly expiresAt: number;
}

export async function readLease(db: Db, pool: number): Promise<LeaseRow> {
  const row = await db.selectFrom('lease').selectAll().where('id', '=', pool).executeTakeFirstOrThrow();
  return { holder: row.holder, epoch: row.epoch, expiresAt: row.expires_at };
}

/**
 * Takes the lease if its epoch is still the one seen; returns the new epoch, or null when someone was faster. Epochs follow the clock
 * where they can: the switch must not take a service whose store came back from a backup for an older one.
 */
export async function takeLease(
  db: Db,
  pool: number,
  seen: LeaseRow,
  holder: string,
  expiresAt: number,
): Promise<number | null> {
  const epoch = Math.max(seen.epoch + 1, expiresAt);
  const taken = await changed(db, { pool, ...seen }, 'holder', { holder, epoch, expires_at: expiresAt });
  return taken ? epoch : null;
}

/** False when the lease has been taken over. */
export function renewLease(db: Db, fence: Fence, expiresAt: number): Promise<boolean> {
  return changed(db, fence, 'time', { expires_at: expiresAt });
}

/** So that the other service takes over without waiting. */
export function releaseLease(db: Db, fence: Fence): Promise<boolean> {
  return changed(db, fence, 'holder', { holder: null });
}

/** A change of the holder waits for fenced writes under way, a renewal (`time`) need not. */
async function changed(
  db: Db,
  seen: { readonly pool: number; readonly holder: string | null; readonly epoch: number },
  what: 'holder' | 'time',
  change: { holder?: string | null; epoch?: number; expires_at?: number },
): Promise<boolean> {
  const result = await write(db, async (tx) => {
    if (what === 'holder' && isPostgres(tx)) {
      await tx.selectFrom('lease').select('id').where('id', '=', seen.pool).forUpdate().execute();
    }
    return tx
      .updateTable('lease')
      .set(change)
      .where('id', '=', seen.pool)
      .where('epoch', '=', seen.epoch)
      .where('holder', 'is not distinct from', seen.holder)
      .executeTakeFirst();
  });
  return result.numUpdatedRows === 1n;
}
