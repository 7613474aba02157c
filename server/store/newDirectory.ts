/** What an import of the directory is, on either database. */
import type { directoryRow } from './directory';
import { logAdministration } from './logAdministration';
import type { Db, Tx } from './open';
import { raiseRevision } from './revision';

export type NewDirectoryRow = ReturnType<typeof directoryRow>;

export interface DirectoryImport {
  /** Rows in parts of about `directoryBatch`. */
  readonly parts: AsyncIterable<readonly NewDirectoryRow[]>;
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Rows that are handed over at a time. */
export const directoryBatch = 2_000;

/** Another import is under way, or something in the way of this one. Nothing was changed. */
export class ImportRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ImportRefused';
  }
}

/** In the transaction that puts the new entries into force. */
export async function announceImport(
  tx: Tx,
  counts: { readonly before: number; readonly now: number },
  who: Pick<DirectoryImport, 'by' | 'at'>,
): Promise<void> {
  const about = { userId: null, role: 'company', lineNumber: '', parameter: 'directory' } as const;
  const change = { ...about, oldValue: `${counts.before} entries`, newValue: `${counts.now} entries` };
  await logAdministration(tx, who, [change]);
  await raiseRevision(tx, 'directory');
}

export async function countDirectory(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('directory')
    .select((query) => query.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
