/**
 * The directory as consoles search it: the index in memory where there is one, the database where not. Kept warm in the standby too:
 * a takeover does not wait for it.
 */
import type { Logger } from 'pino';
import { matchesQuery, maxResults, type DirectoryQuery } from '../../shared/directory/query';
import { entriesAt, searchDirectory, type FoundEntries } from '../store/directory';
import type { Db } from '../store/open';
import { findEntries } from './find';
import type { DirectoryIndex } from './index';
import { loadIndex } from './load';

/** Where nothing is known yet: the design figure of a large company. */
const expectedAtFirst = 1_000_000;

export class Directory {
  readonly #log: Pick<Logger, 'info' | 'error'>;
  #index: DirectoryIndex | null = null;
  /** Of the database when the index was read. */
  #revision: number | null = null;
  #loading = false;
  #failed = false;
  #closed = false;

  constructor(log: Pick<Logger, 'info' | 'error'>) {
    this.#log = log;
  }

  /** Entries in memory; null while there is no index. */
  get size(): number | null {
    return this.#index?.size ?? null;
  }

  /**
   * To be told whenever somebody has looked at the database: a new revision is read in the background, one read at a time, and what
   * changes meanwhile is noticed the next time. Resolves when nothing is left to do; never rejects.
   */
  async follow(db: Db, revision: number): Promise<void> {
    if (this.#loading || this.#closed || revision === this.#revision) return;
    const stopped = () => this.#closed;
    this.#loading = true;
    try {
      const began = performance.now();
      const index = await loadIndex(db, {
        expected: Math.ceil((this.#index?.size ?? expectedAtFirst) * 1.05),
        stopped,
      });
      if (!index) return;
      this.#index = index;
      this.#revision = revision;
      this.#failed = false;
      this.#log.info({ entries: index.size, ms: Math.round(performance.now() - began) }, 'directory in memory');
    } catch (error) {
      if (!this.#failed && !stopped()) this.#log.error({ err: error }, 'the directory cannot be read; trying again');
      this.#failed = true;
    } finally {
      this.#loading = false;
    }
  }

  /** Rejects when the database cannot be read. */
  async search(db: Db, query: DirectoryQuery): Promise<FoundEntries> {
    const index = this.#index;
    if (!index) return searchDirectory(db, query);
    const ranks = findEntries(index, query.terms, maxResults + 1);
    const entries = await entriesAt(
      db,
      ranks.slice(0, maxResults).map((rank) => index.rows[rank] ?? 0),
    );
    const asIndexed =
      entries.length === Math.min(ranks.length, maxResults) &&
      entries.every(({ firstName, lastName }) => matchesQuery(query, firstName, lastName));
    // Rows have changed since the index was read: until the new one is there, the database says what is true.
    if (!asIndexed) return searchDirectory(db, query);
    return { entries, more: ranks.length > maxResults };
  }

  close(): void {
    this.#closed = true;
  }
}
