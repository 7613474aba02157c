/** The index and the database give the same answers, on SQLite and PostgreSQL; a changed directory is followed, and what is old is never shown. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseQuery, type DirectoryQuery } from '../../shared/directory/query';
import { demoDirectory } from '../demo/directory';
import { isPostgres } from '../store/dialect';
import { directoryRow, nameByNumber, searchDirectory } from '../store/directory';
import { openStore, write, type Db } from '../store/open';
import { stores, type TestStore } from '../testing/stores';
import { Directory } from './directory';

function asked(text: string): DirectoryQuery {
  const query = parseQuery(text);
  if (!query.ok) throw new Error('a query of this test is refused');
  return query.value;
}

const person = (id: number, firstName: string, lastName: string) => ({
  ...{ id: `p${id}`, firstName, lastName },
  ...{ number: `+49 30 ${id}`, department: 'Sales' },
});

describe.each(stores)('the directory on $kind', ({ create }) => {
  let store: TestStore;
  let db: Db;
  let directory: Directory;
  let errors: number;

  beforeEach(async () => {
    store = await create();
    db = await openStore(store.url);
    errors = 0;
    directory = new Directory({ info: () => undefined, error: () => (errors += 1) });
  });
  afterEach(async () => {
    directory.close();
    await db.destroy();
    await store.destroy();
  });

  async function fill(people: readonly (typeof demoDirectory)[number][]): Promise<void> {
    const rows = people.map(directoryRow);
    await write(db, async (tx) => {
      for (let at = 0; at < rows.length; at += 200) {
        await tx
          .insertInto('directory')
          .values(rows.slice(at, at + 200))
          .execute();
      }
    });
  }

  it('answers as the database does, before and after the index is there', async () => {
    await fill(demoDirectory);
    const query = asked('mar');
    const expected = await searchDirectory(db, query);
    expect(expected.entries).toHaveLength(25);
    expect(await directory.search(db, query)).toEqual(expected);
    await directory.follow(db, 1);
    expect(directory.size).toBe(demoDirectory.length);
    expect(await directory.search(db, query)).toEqual(expected);
  });

  it('answers as the database does, for any names, over many pages, ties by id', async () => {
    const parts = ['an', 'mar', 'É', 'ß', '林', 'محمد', "o'", '%', '_', '\\', '😀', '\uffee', ' ', 'Å', 'x'];
    const texts = fc.sample(
      fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 3 }).map((list) => list.join('')),
      { numRuns: 4_600, seed: 11 },
    );
    await fill(texts.slice(0, 2_300).map((text, at) => person(at, text, texts[at + 2_300] ?? '')));
    await directory.follow(db, 1);
    expect(directory.size).toBe(2_300);
    let full = 0;
    for (const text of [
      ...parts,
      ...parts.map((part, at) => `${part} ${parts[(at * 7 + 3) % parts.length] ?? ''}`),
      ...texts.slice(0, 100),
    ]) {
      const query = parseQuery(text);
      if (!query.ok) continue;
      const expected = await searchDirectory(db, query.value);
      if (expected.more) full += 1;
      expect(await directory.search(db, query.value), text).toEqual(expected);
    }
    expect(full).toBeGreaterThan(10);
  });

  it('follows a new revision; until then nobody is shown under a name that is gone', async () => {
    await fill([person(1, 'Anna', 'Berg'), person(2, 'Anton', 'Vogt')]);
    await directory.follow(db, 1);
    await write(db, async (tx) => {
      await tx.deleteFrom('directory').execute();
      const rows = [person(3, 'Zoë', 'Lind'), person(4, 'Anna', 'Wolf')].map(directoryRow);
      await tx.insertInto('directory').values(rows).execute();
    });
    expect((await directory.search(db, asked('anna'))).entries.map(({ lastName }) => lastName)).toEqual(['Wolf']);
    await directory.follow(db, 1);
    expect((await directory.search(db, asked('zoe'))).entries).toEqual([]);
    await directory.follow(db, 2);
    expect((await directory.search(db, asked('zoe'))).entries.map(({ lastName }) => lastName)).toEqual(['Lind']);
  });

  it('keeps the old index when the database cannot be read, and tries again', async () => {
    await fill([person(1, 'Anna', 'Berg')]);
    await directory.follow(db, 1);
    const gone = await openStore(store.url);
    await gone.destroy();
    await directory.follow(gone, 2);
    await directory.follow(gone, 2);
    expect(errors).toBe(1);
    expect((await directory.search(db, asked('anna'))).entries).toHaveLength(1);
    await fill([person(2, 'Anna', 'Wolf')]);
    await directory.follow(db, 2);
    expect((await directory.search(db, asked('anna'))).entries).toHaveLength(2);
  });

  it('reads its pages by an index, wherever they begin', async () => {
    await fill(demoDirectory);
    const { rows } = await sql<object>`${sql.raw(isPostgres(db) ? 'explain' : 'explain query plan')}
      select sort_key, id, row from directory where (sort_key, id) > ('m', 'x') order by sort_key, id limit 10`.execute(
      db,
    );
    const plan = JSON.stringify(rows);
    expect(plan).toContain('directory_order');
    expect(plan).toMatch(isPostgres(db) ? /Index Cond: \(ROW\(sort_key, id\)/ : /SEARCH directory/);
    expect(plan).not.toMatch(/Sort Key|TEMP B-TREE/);
  });

  it('says who has a number, however it is written', async () => {
    await fill([person(5550101, 'Anna', 'Berg'), person(7, '', 'Front desk')]);
    expect(await nameByNumber(db, '+49305550101')).toBe('Anna Berg');
    expect(await nameByNumber(db, '49 (30) 555-0101')).toBe('Anna Berg');
    expect(await nameByNumber(db, '49307')).toBe('Front desk');
    expect(await nameByNumber(db, '5550101')).toBeNull();
    expect(await nameByNumber(db, '')).toBeNull();
  });
});
