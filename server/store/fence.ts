/** A service that lost the lease must not write: the check is in the same transaction as the write. */
import { fail, ok, type Result } from '../../shared/result';
import { isPostgres } from './dialect';
import { durably, write, type Db, type Tx } from './open';

/** What proves that this service is the active one. */
export interface Fence {
  /** The pool whose lease it is. */
  readonly pool: number;
  readonly holder: string;
  readonly epoch: number;
}

export type Fenced<T> = Promise<Result<T, 'leaseLost'>>;

/**
 * On PostgreSQL the row is locked so that a takeover (`for update`, see leaseRow) waits for writes under way, and a write that comes
 * after it sees it. Writes of one service and its renewals do not wait for each other. On SQLite there is one writer at a time.
 */
async function checked<T>(tx: Tx, fence: Fence, work: (tx: Tx) => Promise<T>): Fenced<T> {
  const lease = await tx
    .selectFrom('lease')
    .select(['holder', 'epoch'])
    .where('id', '=', fence.pool)
    .$if(isPostgres(tx), (query) => query.forKeyShare())
    .executeTakeFirst();
  if (lease?.holder !== fence.holder || lease.epoch !== fence.epoch) return fail('leaseLost');
  return ok(await work(tx));
}

/** Writes what must outlive this process. */
export function fencedWrite<T>(db: Db, fence: Fence, work: (tx: Tx) => Promise<T>): Fenced<T> {
  return write(db, (tx) => checked(tx, fence, work));
}

/** Writes what must outlive a power cut: settings people were told are saved. */
export function fencedDurably<T>(db: Db, fence: Fence, work: (tx: Tx) => Promise<T>): Fenced<T> {
  return durably(db, (tx) => checked(tx, fence, work));
}
