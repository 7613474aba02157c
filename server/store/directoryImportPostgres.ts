/** On PostgreSQL one transaction does it: readers see the old entries until it ends, and nobody but another import waits. */
import { sql } from 'kysely';
import { insertRows } from './insertRows';
import { announceImport, type DirectoryImport } from './newDirectory';
import type { Db } from './open';

/** A slow file between two parts must not end the transaction: it stands in nobody's way. Milliseconds. */
const patienceMs = 60_000;

/** `parts` can be gone through only once: no second attempt. */
export function importIntoPostgres(db: Db, { parts, by, at }: DirectoryImport): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`set local idle_in_transaction_session_timeout = ${sql.lit(patienceMs)}`.execute(tx);
    // Two imports, or an import and the change of one entry, come after each other; searching goes on.
    await sql`lock table directory in exclusive mode`.execute(tx);
    const { numDeletedRows } = await tx.deleteFrom('directory').executeTakeFirstOrThrow();
    let now = 0;
    for await (const part of parts) {
      await insertRows(tx, 'directory', part);
      now += part.length;
    }
    await announceImport(tx, { before: Number(numDeletedRows), now }, { by, at });
    return now;
  });
}
