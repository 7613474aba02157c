/** What the active service tidies while it works: it may be active for months. */
import type { Logger } from 'pino';
import { forgetCommands } from './commands';
import type { Fence } from './fence';
import type { Db } from './open';
import { prolongSessions } from './sessions';

const everyMs = 60_000;

/** Begins now. Returns the function that ends it. */
export function startUpkeep(db: Db, fence: Fence, log: Logger): () => void {
  const tidy = async () => {
    try {
      await forgetCommands(db, fence, Date.now());
      await prolongSessions(db, fence, Date.now());
    } catch (error) {
      log.error({ err: error }, 'the store was not tidied');
    }
  };
  const timer = setInterval(() => void tidy(), everyMs);
  timer.unref();
  void tidy();
  return () => clearInterval(timer);
}
