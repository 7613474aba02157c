/** Pools (product §4): several services active at once on one database and one switch, each for its own managers and assistants. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { demoPassword } from './demo/world';
import { readLease } from './store/leaseRow';
import { Pair } from './testing/pair';
import { stores } from './testing/stores';
import { until } from './testing/until';

vi.setConfig({ testTimeout: 20_000 });

const caller = '1001';

/** In this test `primary` serves pool 1 and `backup` pool 2: each is alone. */
describe.each(stores)('on $kind', (kind) => {
  let pair: Pair;
  const startPool = (pool: 1 | 2) => {
    return pair.start(pool === 1 ? 'primary' : 'backup', {
      pool,
      peer: null,
      presenceGraceMs: pool === 1 ? 0 : 60_000,
    });
  };
  const epochs = async () => {
    const db = await pair.openStore();
    const found = [await readLease(db, 1), await readLease(db, 2)].map(({ epoch }) => epoch);
    await db.destroy();
    return found;
  };

  beforeEach(async () => {
    pair = await Pair.open(kind);
    await startPool(1);
    await pair.active('primary');
    const db = await pair.openStore();
    // Ines and her one manager move to pool 2.
    const others = db.deleteFrom('associations');
    await others.where('assistant_id', '=', 'ines').where('manager_id', '<>', 'hmueller').execute();
    await others.where('manager_id', '=', 'hmueller').where('assistant_id', '<>', 'ines').execute();
    await db.updateTable('users').set({ pool: 2 }).where('id', 'in', ['ines', 'hmueller']).execute();
    await db.destroy();
    await pair.stop('primary', 'clean');
    await startPool(1);
    await startPool(2);
    await Promise.all([pair.active('primary'), pair.active('backup')]);
  });
  afterEach(() => pair.close());

  it('two are active at the same time, each with its own people; a takeover in one leaves the other alone', async () => {
    const maya = await pair.loggedIn('primary', 'maya');
    const ines = await pair.loggedIn('backup', 'ines');
    const stranger = pair.console('primary');
    await stranger.hello();
    stranger.send({ type: 'login', userId: 'ines', password: demoPassword, device: null });
    expect(await stranger.next('error')).toMatchObject({ error: { code: 'wrongPool' } });

    const before = await epochs();
    const both = [pair.service('primary').health(), pair.service('backup').health()];
    expect(both).toMatchObject([
      { role: 'active', epoch: before[0] },
      { role: 'active', epoch: before[1] },
    ]);
    const [forMaya, forInes] = [pair.dial(caller, '60003'), pair.dial('1002', '60008')];
    await maya.call((call) => call.callId === forMaya && call.state === 'alerting');
    const atInes = await ines.call((call) => call.callId === forInes && call.state === 'alerting');

    await pair.stop('primary', 'abrupt');
    await startPool(1);
    await pair.active('primary');
    const after = await epochs();
    expect(after[0]).toBeGreaterThan(before[0] ?? Infinity);
    expect(after[1]).toBe(before[1]);
    expect(pair.service('backup').health()).toMatchObject({ role: 'active', routing: 'up', epoch: before[1] });
    expect(await ines.command({ type: 'answer', connectionId: atInes.connectionId })).toEqual({ status: 'done' });
    await ines.call((call) => call.callId === forInes && call.state === 'connected');

    // Maya did not come back in time; that is no reason to take Ines for gone.
    const db = await pair.openStore();
    const there = () => db.selectFrom('presence').select('user_id').where('online', '=', 1).execute();
    let seen: string[] = ['maya'];
    await until(() => {
      void there().then((rows) => (seen = rows.map((row) => row.user_id)));
      return seen.includes('maya') ? undefined : true;
    }, 'maya to be taken for gone');
    expect(seen).toEqual(['ines']);
    await db.destroy();
  });
});
