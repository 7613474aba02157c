/**
 * npm run bench:directory -- [--size 1000000] [--distinct] [--typed 300] [--database postgres://…]
 * How long the service takes for an answer from the directory, beside a search with SQL LIKE '%…%' in the same database.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { z } from 'zod';
import { Directory } from '../../../server/directory/directory';
import { findEntries } from '../../../server/directory/find';
import type { DirectoryIndex } from '../../../server/directory/index';
import { loadIndex } from '../../../server/directory/load';
import { directoryRow, searchDirectory } from '../../../server/store/directory';
import { openStore, write, type Db } from '../../../server/store/open';
import { maxResults, parseQuery, type DirectoryQuery } from '../../../shared/directory/query';
import type { DirectoryEntry } from '../../../shared/protocol/messages';
import { cpuEach, megabytes, percentile, print, printMachine, printTable, timesHead, timesRow } from '../report';
import { people } from './people';
import { querySets } from './queries';

const rowsAtOnce = 500;
/** LIKE takes so long that it is measured with a part of the queries. */
const likeQueries = 40;

const Flags = z.object({
  size: z.coerce.number().int().min(1).default(1_000_000),
  typed: z.coerce.number().int().min(1).default(300),
  distinct: z.boolean().default(false),
  database: z.string().optional(),
});

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      size: { type: 'string' },
      typed: { type: 'string' },
      distinct: { type: 'boolean' },
      database: { type: 'string' },
    },
  });
  const flags = Flags.parse(values);
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-directory-'));
  const db = await openStore(flags.database ?? path.join(folder, 'directory.db'));
  try {
    await measure(db, flags);
  } finally {
    await db.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(db: Db, { size, typed, distinct, database }: z.infer<typeof Flags>): Promise<void> {
  const kind = database === undefined ? 'SQLite' : 'PostgreSQL';
  printMachine(`directory of ${size} names${distinct ? ', all different' : ''}, ${kind}`, {
    [kind]: await versionOf(db, database === undefined ? 'sqlite_version()' : "current_setting('server_version')"),
  });
  const known = await fill(db, size, distinct);
  const index = await load(db);
  const directory = new Directory({ info: () => undefined, error: (what: unknown) => print(String(what)) });
  await directory.follow(db, 1);

  const sets = querySets(known, typed).map(({ name, queries }) => ({ name, queries: queries.flatMap(parsed) }));
  for (const { queries } of sets) for (const query of queries) findEntries(index, query.terms, maxResults + 1);

  const alone = [];
  for (const { name, queries } of sets) {
    const cpu = cpuEach(queries.length);
    const times = queries.map((query) => timed(() => findEntries(index, query.terms, maxResults + 1)));
    alone.push([name, ...timesRow(times), cpu()]);
  }
  print('the index alone: which entries, in which order');
  printTable(['queries', ...timesHead, 'cpu ms'], alone);

  const whole = [];
  for (const { name, queries } of sets) {
    const cpu = cpuEach(queries.length);
    const times = await timedEach(queries, (query) => directory.search(db, query));
    whole.push([name, ...timesRow(times), cpu()]);
  }
  print('the whole answer of the service: the same, and the 25 entries from the database');
  printTable(['queries', ...timesHead, 'cpu ms'], whole);
  await besideLike(db, directory, sets[0]?.queries ?? [], kind);
}

/** The same queries to both, one after the other, and their answers compared. */
async function besideLike(
  db: Db,
  directory: Directory,
  queries: readonly DirectoryQuery[],
  kind: string,
): Promise<void> {
  const step = Math.max(1, Math.floor(queries.length / likeQueries));
  const some = queries.filter((_, at) => at % step === 0).slice(0, likeQueries);
  const like = await timedEach(some, (query) => searchDirectory(db, query));
  const ours = await timedEach(some, (query) => directory.search(db, query));
  for (const query of some) {
    const [one, other] = [await searchDirectory(db, query), await directory.search(db, query)];
    if (JSON.stringify(one) !== JSON.stringify(other)) throw new Error(`two answers to ${query.terms.join(' ')}`);
  }
  print(`beside LIKE, ${some.length} of the typed queries (answers compared: the same)`);
  printTable(
    ['answer', ...timesHead],
    [
      [`${kind} LIKE '%…%', in order, at most 26`, ...timesRow(like)],
      ['the service', ...timesRow(ours)],
      [
        'LIKE / service',
        '',
        ...[0.5, 0.95, 0.99, 1].map((at) => `${(percentile(like, at) / percentile(ours, at)).toFixed(0)} ×`),
      ],
    ],
  );
}

/** Some of the people, to ask for. */
async function fill(db: Db, size: number, distinct: boolean): Promise<DirectoryEntry[]> {
  // Somebody's directory must not be mixed with invented people.
  const there = await db.selectFrom('directory').select('id').limit(1).executeTakeFirst();
  if (there) throw new Error('this database has a directory already: give an empty one');
  const known: DirectoryEntry[] = [];
  const began = performance.now();
  let rows: ReturnType<typeof directoryRow>[] = [];
  const flush = () => write(db, (tx) => tx.insertInto('directory').values(rows).execute());
  for (const person of people(size, { distinct })) {
    if (known.length < 5_000 && Number(person.number.slice(-3)) % 199 === 0) known.push(person);
    rows.push(directoryRow(person));
    if (rows.length < rowsAtOnce) continue;
    await flush();
    rows = [];
  }
  if (rows.length > 0) await flush();
  print(`written to the database in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  return known;
}

/** Says how long the event loop was kept from other work meanwhile: a call that arrives then waits that long. */
async function load(db: Db): Promise<DirectoryIndex> {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const pauses: number[] = [];
  let last = performance.now();
  let ticking = true;
  const tick = () => {
    const now = performance.now();
    pauses.push(now - last);
    last = now;
    if (ticking) setImmediate(tick);
  };
  setImmediate(tick);
  const began = performance.now();
  const index = await loadIndex(db, { expected: 1_000_000, stopped: () => false });
  const took = performance.now() - began;
  ticking = false;
  if (!index) throw new Error('not loaded');
  globalThis.gc?.();
  const after = process.memoryUsage();
  const used = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  print(
    `read into memory in ${(took / 1_000).toFixed(1)} s, in the background: others waited at most ${Math.max(...pauses).toFixed(1)} ms` +
      ` (p99.9 ${percentile(pauses, 0.999).toFixed(1)} ms)`,
  );
  print(`${megabytes(used)} for ${index.size} entries with ${index.names.size} different names\n`);
  return index;
}

function parsed(text: string): DirectoryQuery[] {
  const query = parseQuery(text);
  return query.ok ? [query.value] : [];
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

async function timedEach<T>(list: readonly T[], work: (item: T) => Promise<unknown>): Promise<number[]> {
  const times = [];
  for (const item of list) {
    const began = performance.now();
    await work(item);
    times.push(performance.now() - began);
  }
  return times;
}

async function versionOf(db: Db, ask: string): Promise<string> {
  const { rows } = await sql<{ version: string }>`select ${sql.raw(ask)} as version`.execute(db);
  return rows[0]?.version ?? 'unknown';
}

await main();
