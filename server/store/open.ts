/** Opens the one store both services share, and writes to it: transactions are whole, on either database. */
import Libsql from 'libsql';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { untilFree } from './busy';
import { isPostgres, ServiceDialect } from './dialect';
import { isPostgresUrl, nameOfStore, whatIsWrongWith } from './location';
import { migrate } from './migrate';
import { ServicePool, type StoreUse } from './postgresPool';
import type { Schema } from './schema';

export type Db = Kysely<Schema>;
export type Tx = Transaction<Schema>;

/**
 * Opens and migrates. `place`: a file, or the postgres:// address of a database.
 * Throws when it can't be opened, or is newer than this program.
 */
export function openStore(place: string, use: StoreUse = 'tool'): Promise<Db> {
  const wrong = whatIsWrongWith(place);
  if (wrong !== null) return Promise.reject(new Error(wrong));
  // A whole new connection for each attempt: a failed statement outside a transaction leaves SQLite's behind the times.
  return untilFree(() => (isPostgresUrl(place) ? openDatabase(place, use) : openFile(place)));
}

/** One connection a process: two in one thread would wait for each other. */
async function openFile(file: string): Promise<Db> {
  const raw = new Libsql(file);
  // Milliseconds SQLite itself waits, blocking us; `untilFree` does the longer waiting.
  raw.pragma('busy_timeout = 10');
  const db = new Kysely<Schema>({ dialect: new ServiceDialect(raw) });
  return orClosed(db, async () => {
    await sql`pragma journal_mode = wal`.execute(db);
    await sql`pragma foreign_keys = on`.execute(db);
    // What processes tell each other (lease, presence, commands) must outlive a process; `durably` adds power cuts.
    await sql`pragma synchronous = normal`.execute(db);
    await migrate(db, file);
  });
}

async function openDatabase(url: string, use: StoreUse): Promise<Db> {
  const connect = (how: StoreUse) => {
    return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: new ServicePool(url, how) }) });
  };
  // Migrations take their time, and wait for the other service's.
  const migrated = await orClosed(connect('tool'), (db) => migrate(db, nameOfStore(url)));
  if (use === 'tool') return migrated;
  await migrated.destroy();
  return connect(use);
}

async function orClosed(db: Db, prepare: (db: Db) => Promise<void>): Promise<Db> {
  try {
    await prepare(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** One write transaction. It either happened whole or not at all. Nothing is written outside one. */
export function write<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return untilFree(() => db.transaction().execute(work));
}

/**
 * Like `write`, and on the disk when it resolves: for what a person was told is saved. What it reads stays true until it is written:
 * on SQLite there is one writer at a time, PostgreSQL (always on the disk) refuses what did not happen as if one after another.
 */
export function durably<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (isPostgres(db)) return untilFree(() => db.transaction().setIsolationLevel('serializable').execute(work));
  return untilFree(() =>
    db.connection().execute(async (connection) => {
      await sql`pragma synchronous = full`.execute(connection);
      try {
        return await connection.transaction().execute(work);
      } finally {
        await sql`pragma synchronous = normal`.execute(connection);
      }
    }),
  );
}
