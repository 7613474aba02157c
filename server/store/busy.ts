/** Tries a transaction again that met another one, or lost its connection before anything was done. */
import { setTimeout as delay } from 'node:timers/promises';
import { ConnectionLost } from './connectionLost';

/** How long is tried again, milliseconds. A service holds a lock for about one; a database that is restarted needs more than a thousand. */
const patience = 3_000;

/**
 * SQLite: the other service is writing (SQLite's own busy wait would block the whole process). PostgreSQL: not serialisable, deadlock,
 * lock not available, ended because it was idle for too long.
 */
const passing = new Set(['SQLITE_BUSY', '40001', '40P01', '55P03', '25P03']);

export function willPass(error: unknown): boolean {
  // Once `commit` was sent, trying again could do it twice.
  if (error instanceof ConnectionLost) return !error.mayHaveHappened;
  if (!(error instanceof Error)) return false;
  return passing.has(codeOf(error)) || /SQLITE_BUSY|database is locked|database schema is locked/.test(error.message);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Runs `work` again while that can help. `work` must be a whole transaction or one statement. */
export async function untilFree<T>(work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patience;
  for (let pause = 2; ; pause = Math.min(pause * 2, 50)) {
    try {
      return await work();
    } catch (error) {
      if (!willPass(error) || performance.now() > deadline) throw error;
      await delay(pause * (0.5 + Math.random()));
    }
  }
}
