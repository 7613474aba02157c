/** Numbers that rise with each change of configuration or directory made from outside: running services look at them and read anew. */
import { sql } from 'kysely';
import type { Logger } from 'pino';
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

export interface RevisionWatch {
  stop(): void;
}

/** Looks every `everyMs`; `onRevision` is called with what is found each time, never twice at once. Neither may fail for good. */
export function watchRevision(options: {
  /** Null while the store can't be opened. */
  readonly db: () => Db | null;
  readonly everyMs: number;
  readonly log: Pick<Logger, 'error'>;
  readonly onRevision: (revision: Revision) => Promise<void>;
}): RevisionWatch {
  let looking = false;
  const look = async () => {
    const db = options.db();
    if (!db || looking) return;
    looking = true;
    try {
      await options.onRevision(await readRevision(db));
    } catch (error) {
      options.log.error({ err: error }, 'a change of the configuration cannot be read; trying again');
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look(), options.everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
