/** Reads the directory from the database into an index, page by page: neither memory nor anybody's time is taken in one piece. */
import { setImmediate as othersFirst } from 'node:timers/promises';
import { directoryPage, type PageKey } from '../store/directory';
import type { Db } from '../store/open';
import { IndexBuilder, type DirectoryIndex } from './index';
import { inSlices } from './inSlices';

/** SQLite reads as many entries in about 3 ms. */
const pageSize = 1_000;

/** Null when stopped before the end. `expected`: about how many entries there are. */
export async function loadIndex(
  db: Db,
  options: { readonly expected: number; readonly stopped: () => boolean },
): Promise<DirectoryIndex | null> {
  const builder = new IndexBuilder(options.expected);
  let after: PageKey | null = null;
  do {
    const page = await directoryPage(db, after, pageSize);
    for (const { sortKey, row } of page) builder.add(sortKey, row);
    after = page.length < pageSize ? null : (page.at(-1) ?? null);
    // The answer of SQLite is there at once: without this nobody else would get a turn.
    await othersFirst();
    if (options.stopped()) return null;
  } while (after !== null);
  return inSlices(builder.build(), options.stopped);
}
