/** The database could not be asked, or stopped answering: what the caller can do is try again, or say so. */
import pg from 'pg';

export class ConnectionLost extends Error {
  /** `mayHaveHappened`: it was lost while the transaction was being committed, so nobody knows whether it was. */
  constructor(
    cause: unknown,
    readonly mayHaveHappened: boolean,
  ) {
    super(`the database does not answer: ${cause instanceof Error ? wordsOf(cause) : String(cause)}`, { cause });
    this.name = 'ConnectionLost';
  }
}

/** Several addresses tried in vain make an error without words of its own. */
function wordsOf(error: Error): string {
  return error.message || ('code' in error && typeof error.code === 'string' ? error.code : error.name);
}

/** The connection that failed so can't be used again. An error of a statement leaves its connection well. */
export function endsConnection(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || error.severity === 'FATAL' || error.severity === 'PANIC';
}

/** The database is there and refuses us: wrong password, no such database, no right to connect. Trying again does not help. */
export function isRefusal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(28|3D)/.test(error.code ?? '');
}
