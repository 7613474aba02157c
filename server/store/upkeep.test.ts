import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandId, UserId } from '../../shared/ids';
import { stores, type TestStore } from '../testing/stores';
import { beginCommand, findCommand, forgetCommands } from './commands';
import type { Fence } from './fence';
import { readLease, takeLease } from './leaseRow';
import { openStore, type Db } from './open';
import { savePresence } from './presence';
import { findSession, prolongSessions, startSession } from './sessions';
import { startUpkeep } from './upkeep';

const hour = 60 * 60 * 1_000;
const maya = UserId.parse('maya');
const tom = UserId.parse('tom');
const ines = UserId.parse('ines');

describe.each(stores)('on $kind', (kind) => {
  let store: TestStore;
  let db: Db;
  let fence: Fence;

  beforeEach(async () => {
    store = await kind.create('demo');
    db = await openStore(store.url);
    const epoch = await takeLease(db, 1, await readLease(db, 1), 'primary#1', 0);
    fence = { pool: 1, holder: 'primary#1', epoch: epoch ?? 0 };
  });
  afterEach(async () => {
    await db.destroy();
    await store.destroy();
  });

  it('keeps the session of a console that stays open alive, online or offline by choice, and no other', async () => {
    await startSession(db, fence, { tokenHash: 'of maya', userId: maya, kind: 'console', createdAt: 0 });
    await startSession(db, fence, { tokenHash: 'of tom', userId: tom, kind: 'console', createdAt: 0 });
    await startSession(db, fence, { tokenHash: 'of ines', userId: ines, kind: 'console', createdAt: 0 });
    await savePresence(db, fence, maya, 'online', 0);
    await savePresence(db, fence, ines, 'away', 0);
    await prolongSessions(db, fence, 11 * hour);
    expect(await findSession(db, 'console', 'of maya', 13 * hour)).toBe(maya);
    expect(await findSession(db, 'console', 'of ines', 13 * hour)).toBe(ines);
    expect(await findSession(db, 'console', 'of tom', 13 * hour)).toBeNull();
    await prolongSessions(db, fence, 24 * hour);
    expect(await findSession(db, 'console', 'of maya', 24 * hour)).toBeNull();
  });

  it('forgets command keys after a day', async () => {
    const [old, recent] = [CommandId.parse('old'), CommandId.parse('recent')];
    await beginCommand(db, fence, maya, old, 0);
    await beginCommand(db, fence, maya, recent, 2 * hour);
    expect(await forgetCommands(db, fence, 25 * hour)).toEqual({ ok: true, value: 1 });
    expect(await findCommand(db, maya, old)).toEqual({ state: 'new' });
    expect(await findCommand(db, maya, recent)).toEqual({ state: 'begun' });
  });

  it('begins at once', async () => {
    const id = CommandId.parse('old');
    await beginCommand(db, fence, maya, id, 0);
    const stop = startUpkeep(db, fence, pino({ level: 'silent' }));
    await vi.waitFor(async () => expect(await findCommand(db, maya, id)).toEqual({ state: 'new' }), { timeout: 8_000 });
    stop();
  });
});
