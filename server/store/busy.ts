/** SQLite's own busy wait blocks the whole process; this one does not. */
import { setTimeout as delay } from 'node:timers/promises';

/** How long a write waits for the other service's write to end, milliseconds. A service holds the write lock for about one. */
const patience = 3_000;

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    /SQLITE_BUSY|database is locked|database schema is locked/.test(`${codeOf(error)} ${error.message}`)
  );
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Runs `work` again while the other service holds the write lock. `work` must be a whole transaction or one statement. */
export async function untilFree<T>(work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patience;
  for (let pause = 2; ; pause = Math.min(pause * 2, 50)) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await delay(pause * (0.5 + Math.random()));
    }
  }
}
