/** Who changed what for whom (product §9). */
import type { Dn, UserId } from '../../shared/ids';
import type { Selectable } from 'kysely';
import type { Db, Tx } from './open';
import type { Schema } from './schema';

export interface Change {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly lineNumber: Dn;
  readonly forUser: { readonly role: 'manager' | 'assistant'; readonly userId: UserId };
  readonly byUser: { readonly role: 'manager' | 'assistant' | 'administrator'; readonly userId: UserId };
  readonly parameter: string;
  readonly oldValue: string;
  readonly newValue: string;
}

/** In the transaction of the change itself: no change without its line, no line without its change. */
export async function logChange(tx: Tx, change: Change): Promise<void> {
  if (change.oldValue === change.newValue) return;
  await tx
    .insertInto('change_log')
    .values({
      at: change.at,
      line_number: change.lineNumber,
      for_role: change.forUser.role,
      for_user: change.forUser.userId,
      by_role: change.byUser.role,
      by_user: change.byUser.userId,
      parameter: change.parameter,
      old_value: change.oldValue,
      new_value: change.newValue,
    })
    .execute();
}

export interface ChangeFilter {
  /** From this moment on, milliseconds since the epoch. */
  readonly from: number | null;
  /** Until before this moment. */
  readonly to: number | null;
  /** Changes for this user, or by this user. */
  readonly user: string | null;
}

export type LoggedChange = Selectable<Schema['change_log']>;

/** In the order in which they were made, read in parts: the log of years does not fit into memory. */
export async function* changesOf(db: Db, filter: ChangeFilter): AsyncGenerator<LoggedChange> {
  const part = 1_000;
  let last = -1;
  for (;;) {
    const { from, to, user } = filter;
    const rows: LoggedChange[] = await db
      .selectFrom('change_log')
      .selectAll()
      .where('id', '>', last)
      .$if(from !== null, (query) => query.where('at', '>=', from ?? 0))
      .$if(to !== null, (query) => query.where('at', '<', to ?? 0))
      .$if(user !== null, (query) =>
        query.where((or) => or.or([or('for_user', '=', user ?? ''), or('by_user', '=', user ?? '')])),
      )
      .orderBy('id')
      .limit(part)
      .execute();
    yield* rows;
    const end = rows.at(-1);
    if (!end || rows.length < part) return;
    last = end.id;
  }
}
