/** Both services see the same sessions: what one ends, the other refuses. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserId } from '../../shared/ids';
import { stores, type TestStore } from '../testing/stores';
import type { Fence } from './fence';
import { readLease, takeLease } from './leaseRow';
import { openStore, type Db } from './open';
import { endSession, findSession, startSession, type SessionKind } from './sessions';

const maya = UserId.parse('maya');
const twelveHours = 12 * 60 * 60 * 1_000;

describe.each(stores)('on $kind', ({ create }) => {
  let store: TestStore;
  let services: Db[];
  let fence: Fence;

  beforeEach(async () => {
    store = await create('demo');
    services = [await openStore(store.url, 'service'), await openStore(store.url, 'service')];
    const [db] = services;
    if (!db) throw new Error('not open');
    const epoch = await takeLease(db, 1, await readLease(db, 1), 'primary#1', 0);
    fence = { pool: 1, holder: 'primary#1', epoch: epoch ?? 0 };
  });
  afterEach(async () => {
    await Promise.all(services.map((db) => db.destroy()));
    await store.destroy();
  });

  const start = async (tokenHash: string, kind: SessionKind, createdAt = 0) => {
    const [db] = services;
    if (db) await startSession(db, fence, { tokenHash, userId: maya, kind, createdAt });
  };
  /** What each of the two services says. */
  const found = (kind: SessionKind, tokenHash: string, now = 1) => {
    return Promise.all(services.map((db) => findSession(db, kind, tokenHash, now)));
  };

  it('a login at a console ends the earlier one there, and only there', async () => {
    await start('console 1', 'console');
    await start('web 1', 'web');
    await start('console 2', 'console');
    expect(await found('console', 'console 1')).toEqual([null, null]);
    expect(await found('console', 'console 2')).toEqual([maya, maya]);
    expect(await found('web', 'web 1')).toEqual([maya, maya]);
  });

  it('a manager may be signed in at PC and phone at once; of more than ten the oldest end', async () => {
    const all = Array.from({ length: 12 }, (_, at) => `web ${at}`);
    await start('console 1', 'console');
    for (const [at, token] of all.entries()) await start(token, 'web', at);
    for (const [at, token] of all.entries()) {
      expect(await found('web', token, 20), token).toEqual(at < 2 ? [null, null] : [maya, maya]);
    }
    expect(await found('console', 'console 1', 20)).toEqual([maya, maya]);
  });

  it('a token of one kind is none of the other', async () => {
    await start('web 1', 'web');
    expect(await found('console', 'web 1')).toEqual([null, null]);
  });

  it('a logout, and time, end it for both services', async () => {
    await start('logged out', 'console');
    const [db] = services;
    if (db) await endSession(db, fence, 'logged out');
    expect(await found('console', 'logged out')).toEqual([null, null]);
    await start('expired', 'console');
    expect(await found('console', 'expired', twelveHours - 1)).toEqual([maya, maya]);
    expect(await found('console', 'expired', twelveHours)).toEqual([null, null]);
  });
});
