/**
 * On SQLite, where there is one writer at a time: the new entries are put into a table beside the directory in transactions so short
 * that services can renew their lease in between. Then the table takes the directory's place in one more. What an import that was
 * killed left behind, the next one drops.
 */
import { sql } from 'kysely';
import {
  announceImport,
  countDirectory,
  ImportRefused,
  type DirectoryImport,
  type NewDirectoryRow,
} from './newDirectory';
import { createBeside, dropTable, putInPlace, type Beside } from './directoryBeside';
import { durably, write, type Db } from './open';

/** How long one transaction may take, milliseconds: a small part of the time a lease lives. More rows in one are fewer in all. */
const goalMs = 150;
const fewest = 250;
const most = 40_000;

/** The indexes of a million entries: with less, their pages are written again and again. KiB. */
const cacheKib = 128 * 1_024;

export async function importIntoSqlite(db: Db, { parts, by, at }: DirectoryImport): Promise<number> {
  await dropLeftovers(db, at);
  await sql`pragma cache_size = ${sql.lit(-cacheKib)}`.execute(db);
  const beside = await write(db, (tx) => createBeside(tx, `${process.pid}_${at}`));
  try {
    const now = await fill(db, beside, parts);
    const before = await countDirectory(db);
    await durably(db, async (tx) => {
      await putInPlace(tx, beside);
      await announceImport(tx, { before, now }, { by, at });
    });
    return now;
  } finally {
    await dropTable(db, beside.table);
    await dropTable(db, beside.old);
  }
}

async function fill(db: Db, beside: Beside, parts: DirectoryImport['parts']): Promise<number> {
  let waiting: NewDirectoryRow[] = [];
  let done = 0;
  let size = fewest;
  const flush = async () => {
    const began = performance.now();
    const rows = waiting.splice(0, size);
    await write(db, (tx) => insert(tx, beside, rows, done));
    const took = performance.now() - began;
    done += rows.length;
    if (took > goalMs) size = Math.max(fewest, Math.floor(size / 2));
    else if (took < goalMs / 2) size = Math.min(most, size * 2);
  };
  for await (const part of parts) {
    waiting = waiting.concat(part);
    while (waiting.length >= size) await flush();
  }
  while (waiting.length > 0) await flush();
  return done;
}

const columns = ['id', 'first_name', 'last_name', 'number', 'department', 'folded', 'sort_key', 'number_key'] as const;

/**
 * One parameter for all rows: a statement with one for each cell takes longer to read than to do. Numbers of rows are new ones: a
 * service that still has the old ones in hand finds nothing, not somebody else.
 */
function insert(db: Db, beside: Beside, rows: readonly NewDirectoryRow[], done: number): Promise<unknown> {
  const cells = JSON.stringify(rows.map((row) => columns.map((column) => row[column])));
  const names = sql.join(['row', ...columns].map((column) => sql.ref(column)));
  const values = sql.join(columns.map((_, at) => sql`value ->> ${sql.lit(at)}`));
  return sql`insert into ${sql.id(beside.table)} (${names})
    select ${sql.lit(beside.firstRow + done)} + key, ${values} from json_each(${cells})`.execute(db);
}

/** A process that has gone does not come back for its tables; whose number another has now, is waited for a day. */
const dayMs = 24 * 60 * 60 * 1_000;

async function dropLeftovers(db: Db, at: number): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'
    and (name glob 'directory_import_*' or name glob 'directory_old_*')`.execute(db);
  for (const { name } of rows) {
    const [, pid = 0, began = 0] = (/_(\d+)_(\d+)$/.exec(name) ?? []).map(Number);
    if (pid !== process.pid && isRunning(pid) && at - began < dayMs) {
      throw new ImportRefused(`another import is under way (process ${pid}): wait until it is done`);
    }
    await dropTable(db, name);
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is running, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
