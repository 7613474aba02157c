/** Numbers that rise with each change of configuration or directory made from outside: running services look at them and read anew. */
import { sql } from 'kysely';
import type { Db, Tx } from './open';

export interface Revision {
  readonly company: number;
  readonly directory: number;
}

export async function readRevision(db: Db): Promise<Revision> {
  const { company, directory } = await db.selectFrom('revision').selectAll().executeTakeFirstOrThrow();
  return { company, directory };
}

/** In the transaction of the change itself. */
export async function raiseRevision(tx: Tx, what: keyof Revision): Promise<void> {
  await tx
    .updateTable('revision')
    .set({ [what]: sql`${sql.ref(what)} + 1` })
    .execute();
}
