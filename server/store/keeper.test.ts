import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoDirectory } from '../demo/directory';
import { demoAssistants, demoManagers } from '../demo/world';
import { until } from '../testing/until';
import { keepStore } from './keeper';
import { loadCompany } from './loadCompany';
import { openStore } from './open';
import { seedDemo } from './seed';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('waits for a store that is not there yet', async () => {
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
});

it('is migrated and filled exactly once when two services start on an empty file', async () => {
  const file = path.join(folder, 'store.db');
  const stores = await Promise.all([openStore(file), openStore(file)]);
  const seeded = await Promise.all(stores.map((db) => seedDemo(db, demoDirectory)));
  expect(seeded.toSorted()).toEqual([false, true]);
  for (const db of stores) {
    const company = await loadCompany(db, 1);
    expect([company.assistants.size, company.managers.size]).toEqual([demoAssistants.length, demoManagers.length]);
    await db.destroy();
  }
});
