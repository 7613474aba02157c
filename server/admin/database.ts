/** Which database a command works on: `--database`, else `DATABASE_URL`, else the demo's. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { openStore, type Db } from '../store/open';
import { isPostgresUrl, nameOfStore } from '../store/location';
import type { AdminConsole } from './console';
import { Refusal, UsageError } from './refusal';

export interface DatabaseOptions {
  readonly database?: string;
  /** A SQLite file that is not there yet is made. Else it is taken for a typing mistake. */
  readonly create?: boolean;
}

const demoFile = path.join('.demo', 'ipma.sqlite');

export function chooseDatabase(options: DatabaseOptions, console: AdminConsole): string {
  const named = options.database ?? console.env['DATABASE_URL'];
  if (named !== undefined && named !== '') {
    if (isPostgresUrl(named) || options.create === true || existsSync(path.resolve(console.cwd, named))) return named;
    throw new UsageError(`there is no database file ${named}: check the path, or add --create to make a new one`);
  }
  const demo = path.resolve(console.cwd, demoFile);
  if (!existsSync(demo)) {
    throw new UsageError('which database? give --database <file or postgres:// address>, or set DATABASE_URL');
  }
  console.err(`Database: the demo's, ${demoFile}\n`);
  return demo;
}

/** Opens (and migrates), works, closes. */
export async function withDatabase<T>(address: string, work: (db: Db) => Promise<T>): Promise<T> {
  let db: Db;
  try {
    db = await openStore(address);
  } catch (error) {
    throw new Refusal(`the database ${nameOfStore(address)} cannot be opened: ${reasonOf(error)}`);
  }
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // node-postgres reports a refused connection as an error without words that holds the real ones.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
  return error.message === '' && first !== undefined ? reasonOf(first) : error.message;
}
