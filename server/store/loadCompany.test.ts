import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserId } from '../../shared/ids';
import { admin } from '../testing/adminRun';
import { stores, type TestStore } from '../testing/stores';
import { loadConfiguration } from './configuration';
import { loadCompany } from './loadCompany';
import { openStore, type Db } from './open';

describe.each(stores)('whom an intercom line is for, on $kind', ({ create }) => {
  let store: TestStore;
  let db: Db;
  const maya = UserId.parse('maya');
  beforeEach(async () => {
    store = await create('demo');
    db = await openStore(store.url);
  });
  afterEach(async () => {
    await db.destroy();
    await store.destroy();
  });

  it('is the manager it was set up for; who is served is said by the associations alone', async () => {
    const { assistants, managers } = await loadCompany(db, 1);
    const { lines, managers: served } = assistants.get(maya) ?? { lines: [], managers: [] };
    const intercom = lines.filter(({ kind }) => kind === 'intercom');
    expect(intercom.length).toBeGreaterThan(0);
    for (const { dn, managerId } of intercom) {
      expect(managerId === null ? null : managers.get(managerId)?.dn.slice(-3)).toBe(dn.slice(-3));
    }
    expect(new Set(served).size).toBe(served.length);
    expect(served).toEqual(
      lines.flatMap(({ kind, managerId }) => (kind === 'manager' && managerId ? [managerId] : [])),
    );
  });

  it('is nobody once that manager is no more: the line stays', async () => {
    expect(await admin(store.url, 'users', 'remove', 'akowalska')).toMatchObject({ code: 0 });
    const { assistants } = await loadCompany(db, 1);
    const line = assistants.get(maya)?.lines.find(({ dn }) => dn === '52001');
    expect(line).toMatchObject({ kind: 'intercom', managerId: null });
    expect((await loadConfiguration(db)).lines.get('line-52001')).not.toHaveProperty('forManager');
  });
});
