/** Two leases on one store, each with its own connection, as two services have. */
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { savePresence } from '../store/presence';
import { openStore, type Db } from '../store/open';
import type { Fence } from '../store/fence';
import { UserId } from '../../shared/ids';
import { stores, type TestStore } from '../testing/stores';
import { until } from '../testing/until';
import { instanceId, type PeerState } from './decide';
import { startLease, type Lease } from './lease';

describe.each(stores)('on $kind', (kind) => {
  let store: TestStore;
  const open: { db: Db; lease: Lease }[] = [];

  beforeEach(async () => {
    store = await kind.create('demo');
  });
  afterEach(async () => {
    for (const { db, lease } of open.splice(0)) {
      lease.abandon();
      await lease.look();
      await db.destroy();
    }
    await store.destroy();
  });

  async function contender(
    name: string,
    leaseMs: number,
    peer: () => PeerState = () => 'alive',
    hesitateMs = 0,
    peerAt = () => performance.now(),
    hasStore = () => true,
  ) {
    const db = await openStore(store.url, 'service');
    const told: string[] = [];
    const lease = startLease({
      db: () => (hasStore() ? db : null),
      pool: 1,
      me: instanceId(name, String(open.length)),
      leaseMs,
      tickMs: 10,
      hesitateMs,
      peer: () => ({ state: peer(), at: peerAt() }),
      log: pino({ level: 'silent' }),
      onGained: ({ epoch }) => told.push(`gained ${epoch}`),
      onLost: () => told.push('lost'),
    });
    open.push({ db, lease });
    return { db, lease, told };
  }

  const gained = (one: { lease: Lease }) => until(() => one.lease.fence() ?? undefined, 'the lease');

  it('has one holder; the other gets it when it is given back', async () => {
    const first = await contender('primary', 60_000);
    const { epoch } = await gained(first);
    const second = await contender('backup', 60_000);
    await second.lease.look();
    expect(second.lease.fence()).toBeNull();
    await first.lease.release();
    expect((await gained(second)).epoch).toBeGreaterThan(epoch);
  });

  it('is not taken when the store was away from both: who could not renew is not gone', async () => {
    let away = false;
    const first = await contender(
      'primary',
      300,
      () => 'alive',
      0,
      undefined,
      () => !away,
    );
    await gained(first);
    let backFirst = false;
    const second = await contender(
      'backup',
      300,
      () => 'alive',
      0,
      undefined,
      () => !away || backFirst,
    );
    await second.lease.look();
    away = true;
    const since = performance.now();
    await until(() => (performance.now() - since > 400 ? true : undefined), 'the lease time to pass');
    backFirst = true;
    await second.lease.look();
    expect(second.lease.fence()).toBeNull();
    away = false;
    await first.lease.look();
    await second.lease.look();
    expect(first.told).toHaveLength(1);
    expect(second.told).toEqual([]);
  });

  it('passes on from a holder that stops renewing, who steps down when it wakes up and can no longer write', async () => {
    const first = await contender('primary', 60_000);
    const stale: Fence = await gained(first);
    let peer: PeerState = 'alive';
    const second = await contender('backup', 60_000, () => peer);
    await second.lease.look();
    peer = 'gone';
    await second.lease.look();
    expect((await gained(second)).epoch).toBeGreaterThan(stale.epoch);
    const written = await savePresence(first.db, stale, UserId.parse('nobody'), 'online', 0);
    expect(written).toEqual({ ok: false, error: 'leaseLost' });
    await first.lease.look();
    expect(first.lease.fence()).toBeNull();
    expect(first.told).toEqual([`gained ${stale.epoch}`, 'lost']);
  });

  it('goes once to a service that was started anew elsewhere; the frozen one of that name wakes up and leaves it there', async () => {
    const frozen = await contender('primary', 60_000);
    await gained(frozen);
    const anew = await contender('primary', 60_000);
    const { epoch } = await gained(anew);
    await until(() => (frozen.lease.fence() === null ? true : undefined), 'the first to step down');
    for (let looks = 0; looks < 5; looks += 1) {
      await anew.lease.look();
      await frozen.lease.look();
    }
    expect(frozen.told.at(-1)).toBe('lost');
    expect(anew.told).toEqual([`gained ${epoch}`]);
  });

  it('is taken without any news of the peer once it has not been renewed for the lease time', async () => {
    const first = await contender('primary', 60_000);
    await gained(first);
    first.lease.abandon();
    const second = await contender('backup', 100, () => 'unknown');
    await gained(second);
  });

  it('ends its hesitation once it has seen the other renew', async () => {
    const first = await contender('primary', 60_000);
    await gained(first);
    let peer: PeerState = 'alive';
    const second = await contender('backup', 60_000, () => peer, 3_600_000);
    await second.lease.look();
    await first.lease.look();
    await second.lease.look();
    peer = 'gone';
    await second.lease.look();
    await gained(second);
  });

  it('is not taken from a peer that was found gone before it had the lease', async () => {
    let foundGoneAt = performance.now();
    const second = await contender(
      'backup',
      60_000,
      () => 'gone',
      3_600_000,
      () => foundGoneAt,
    );
    const first = await contender('primary', 60_000);
    await gained(first);
    await second.lease.look();
    await first.lease.look();
    await second.lease.look();
    expect(second.lease.fence()).toBeNull();
    foundGoneAt = performance.now();
    await second.lease.look();
    await gained(second);
  });

  it('steps down when it is fenced though its own store says otherwise, until the peer is gone', async () => {
    let peer: PeerState = 'alive';
    const one = await contender('primary', 60_000, () => peer);
    const fence = await gained(one);
    await one.lease.fenced({ ...fence });
    expect(one.lease.fence()).toBe(fence);
    await one.lease.fenced(fence);
    await one.lease.look();
    expect(one.told).toEqual([`gained ${fence.epoch}`, 'lost']);
    peer = 'gone';
    await one.lease.look();
    expect((await gained(one)).epoch).toBeGreaterThan(fence.epoch);
  });
});
