/** The journal of commands: what was begun is written before anything is done, so that a repeat never acts twice, on either service. */
import type { CommandId, UserId } from '../../shared/ids';
import { CommandResult } from '../../shared/protocol/messages';
import { fencedWrite, type Fence } from './fence';
import type { Db } from './open';

/** How long a key is remembered, milliseconds: far longer than a console may wait (a command expires within a minute). */
const remembered = 24 * 60 * 60 * 1_000;

export type JournalEntry =
  { readonly state: 'new' } | { readonly state: 'begun' } | { readonly state: 'done'; readonly result: CommandResult };

/** Writes `begun` unless the key is known; tells what was there before. */
export function beginCommand(db: Db, fence: Fence, userId: UserId, id: CommandId, now: number) {
  return fencedWrite(db, fence, async (tx): Promise<JournalEntry> => {
    const inserted = await tx
      .insertInto('commands')
      .values({ user_id: userId, id, state: 'begun', result: null, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 1n) return { state: 'new' };
    return findCommand(tx, userId, id);
  });
}

export function finishCommand(db: Db, fence: Fence, userId: UserId, id: CommandId, result: CommandResult) {
  return fencedWrite(db, fence, async (tx) => {
    await tx
      .updateTable('commands')
      .set({ state: 'done', result: JSON.stringify(result) })
      .where('user_id', '=', userId)
      .where('id', '=', id)
      .execute();
  });
}

export async function findCommand(db: Db, userId: UserId, id: CommandId): Promise<JournalEntry> {
  const row = await db
    .selectFrom('commands')
    .select(['state', 'result'])
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return { state: 'new' };
  if (row.state === 'begun' || row.result === null) return { state: 'begun' };
  return { state: 'done', result: CommandResult.parse(JSON.parse(row.result)) };
}

/** At a time: a transaction of seconds would keep the lease from being renewed. */
const mostForgotten = 5_000;

/** Forgets old keys; returns how many. */
export async function forgetCommands(db: Db, fence: Fence, now: number) {
  return fencedWrite(db, fence, async (tx) => {
    const old = tx
      .selectFrom('commands')
      .select(['user_id', 'id'])
      .where('at', '<', now - remembered)
      .limit(mostForgotten);
    const result = await tx
      .deleteFrom('commands')
      .where((eb) => eb(eb.refTuple('user_id', 'id'), 'in', old.$asTuple('user_id', 'id')))
      .executeTakeFirst();
    return Number(result.numDeletedRows);
  });
}
