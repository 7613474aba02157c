/** An import replaces the directory whole or not at all, whatever happens meanwhile, and leaves nothing behind. */
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseQuery } from '../../shared/directory/query';
import { sqlite, stores, type TestStore } from '../testing/stores';
import { directoryRow, searchDirectory } from './directory';
import { saveEntry } from './directoryEdit';
import { importDirectory } from './directoryImport';
import type { NewDirectoryRow } from './newDirectory';
import { openStore, write, type Db } from './open';
import { readRevision } from './revision';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const at = 1_000;
const by = 'root';

function entry(place: number, lastName = `Name${place}`): NewDirectoryRow {
  return directoryRow({ id: `e${place}`, firstName: 'Ada', lastName, number: `7${place}`, department: '' });
}

async function* parts(...given: readonly (readonly NewDirectoryRow[])[]): AsyncGenerator<readonly NewDirectoryRow[]> {
  for (const part of given) yield await Promise.resolve(part);
}

async function names(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('directory').select('last_name').orderBy('sort_key').execute();
  return rows.map((row) => row.last_name);
}

async function found(db: Db, text: string): Promise<string[]> {
  const query = parseQuery(text);
  return query.ok ? (await searchDirectory(db, query.value)).entries.map(({ lastName }) => lastName) : [];
}

describe.each(stores)('on $kind', (kind) => {
  let store: TestStore;
  let db: Db;
  let other: Db;

  beforeEach(async () => {
    store = await kind.create('demo');
    [db, other] = [await openStore(store.url), await openStore(store.url)];
  });
  afterEach(async () => {
    await Promise.all([db.destroy(), other.destroy()]);
    await store.destroy();
  });

  it('replaces all entries, for whoever is connected already, and tells it', async () => {
    const before = await found(other, 'mar');
    const given = parts([entry(1, 'Marsh'), entry(2, '"); drop table directory; --')], [], [entry(3, 'Ünal \\ {}')]);
    expect(await importDirectory(db, { parts: given, by, at })).toBe(3);
    expect(before).not.toEqual([]);
    expect(await found(other, 'mar')).toEqual(['Marsh']);
    expect(await names(other)).toEqual(['"); drop table directory; --', 'Marsh', 'Ünal \\ {}']);
    expect((await readRevision(other)).directory).toBe(2);
    const log = await db.selectFrom('change_log').selectAll().executeTakeFirstOrThrow();
    expect(log).toMatchObject({ parameter: 'directory', new_value: '3 entries', by_user: 'root', at });
  });

  it.each([
    ['the file is wrong at the end', [entry(2)]],
    ['an id is there twice', [entry(1)]],
  ])('leaves all as it was when %s', async (what, last) => {
    const before = await names(db);
    const given = async function* () {
      yield* parts([entry(1)], last);
      if (what.startsWith('the file')) throw new Error('wrong at the end');
    };
    await expect(importDirectory(db, { parts: given(), by, at })).rejects.toThrow();
    expect(await names(other)).toEqual(before);
    expect(await readRevision(other)).toEqual({ company: 1, directory: 1 });
  });

  it('comes twice, and single entries can be changed after it', async () => {
    const many = Array.from({ length: 3_000 }, (_, place) => entry(place));
    await importDirectory(db, { parts: parts(many, [entry(3_000)]), by, at });
    expect(await importDirectory(other, { parts: parts(many), by, at })).toBe(3_000);
    const id = 'new';
    const added = { id, firstName: 'Zoe', lastName: 'Last', number: '1', department: '' };
    expect(await saveEntry(db, { by, at }, id, added, 'new')).toBe(true);
    expect(await found(other, 'zoe')).toEqual(['Last']);
    await expect(importDirectory(db, { parts: parts(), by, at })).resolves.toBe(0);
    expect(await names(other)).toEqual([]);
  });

  it('lets others write while it runs', async () => {
    const given = async function* () {
      yield [entry(1)];
      await write(other, (tx) => tx.updateTable('lease').set({ expires_at: 7 }).execute());
      yield [entry(2)];
    };
    expect(await importDirectory(db, { parts: given(), by, at })).toBe(2);
    expect(await db.selectFrom('lease').select('expires_at').where('id', '=', 1).executeTakeFirst()).toEqual({
      expires_at: 7,
    });
  });
});

describe('on SQLite', () => {
  let store: TestStore;
  let db: Db;

  beforeEach(async () => {
    store = await sqlite.create('demo');
    db = await openStore(store.url);
  });
  afterEach(async () => {
    await db.destroy();
    await store.destroy();
  });

  interface Item {
    readonly name: string;
    readonly sql: string;
  }
  async function schema(of: Db): Promise<readonly Item[]> {
    const { rows } = await sql<Item>`select name, replace(sql, '"', '') as sql from sqlite_master
      where name like '%directory%' order by name`.execute(of);
    return rows;
  }

  it('the table and its indexes are what they were, sound and in use', async () => {
    const before = await schema(db);
    await importDirectory(db, { parts: parts([entry(1), entry(2)]), by, at });
    expect(await schema(db)).toEqual(before);
    const again = await openStore(store.url);
    expect(await schema(again)).toEqual(before);
    expect((await sql`pragma integrity_check`.execute(again)).rows).toEqual([{ integrity_check: 'ok' }]);
    const plan = await sql<{ detail: string }>`explain query plan
      select * from directory where number_key = '71'`.execute(again);
    expect(plan.rows[0]?.detail).toContain('directory_number');
    await again.destroy();
    // As a later migration would.
    const later = await openStore(store.url);
    await write(later, (tx) => sql`drop index directory_order`.execute(tx));
    await write(later, (tx) => sql`create index directory_order on directory (sort_key, id)`.execute(tx));
    await later.destroy();
  });

  it('drops what a killed import left, and leaves one that runs alone', async () => {
    const before = await schema(db);
    await sql`create table directory_import_999999999_1 (x)`.execute(db);
    await sql`create table directory_old_999999999_1 (x)`.execute(db);
    await importDirectory(db, { parts: parts([entry(1)]), by, at });
    expect(await schema(db)).toEqual(before);

    const running = sql.id(`directory_import_${process.ppid}_${at}`);
    await sql`create table ${running} (x)`.execute(db);
    await expect(importDirectory(db, { parts: parts(), by, at })).rejects.toThrow(/another import is under way/);
    expect(await names(db)).toEqual(['Name1']);
    await importDirectory(db, { parts: parts(), by, at: at + 25 * 60 * 60 * 1_000 });
    expect(await schema(db)).toEqual(before);
  });
});
