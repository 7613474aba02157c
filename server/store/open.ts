/** Opens the one file both services share. */
import Libsql from 'libsql';
import { Kysely, Migrator, sql, type Transaction } from 'kysely';
import { untilFree } from './busy';
import { ServiceDialect } from './dialect';
import { migrations } from './migrations';
import type { Schema } from './schema';

export type Db = Kysely<Schema>;
export type Tx = Transaction<Schema>;

/**
 * Opens and migrates. Throws when the file can't be opened or is newer than this program.
 * One connection a process: two in one thread would wait for each other.
 */
export function openStore(file: string): Promise<Db> {
  // A whole new connection for each attempt: a failed statement outside a transaction leaves its connection behind the times.
  return untilFree(() => openOnce(file));
}

async function openOnce(file: string): Promise<Db> {
  const raw = new Libsql(file);
  // Milliseconds SQLite itself waits, blocking us; `untilFree` does the longer waiting.
  raw.pragma('busy_timeout = 10');
  const db = new Kysely<Schema>({ dialect: new ServiceDialect(raw) });
  try {
    await sql`pragma journal_mode = wal`.execute(db);
    await sql`pragma foreign_keys = on`.execute(db);
    // What processes tell each other (lease, presence, commands) must outlive a process; `durably` adds power cuts.
    await sql`pragma synchronous = normal`.execute(db);
    await migrate(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error(JSON.stringify(error));
}

/** One write transaction. It either happened whole or not at all. Nothing is written outside one. */
export function write<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return untilFree(() => db.transaction().execute(work));
}

/** Like `write`, and on the disk when it resolves: for what a person was told is saved. */
export function durably<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
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
