/** A store of the first version comes to the newest with nothing lost; one of a later version is left alone. */
import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoDirectory } from '../demo/directory';
import { stores, type TestStore } from '../testing/stores';
import { isPostgres, ServiceDialect } from './dialect';
import { loadCompany } from './loadCompany';
import { readLease } from './leaseRow';
import { migrations } from './migrations';
import { first } from './migrations/0001-first';
import { openStore } from './open';
import { ServicePool } from './postgresPool';
import { seedDemo } from './seed';

/** Tables and columns are those of 0001, not today's. */
type Unknown = Kysely<Record<string, Record<string, unknown>>>;

/** Without migrating. */
function openRaw({ kind, url }: TestStore): Unknown {
  if (kind === 'PostgreSQL')
    return new Kysely({ dialect: new PostgresDialect({ pool: new ServicePool(url, 'tool') }) });
  return new Kysely({ dialect: new ServiceDialect(new Libsql(url)) });
}

async function migrateTo(db: Unknown, only: Record<string, typeof first>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(only) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error(JSON.stringify(error), { cause: error });
}

/** A row or more in every table of 0001. */
const rows: readonly (readonly [table: string, values: Record<string, unknown>])[] = [
  ['users', { id: 'anna', first_name: 'Anna', last_name: 'Ék', role: 'manager', password_hash: '$argon2id$a' }],
  ['users', { id: 'maya', first_name: 'Maya', last_name: 'Lind', role: 'assistant', password_hash: '$argon2id$m' }],
  ['users', { id: 'tom', first_name: 'Tom', last_name: '', role: 'assistant', password_hash: '$argon2id$t' }],
  ['lines', { id: 'l1', user_id: 'anna', dn: '60001', phone_id: 'p1', kind: 'own', position: 0 }],
  ['lines', { id: 'l2', user_id: 'maya', dn: '2001', phone_id: 'p2', kind: 'own', position: 0 }],
  ['lines', { id: 'l3', user_id: 'maya', dn: '39001', phone_id: 'p2', kind: 'proxy', position: 1 }],
  ['lines', { id: 'l4', user_id: 'tom', dn: '2002', phone_id: 'p3', kind: 'own', position: 0 }],
  ['lines', { id: 'l5', user_id: 'tom', dn: '39002', phone_id: 'p3', kind: 'proxy', position: 1 }],
  ['lines', { id: 'l6', user_id: 'anna', dn: '70001', phone_id: 'p1', kind: 'intercom', position: 1 }],
  ['associations', { manager_id: 'anna', assistant_id: 'maya', proxy_line_id: 'l3', position: 0, is_default: 0 }],
  ['associations', { manager_id: 'anna', assistant_id: 'tom', proxy_line_id: 'l5', position: 1, is_default: 1 }],
  [
    'manager_settings',
    {
      manager_id: 'anna',
      divert_all: 1,
      divert_kind: 'number',
      divert_value: '5550100',
      filter_on: 0,
      filter_mode: 'exclusive',
    },
  ],
  ['patterns', { manager_id: 'anna', mode: 'exclusive', position: 0, pattern: '49*' }],
  ['patterns', { manager_id: 'anna', mode: 'inclusive', position: 0, pattern: '4930X' }],
  ['parameters', { key: 'heartbeatIntervalMs', value: '4000' }],
  ['sessions', { token_hash: 'hash', user_id: 'maya', created_at: 1_790_000_000_000, expires_at: 1_790_000_000_001 }],
  ['presence', { user_id: 'maya', online: 1, since: 1_790_000_000_000 }],
  ['commands', { user_id: 'maya', id: 'c1', state: 'done', result: '{"status":"done"}', at: 1_790_000_000_000 }],
  [
    'change_log',
    {
      at: 1_790_000_000_000,
      line_number: '60001',
      for_role: 'manager',
      for_user: 'anna',
      by_role: 'assistant',
      by_user: 'maya',
      parameter: 'divertAll',
      old_value: 'false',
      new_value: 'true',
    },
  ],
  [
    'directory',
    {
      id: 'd1',
      first_name: 'Jo',
      last_name: 'O’Neil',
      number: '+44 (20) 7946-0118',
      department: 'Sales',
      folded: 'jo\no’neil',
      sort_key: 'o’neil\njo',
    },
  ],
];

const lease = { holder: 'primary#1', epoch: 1_790_000_000_000, expires_at: 1_790_000_001_500 };

/** What 0002 adds to a row that was there before. */
const added: Readonly<Record<string, Record<string, unknown>>> = {
  users: { mode: 'proxy', pool: 1, voicemail: 0, redirect_to: null },
  lines: { for_manager: null },
  manager_settings: { assistant_watch: 1, alert_tone: 1 },
  sessions: { kind: 'console' },
  directory: { number_key: '442079460118' },
};

function afterwards(table: string, values: Record<string, unknown>): Record<string, unknown> {
  if (table !== 'associations') return { ...values, ...added[table] };
  const { proxy_line_id, ...rest } = values;
  return { ...rest, line_id: proxy_line_id };
}

describe.each(stores)('on $kind', ({ create }) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await create();
  });
  afterEach(() => store.destroy());

  it('brings every row of version 1 to the newest version', async () => {
    const before = openRaw(store);
    await migrateTo(before, { '0001-first': first });
    await before.transaction().execute(async (tx) => {
      for (const [table, values] of rows) await tx.insertInto(table).values(values).execute();
      await tx.updateTable('lease').set(lease).where('id', '=', 1).execute();
    });
    await before.destroy();

    const [db, other] = await Promise.all([openStore(store.url), openStore(store.url, 'service')]);
    await other.destroy();
    const after: Unknown = openRaw(store);
    for (const table of new Set(rows.map(([name]) => name))) {
      const wanted = rows.filter(([name]) => name === table).map(([, values]) => afterwards(table, values));
      const found = await after.selectFrom(table).selectAll().execute();
      expect(found, table).toHaveLength(wanted.length);
      expect(found, table).toEqual(expect.arrayContaining(wanted.map((row): unknown => expect.objectContaining(row))));
    }
    expect(await readLease(db, 1)).toEqual({ holder: lease.holder, epoch: lease.epoch, expiresAt: lease.expires_at });
    expect(await readLease(db, 3)).toEqual({ holder: null, epoch: 0, expiresAt: 0 });
    const { managers } = await loadCompany(db, 1);
    expect([...managers.values()]).toMatchObject([
      { userId: 'anna', name: 'Anna Ék', defaultAssistant: 'tom', assistants: [{ userId: 'maya' }, { userId: 'tom' }] },
    ]);
    await after.destroy();
    await db.destroy();
  });

  it('keeps what the tables promise: numbers used once, one default assistant, nothing without its user', async () => {
    const db = await openStore(store.url);
    await seedDemo(db, demoDirectory);
    const line = { id: 'x', user_id: 'maya', phone_id: 'p', kind: 'own', position: 9 } as const;
    await expect(
      db
        .insertInto('lines')
        .values({ ...line, dn: '60001' })
        .execute(),
    ).rejects.toThrow();
    await expect(
      db
        .insertInto('lines')
        .values({ ...line, dn: '1', user_id: 'nobody' })
        .execute(),
    ).rejects.toThrow();
    await expect(
      db.updateTable('associations').set({ is_default: 1 }).where('manager_id', '=', 'akowalska').execute(),
    ).rejects.toThrow();
    await expect(db.updateTable('users').set({ pool: 4 }).execute()).rejects.toThrow();
    await db
      .insertInto('lines')
      .values({ ...line, kind: 'shared', dn: '60001' })
      .execute();
    await db.destroy();
  });

  it('refuses one that was made by a newer version, and leaves it as it is', async () => {
    const db = openRaw(store);
    await migrateTo(db, {
      ...migrations,
      '9999-later': { up: (later) => sql`create table later (id integer)`.execute(later).then() },
    });
    const opening = openStore(store.url);
    await expect(opening).rejects.toThrow(/newer version of this program \(9999-later; this one knows 0002-/);
    await expect(opening).rejects.not.toThrow(/only.for.tests|only%20for/);
    expect(await db.selectFrom('later').selectAll().execute()).toEqual([]);
    expect(isPostgres(db)).toBe(store.kind === 'PostgreSQL');
    await db.destroy();
  });
});
