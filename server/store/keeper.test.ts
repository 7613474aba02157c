import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoDirectory } from '../demo/directory';
import { demoAssistants, demoManagers } from '../demo/world';
import { stores, type TestStore } from '../testing/stores';
import { until } from '../testing/until';
import { keepStore } from './keeper';
import { loadCompany } from './loadCompany';
import { openStore } from './open';
import { seedDemo } from './seed';

it('waits for a store that is not there yet', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'store-'));
  const attempts: string[] = [];
  const place = path.join(folder, 'later');
  const log = pino({ level: 'error' }, { write: (line: string) => void attempts.push(line) });
  const keeper = keepStore(path.join(place, 'store.db'), {
    log,
    retryMs: 5,
    prepare: () => Promise.resolve(),
    onOpen: () => undefined,
  });
  await until(() => attempts[0], 'the first complaint');
  expect(keeper.db()).toBeNull();
  await mkdir(place);
  await until(() => keeper.db() ?? undefined, 'the store');
  expect(attempts).toHaveLength(1);
  await keeper.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(stores)('on $kind', ({ create }) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await create();
  });
  afterEach(() => store.destroy());

  it('is migrated and filled exactly once when two services start on an empty store', async () => {
    const opened = await Promise.all([openStore(store.url), openStore(store.url, 'service')]);
    const seeded = await Promise.all(opened.map((db) => seedDemo(db, demoDirectory)));
    expect(seeded.toSorted()).toEqual([false, true]);
    for (const db of opened) {
      const company = await loadCompany(db, 1);
      expect([company.assistants.size, company.managers.size]).toEqual([demoAssistants.length, demoManagers.length]);
      await db.destroy();
    }
  });
});
