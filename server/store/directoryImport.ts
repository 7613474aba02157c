/**
 * Replaces the whole directory, however large, in bounded memory: the new entries are put into a table beside it, which then takes its
 * place in one short transaction. Until then nobody sees any of them, and services go on writing: on SQLite a transaction of many
 * seconds would keep the lease from being renewed.
 */
import { sql } from 'kysely';
import { isPostgres } from './dialect';
import type { directoryRow } from './directory';
import { logAdministration } from './logAdministration';
import { durably, write, type Db, type Tx } from './open';
import { raiseRevision } from './revision';

export type NewDirectoryRow = ReturnType<typeof directoryRow>;

export interface DirectoryImport {
  /** Rows in parts of at most `directoryBatch`. */
  readonly parts: AsyncIterable<readonly NewDirectoryRow[]>;
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Rows of one insertion; nine columns each must stay below the databases' bounds on parameters. */
export const directoryBatch = 3_500;

/** How many entries the directory has now. When `parts` throws, or an entry cannot be stored, the directory is as it was. */
export function importDirectory(db: Db, options: DirectoryImport): Promise<number> {
  return isPostgres(db) ? inOneTransaction(db, options) : byTableBeside(db, options);
}

/** Readers and other writers are not kept waiting there. `parts` can be gone through only once: no second attempt. */
async function inOneTransaction(db: Db, { parts, by, at }: DirectoryImport): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const before = await countOf(tx, 'directory');
    await tx.deleteFrom('directory').execute();
    let count = 0;
    for await (const part of parts) {
      if (part.length > 0)
        await tx
          .insertInto('directory')
          .values([...part])
          .execute();
      count += part.length;
    }
    await announce(tx, before, count, { by, at });
    return count;
  });
}

async function byTableBeside(db: Db, { parts, by, at }: DirectoryImport): Promise<number> {
  const beside = `directory_import_${process.pid}_${at}`;
  const old = `directory_old_${process.pid}_${at}`;
  await sql`pragma cache_size = -65536`.execute(db);
  try {
    const first = await write(db, (tx) => createBeside(tx, beside));
    let next = first;
    for await (const part of parts) {
      const from = next;
      if (part.length > 0) await write(db, (tx) => insertBeside(tx, beside, part, from));
      next += part.length;
    }
    await durably(db, async (tx) => {
      const before = await countOf(tx, 'directory');
      await sql`alter table directory rename to ${sql.id(old)}`.execute(tx);
      await sql`alter table ${sql.id(beside)} rename to directory`.execute(tx);
      await announce(tx, before, next - first, { by, at });
    });
    return next - first;
  } finally {
    await dropSlowly(db, beside);
    await dropSlowly(db, old);
  }
}

const columns = ['id', 'first_name', 'last_name', 'number', 'department', 'folded', 'sort_key', 'number_key'] as const;

/** Numbers of rows are new ones: a service that still has the old ones in hand finds nothing, not somebody else. */
async function insertBeside(tx: Tx, beside: string, part: readonly NewDirectoryRow[], from: number): Promise<void> {
  const values = part.map((row, index) => sql`(${sql.join([from + index, ...columns.map((column) => row[column])])})`);
  const names = sql.join(['row', ...columns].map((column) => sql.ref(column)));
  await sql`insert into ${sql.id(beside)} (${names}) values ${sql.join(values)}`.execute(tx);
}

/** The same columns and indexes; returns the first free row number. */
async function createBeside(tx: Tx, beside: string): Promise<number> {
  const { rows } = await sql<{ type: string; name: string; sql: string }>`
    select type, name, sql from sqlite_master where tbl_name = 'directory' and sql is not null order by type desc`.execute(
    tx,
  );
  for (const { type, name, sql: statement } of rows) {
    const made =
      type === 'table'
        ? statement.replace(/^(create table )"?directory"?/i, `$1${beside}`)
        : statement
            .replace(
              new RegExp(`^(create index )"?${name}"?`, 'i'),
              `$1${name.replace(/_import_.*$/, '')}${beside.slice('directory'.length)}`,
            )
            .replace(/ on "?directory"?/i, ` on ${beside}`);
    await sql.raw(made).execute(tx);
  }
  const last = await sql<{ row: number | null }>`select max("row") as "row" from directory`.execute(tx);
  return (last.rows[0]?.row ?? 0) + 1;
}

async function countOf(db: Db, table: 'directory'): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((query) => query.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function announce(
  tx: Tx,
  before: number,
  now: number,
  who: { readonly by: string; readonly at: number },
): Promise<void> {
  const about = { userId: null, role: 'company', lineNumber: '' } as const;
  const change = { ...about, parameter: 'directory', oldValue: `${before} entries`, newValue: `${now} entries` };
  await logAdministration(tx, who, [change]);
  await raiseRevision(tx, 'directory');
}

/** In short transactions: a table of a million rows is not freed in one moment. */
async function dropSlowly(db: Db, table: string): Promise<void> {
  const name = sql.id(table);
  const { rows } = await sql`select 1 from sqlite_master where name = ${table}`.execute(db);
  if (rows.length === 0) return;
  for (let left = true; left;) {
    const result = await write(db, (tx) =>
      sql`delete from ${name} where "row" in (select "row" from ${name} limit ${directoryBatch})`.execute(tx),
    );
    left = (result.numAffectedRows ?? 0n) > 0n;
  }
  await write(db, (tx) => sql`drop table ${name}`.execute(tx));
}
