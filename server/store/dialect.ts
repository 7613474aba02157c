/** Kysely's SQLite dialect, made safe for two services on one file; and which of the two databases one has. */
import type Libsql from 'libsql';
import { PostgresAdapter, SqliteAdapter, SqliteDialect, SqliteDriver, type QueryExecutorProvider } from 'kysely';

/** Else it is SQLite. For the few statements that only one of them has. */
export function isPostgres(db: QueryExecutorProvider): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/**
 * Takes the write lock at once: a transaction that read first and wrote later could fail halfway when the other service wrote between.
 * Through `exec`: a prepared statement that failed with SQLITE_BUSY keeps its old snapshot open, and with it every later write out.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Libsql.Database;

  constructor(database: Libsql.Database) {
    super({ database });
    this.#database = database;
  }

  override beginTransaction(): Promise<void> {
    return new Promise((resolve) => {
      this.#database.exec('begin immediate');
      resolve();
    });
  }
}

/** SQLite can roll back DDL; saying so makes Kysely run all migrations in one transaction, so exactly one service migrates. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export class ServiceDialect extends SqliteDialect {
  readonly #database: Libsql.Database;

  constructor(database: Libsql.Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter();
  }
}
