/** A search in the database finds what the reference in shared/directory finds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchesQuery, parseQuery } from '../../shared/directory/query';
import { demoDirectory } from '../demo/directory';
import { stores, type TestStore } from '../testing/stores';
import { searchDirectory } from './directory';
import { openStore, type Db } from './open';

describe.each(stores)('on $kind', ({ create }) => {
  let store: TestStore;
  let db: Db;

  beforeAll(async () => {
    store = await create('demo');
    db = await openStore(store.url);
  });
  afterAll(async () => {
    await db.destroy();
    await store.destroy();
  });

  it.each([
    'mar',
    'MÜLL',
    'mull henr',
    'kowalska anna',
    'a',
    'li',
    'an ko',
    'ö',
    '"',
    "o'",
    'zzz',
    'mar*',
    'a a a',
    '田',
    'lindqvist, maya',
    'or and not',
    '-',
    'NEAR(',
  ])('agrees with the reference for "%s"', async (text) => {
    const query = parseQuery(text);
    if (!query.ok) throw new Error('a query of this test is refused');
    const found = await searchDirectory(db, query.value);
    const expected = demoDirectory.filter(({ firstName, lastName }) => matchesQuery(query.value, firstName, lastName));
    expect(found.more).toBe(expected.length > 25);
    expect(found.entries).toHaveLength(Math.min(25, expected.length));
    const ids = new Set(expected.map(({ id }) => id));
    expect(found.entries.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  it('orders by last name, then first name', async () => {
    const query = parseQuery('mar');
    if (!query.ok) throw new Error('refused');
    const names = (await searchDirectory(db, query.value)).entries.map(({ lastName }) =>
      lastName.normalize('NFKD').toLowerCase(),
    );
    expect(names.length).toBeGreaterThan(2);
    expect(names).toEqual(names.toSorted());
  });
});
