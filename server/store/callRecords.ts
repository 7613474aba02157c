/** The rows behind the statistics: one for each ended call to a manager. */
import type { CallRecord } from '../records/outcome';
import { fencedWrite, type Fence } from './fence';
import type { Db } from './open';
import type { Schema } from './schema';
import type { Selectable } from 'kysely';

/** How long they are kept, milliseconds: a year, and the month that is compared with last year's. */
export const keptMs = 400 * 24 * 60 * 60 * 1_000;

/** Writes those whose call has no row yet: both services of a pair may know of the same call. Returns how many were new. */
export function saveCallRecords(db: Db, fence: Fence, records: readonly CallRecord[]) {
  return fencedWrite(db, fence, async (tx) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('call_records')
      .values(records.map(rowOf))
      .onConflict((conflict) => conflict.column('call_id').doNothing())
      .executeTakeFirst();
    return Number(numInsertedOrUpdatedRows ?? 0);
  });
}

/** At a time: a transaction of seconds would keep the lease from being renewed. */
const mostForgotten = 5_000;

/** Forgets the oldest of those that are over age; returns how many. */
export function forgetCallRecords(db: Db, fence: Fence, now: number) {
  return fencedWrite(db, fence, async (tx) => {
    const old = tx
      .selectFrom('call_records')
      .select('id')
      .where('arrived_at', '<', now - keptMs)
      .limit(mostForgotten);
    const result = await tx.deleteFrom('call_records').where('id', 'in', old).executeTakeFirst();
    return Number(result.numDeletedRows);
  });
}

type Row = Selectable<Schema['call_records']>;

export type StoredCall = Pick<Row, 'manager_id' | 'assistant_id' | 'outcome' | 'rang_ms' | 'talked_ms'>;

/** Calls that arrived from `from` until before `to`, in parts: there may be millions. */
export async function* storedCalls(db: Db, from: number, to: number): AsyncGenerator<StoredCall> {
  const part = 2_000;
  let last = { arrived: from, id: -1 };
  for (;;) {
    const { arrived, id } = last;
    const rows: Row[] = await db
      .selectFrom('call_records')
      .selectAll()
      .where('arrived_at', '<', to)
      .where('arrived_at', '>=', arrived)
      .where((or) => or.or([or('arrived_at', '>', arrived), or('id', '>', id)]))
      .orderBy('arrived_at')
      .orderBy('id')
      .limit(part)
      .execute();
    yield* rows;
    const end = rows.at(-1);
    if (!end || rows.length < part) return;
    last = { arrived: end.arrived_at, id: end.id };
  }
}

function rowOf(record: CallRecord) {
  return {
    call_id: record.callId,
    manager_id: record.managerId,
    assistant_id: record.assistantId,
    arrived_at: Math.round(record.arrivedAt),
    ended_at: Math.round(record.endedAt),
    outcome: record.outcome,
    rang_ms: Math.round(record.rangMs),
    talked_ms: Math.round(record.talkedMs),
  };
}
