/** A pool of connections as Kysely wants it, which gives up those that broke, and never takes the process with it. */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { ConnectionLost, endsConnection, isRefusal } from './connectionLost';

/** `service`: nobody may wait long, a lease depends on it. `tool`: migrations and imports may take their time. */
export type StoreUse = 'service' | 'tool';

/** Milliseconds. */
const connectMs = 2_000;
const limits: Record<StoreUse, pg.PoolConfig> = {
  // The client's own limit is the longer one: it is for a database that has gone without saying so.
  service: { max: 10, statement_timeout: 4_000, query_timeout: 5_000, lock_timeout: 1_000 },
  tool: { max: 4, lock_timeout: 60_000 },
};

/**
 * A service that is stopped in the middle of a transaction (frozen, swapped out, cut off) must not keep its locks: the database ends
 * the transaction after this, milliseconds. Shorter than a lease lives, so that the other service never waits for longer.
 */
const idleInTransactionMs = 1_000;

/** The schema counts in whole numbers below 2^53; `sum` of them is a `numeric`. pg would give both as text. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** What Kysely tells apart; everything else gives no rows and changes none. */
const commands = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'] as const;

export class ServicePool implements PostgresPool {
  readonly #pool: pg.Pool;

  constructor(url: string, use: StoreUse) {
    this.#pool = new pg.Pool({
      application_name: 'assistant-console',
      connectionTimeoutMillis: connectMs,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5_000,
      idle_in_transaction_session_timeout: idleInTransactionMs,
      types,
      ...limits[use],
      connectionString: url,
    });
    // A connection that breaks is out of the pool, or its statement fails; an error event nobody hears would end the process.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async connect(): Promise<PostgresPoolClient> {
    try {
      return new ServiceClient(await this.#pool.connect());
    } catch (error) {
      throw isRefusal(error) ? error : new ConnectionLost(error, false);
    }
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

/** One connection while it is in use. Once broken it answers everything with the error that broke it. */
class ServiceClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  #broken: ConnectionLost | null = null;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    what: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof what !== 'string') throw new Error('cursors are not used here');
    return this.#query(what, parameters);
  }

  /** The rows are what Kysely says they are: nothing here looks at them. */
  async #query(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<never>> {
    if (this.#broken) throw this.#broken;
    try {
      const { command, rowCount, rows } = await this.#client.query<never>(sql, [...parameters]);
      // PostgreSQL answers the commit of a transaction in which something failed with a rollback, not with an error.
      if (sql === 'commit' && command === 'ROLLBACK') throw new Error('the transaction was rolled back');
      return { command: commands.find((known) => known === command) ?? 'SELECT', rowCount: rowCount ?? 0, rows };
    } catch (error) {
      if (!endsConnection(error)) throw error;
      this.#broken = new ConnectionLost(error, sql === 'commit');
      throw this.#broken;
    }
  }

  release(): void {
    this.#client.release(this.#broken !== null);
  }
}
