/** A write interrupted by a kill loses nothing that was confirmed, and leaves nothing half done: a real process, killed at any moment. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandId, UserId } from '../../shared/ids';
import { stores, type TestStore } from '../testing/stores';
import { findCommand } from './commands';
import { openStore, type Db } from './open';

vi.setConfig({ testTimeout: 120_000 });

const writer = fileURLToPath(new URL('../testing/writer.ts', import.meta.url));

/** Runs the writer until it has confirmed `enough` writes, and kills it whatever it does then. Returns all it had confirmed. */
async function writeAndDie(place: string, round: number, enough: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, place, String(round)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, complaint] = ['', ''];
  // A part of a line was not confirmed.
  const confirmed = () => said.split('\n').slice(0, -1);
  child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
  child.stdout.on('data', (data: Buffer) => {
    said += data.toString();
    if (confirmed().length >= enough) child.kill('SIGKILL');
  });
  await once(child, 'close');
  if (confirmed().length < enough) throw new Error(`the writer ended by itself: ${complaint}`);
  return confirmed();
}

async function expectAllThere(db: Db, confirmed: readonly string[]): Promise<void> {
  const log = await db.selectFrom('change_log').select('new_value').execute();
  const logged = new Set(log.map((row) => row.new_value));
  for (const mark of confirmed) {
    expect(logged).toContain(`${mark} ${mark}1 ${mark}2`);
    expect(await findCommand(db, UserId.parse('maya'), CommandId.parse(mark))).toEqual({
      state: 'done',
      result: { status: 'done' },
    });
  }
}

/** The list is one that was written whole, and the last that was logged. */
async function expectWhole(db: Db): Promise<void> {
  const patterns = await db
    .selectFrom('patterns')
    .select('pattern')
    .where('manager_id', '=', 'akowalska')
    .where('mode', '=', 'exclusive')
    .orderBy('position')
    .execute();
  const last = await db.selectFrom('change_log').select('new_value').orderBy('id', 'desc').executeTakeFirstOrThrow();
  expect(patterns.map((row) => row.pattern).join(' ')).toBe(last.new_value);
}

describe.each(stores)('on $kind', ({ create }) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await create('demo');
  });
  afterEach(() => store.destroy());

  it('has everything that was confirmed, whole, after each kill', async () => {
    const confirmed: string[] = [];
    for (const round of [1, 2, 3]) {
      confirmed.push(...(await writeAndDie(store.url, round, 5 + Math.floor(Math.random() * 40))));
      const db = await openStore(store.url);
      try {
        await expectAllThere(db, confirmed);
        await expectWhole(db);
      } finally {
        await db.destroy();
      }
    }
  });
});
