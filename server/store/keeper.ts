/** Opens the store, and keeps trying while it can't: the service stays up and says so. */
import type { Logger } from 'pino';
import { nameOfStore } from './location';
import { openStore, type Db } from './open';

export interface StoreKeeper {
  /** Null until it could be opened. */
  db(): Db | null;
  close(): Promise<void>;
}

/** `place`: see `openStore`. `prepare` runs once after opening (seeding); `onOpen` when the store can be used. `retryMs`: between attempts. */
export function keepStore(
  place: string,
  options: {
    readonly log: Logger;
    readonly retryMs: number;
    readonly prepare: (db: Db) => Promise<void>;
    readonly onOpen: () => void;
  },
): StoreKeeper {
  const { log } = options;
  const store = nameOfStore(place);
  let db: Db | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | null = null;
  let failed = false;

  async function attempt(): Promise<void> {
    try {
      const opened = await openStore(place, 'service');
      try {
        await options.prepare(opened);
      } catch (error) {
        await opened.destroy();
        throw error;
      }
      if (closed) {
        await opened.destroy();
        return;
      }
      db = opened;
      log.info({ store }, 'store open');
      options.onOpen();
    } catch (error) {
      if (!failed) log.error({ err: error, store }, 'the store cannot be opened; trying again');
      failed = true;
      if (!closed) retry = setTimeout(() => void (opening = attempt()), options.retryMs);
    }
  }
  let opening = attempt();

  return {
    db: () => db,
    async close() {
      closed = true;
      if (retry) clearTimeout(retry);
      await opening;
      await db?.destroy();
      db = null;
    },
  };
}
