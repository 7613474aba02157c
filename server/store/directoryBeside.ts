/** A table like `directory` beside it on SQLite, and how it takes its place: with its indexes and their names, so that migrations find them. */
import { sql } from 'kysely';
import { ImportRefused } from './newDirectory';
import { write, type Db, type Tx } from './open';

export interface Beside {
  readonly table: string;
  /** What the directory is called after that, until it is dropped. */
  readonly old: string;
  /** The first number of a row that the directory has never had. */
  readonly firstRow: number;
  readonly indexes: readonly { readonly name: string; readonly beside: string }[];
  /** The directory's statements when this was made. */
  readonly schema: string;
}

interface Item {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

export async function createBeside(tx: Tx, suffix: string): Promise<Beside> {
  const table = `directory_import_${suffix}`;
  const items = await schemaOf(tx);
  const indexes: { name: string; beside: string }[] = [];
  for (const { type, name, sql: statement } of items) {
    if (type === 'index') indexes.push({ name, beside: `${name}_import_${suffix}` });
    const made =
      type === 'table'
        ? statement.replace(/^(create table )"?directory"?/i, `$1${table}`)
        : withName(statement, `${name}_import_${suffix}`).replace(/ on "?directory"?/i, ` on ${table}`);
    await sql.raw(made).execute(tx);
  }
  const last = await sql<{ row: number | null }>`select max("row") as "row" from directory`.execute(tx);
  return {
    table,
    old: `directory_old_${suffix}`,
    firstRow: (last.rows[0]?.row ?? 0) + 1,
    indexes,
    schema: JSON.stringify(items),
  };
}

/** SQLite renames tables but no indexes, and to make them anew would keep services from writing for seconds. */
export async function putInPlace(tx: Tx, { table, old, indexes, schema }: Beside): Promise<void> {
  if (JSON.stringify(await schemaOf(tx)) !== schema) {
    throw new ImportRefused('the database was brought to another version meanwhile: import again');
  }
  for (const { name } of indexes) await sql`drop index ${sql.id(name)}`.execute(tx);
  await sql`alter table directory rename to ${sql.id(old)}`.execute(tx);
  await sql`pragma writable_schema = on`.execute(tx);
  try {
    for (const { name, beside } of indexes) {
      const made = await sql<Item>`select type, name, sql from sqlite_master where name = ${beside}`.execute(tx);
      const statement = withName(made.rows[0]?.sql ?? '', name);
      await sql`update sqlite_master set name = ${name}, sql = ${statement} where name = ${beside}`.execute(tx);
    }
  } finally {
    await sql`pragma writable_schema = off`.execute(tx);
  }
  // Reads the schema anew, for this connection and for all others.
  await sql`alter table ${sql.id(table)} rename to directory`.execute(tx);
}

/** With its indexes, where it is there. Each in a transaction of its own: freeing many pages takes its time. */
export async function dropTable(db: Db, table: string): Promise<void> {
  const { rows } = await sql<Item>`select type, name, sql from sqlite_master
    where tbl_name = ${table} and sql is not null order by type`.execute(db);
  for (const { type, name } of rows) {
    const what = type === 'index' ? sql`drop index ${sql.id(name)}` : sql`drop table ${sql.id(name)}`;
    await write(db, (tx) => what.execute(tx));
  }
}

/** The table first. */
async function schemaOf(tx: Tx): Promise<readonly Item[]> {
  const { rows } = await sql<Item>`select type, name, sql from sqlite_master
    where tbl_name = 'directory' and sql is not null order by type desc, name`.execute(tx);
  return rows;
}

function withName(statement: string, name: string): string {
  return statement.replace(/^(create (?:unique )?index )(?:"[^"]+"|\S+)/i, `$1${name}`);
}
