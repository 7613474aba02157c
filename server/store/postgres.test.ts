/** What only PostgreSQL can do to a service: locks that wait, connections that are cut, transactions that are refused. */
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Dn, UserId } from '../../shared/ids';
import { postgres, type TestStore } from '../testing/stores';
import { fencedWrite, type Fence } from './fence';
import { readLease, renewLease, takeLease } from './leaseRow';
import { savePatterns } from './managerSettings';
import { openStore, type Db } from './open';

vi.setConfig({ testTimeout: 30_000 });

const leaseLost = { ok: false, error: 'leaseLost' };

let store: TestStore;
/** Two services. */
let [one, two]: Db[] = [];
let fence: Fence;

const dbs = (): [Db, Db] => {
  if (!one || !two) throw new Error('not open');
  return [one, two];
};

beforeEach(async () => {
  store = await postgres.create('demo');
  [one, two] = await Promise.all([openStore(store.url, 'service'), openStore(store.url, 'service')]);
  const [db] = dbs();
  const epoch = await takeLease(db, 1, await readLease(db, 1), 'primary#1', 0);
  fence = { pool: 1, holder: 'primary#1', epoch: epoch ?? 0 };
});
afterEach(async () => {
  await Promise.all(dbs().map((db) => db.destroy()));
  await store.destroy();
});

function signal() {
  let give: () => void = () => undefined;
  const given = new Promise<undefined>((resolve) => {
    give = () => resolve(undefined);
  });
  return { given, give: () => give() };
}

/** A fenced write that stops in the middle, as a frozen service does, until it is let go. */
async function writeInTheMiddle(db: Db) {
  const gate = signal();
  const inside = signal();
  const written = fencedWrite(db, fence, async (tx) => {
    inside.give();
    await gate.given;
    await tx.insertInto('parameters').values({ key: 'late', value: 'x' }).execute();
  });
  await inside.given;
  return { written, letGo: gate.give };
}

/** How many of this test's connections wait for a lock. */
async function waiting(db: Db): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
    db,
  );
  return rows[0]?.waiting ?? 0;
}

const parameters = (db: Db) => db.selectFrom('parameters').selectAll().execute();

it('a takeover waits for a write under way; renewals do not', async () => {
  const [db, other] = dbs();
  const write = await writeInTheMiddle(db);
  const order: string[] = [];
  expect(await renewLease(db, fence, 5)).toBe(true);
  const taken = takeLease(other, 1, await readLease(other, 1), 'backup#1', 0).then(() => order.push('taken'));
  await vi.waitFor(async () => expect(await waiting(db)).toBe(1), { interval: 5 });
  write.letGo();
  expect(await write.written.finally(() => order.push('written'))).toMatchObject({ ok: true });
  await taken;
  expect(order).toEqual(['written', 'taken']);
  expect(await fencedWrite(db, fence, (tx) => tx.deleteFrom('parameters').execute())).toEqual(leaseLost);
  expect(await parameters(db)).toHaveLength(1);
});

it('a service frozen in the middle of a write cannot keep the other from taking over, and writes nothing afterwards', async () => {
  const [db, other] = dbs();
  const frozen = await writeInTheMiddle(db);
  const epoch = await takeLease(other, 1, await readLease(other, 1), 'backup#1', 0);
  expect(epoch).toBeGreaterThan(fence.epoch);
  frozen.letGo();
  expect(await frozen.written).toEqual(leaseLost);
  expect(await parameters(other)).toEqual([]);
});

it('connections that are cut, in use or not, cost nothing that was not confirmed, and no process', async () => {
  const [db, other] = dbs();
  const write = await writeInTheMiddle(db);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
    other,
  );
  write.letGo();
  expect(await write.written).toMatchObject({ ok: true });
  expect(await parameters(db)).toEqual([{ key: 'late', value: 'x' }]);
});

it('settings saved at the same moment come out as if one after the other', async () => {
  const [db, other] = dbs();
  const userId = UserId.parse('akowalska');
  const forUser = { role: 'manager', userId } as const;
  const save = (on: Db, patterns: string[]) => {
    const context = { at: 0, lineNumber: Dn.parse('60001'), forUser, byUser: forUser };
    return savePatterns(on, fence, context, 'exclusive', patterns);
  };
  const lists = Array.from({ length: 8 }, (_, index) => [`${index}1`, `${index}2`]);
  const saved = await Promise.all(lists.map((list, index) => save(index % 2 === 0 ? db : other, list)));
  expect(saved.filter(({ ok }) => !ok)).toEqual([]);
  const log = await db.selectFrom('change_log').select(['old_value', 'new_value']).execute();
  // Each began with what another had left.
  expect(log.map((row) => row.old_value).toSorted()).toEqual(
    ['', ...lists.map((list) => list.join(' '))].filter((value) => value !== currentOf(log)).toSorted(),
  );
});

/** The value that nobody replaced. */
function currentOf(log: readonly { old_value: string; new_value: string }[]): string {
  const replaced = new Set(log.map((row) => row.old_value));
  return log.find((row) => !replaced.has(row.new_value))?.new_value ?? 'none';
}

it('whole numbers are numbers, however many bits they have', async () => {
  const [db] = dbs();
  const { epoch, sum } = await db
    .selectFrom('lease')
    .select(({ fn }) => [fn.max('epoch').as('epoch'), fn.sum<number>('epoch').as('sum')])
    .executeTakeFirstOrThrow();
  expect([epoch, sum]).toEqual([fence.epoch, fence.epoch]);
});
