/** Two services on one PostgreSQL, as on two machines: real processes, a real database, real faults. No browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { ServicePair, World } from '../build/scripts/world';
import { startWorld } from '../build/scripts/world';
import { demoPassword } from '../server/demo/world';
import { openStore } from '../server/store/open';
import { startPostgres, type TestPostgres } from '../server/testing/postgres';
import { TestConsole } from '../server/testing/testConsole';
import { CommandId, Dn, UserId } from '../shared/ids';
import { switchDriver, type SwitchDriver } from './fixtures/switchDriver';
import { kill } from './fixtures/test';

const grace = '+442079460118';
const anna = UserId.parse('akowalska');
/** Anna's proxy line at Maya's phone. */
const annaAtMaya = '39001';

interface Fixtures {
  leaseMs: number;
  postgres: TestPostgres;
  world: World;
  pbx: SwitchDriver;
  maya: TestConsole;
}

const test = base.extend<Fixtures>({
  leaseMs: [1_500, { option: true }],

  postgres: async ({}, use) => {
    const postgres = await startPostgres();
    await use(postgres);
    await postgres.destroy();
  },

  world: async ({ postgres, leaseMs }, use) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'assistant-console-postgres-'));
    const world = await startWorld({
      dataDir,
      databaseUrl: postgres.url('postgres'),
      ports: { switch: 0, primary: 0, backup: 0 },
      callsPerMinute: 0,
      serviceFlags: ['--lease-ms', String(leaseMs)],
    });
    await expectHealth(world, 'primary', { role: 'active', routing: 'up', store: 'up' });
    await expectHealth(world, 'backup', { role: 'standby', store: 'up' });
    await use(world);
    await world.stop();
    rmSync(dataDir, { recursive: true, force: true });
  },

  pbx: async ({ world }, use) => use(switchDriver(world.ports.switch)),

  maya: async ({ world }, use) => {
    const maya = new TestConsole(world.ports.primary);
    await maya.login('maya', demoPassword);
    await use(maya);
    maya.socket.terminate();
  },
});

async function health(world: World, name: ServicePair): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${world.ports[name]}/healthz`);
  return response.json();
}

function expectHealth(world: World, name: ServicePair, wanted: Record<string, unknown>): Promise<void> {
  return expect
    .poll(() => health(world, name), { message: `${name} to be well`, intervals: [20] })
    .toMatchObject(wanted);
}

/** Measured, never asserted: machines are noisy (quality.md). */
function note(what: string, since: number): void {
  const description = `${Math.round(performance.now() - since)} ms`;
  test.info().annotations.push({ type: what, description });
  console.log(`${what}: ${description}`);
}

test.describe('a killed active service', () => {
  // So long that it cannot be the lease running out.
  test.use({ leaseMs: 60_000 });

  test('is replaced at once; its session goes on without a password, calls are routed', async ({
    world,
    pbx,
    maya,
  }) => {
    const since = performance.now();
    await kill(world, 'primary');
    await expectHealth(world, 'backup', { role: 'active', routing: 'up' });
    note('takeover after kill -9', since);
    const again = new TestConsole(world.ports.backup);
    expect(await again.resume(maya.token, maya.position)).toMatchObject({ userId: 'maya' });
    await pbx.press(grace, 'dial', '60001');
    await pbx.expectAt(annaAtMaya, 'alerting');
    again.socket.terminate();
  });
});

test('a frozen active service is replaced; awake again it can neither write nor move a call, and steps down', async ({
  world,
  pbx,
  maya,
  postgres,
}) => {
  const frozen = world.service('primary').child;
  const [own] = maya.state?.lines ?? [];
  if (!own) throw new Error('maya has no line');
  frozen.kill('SIGSTOP');
  const since = performance.now();
  // What it will find when it wakes up and still believes that it is the active one.
  const stale = { expiresInMs: 60_000 };
  maya.send({
    type: 'command',
    ...stale,
    id: CommandId.parse('stale-setting'),
    command: { type: 'setFeature', managerId: anna, feature: 'divertAll', on: true },
  });
  maya.send({
    type: 'command',
    ...stale,
    id: CommandId.parse('stale-call'),
    command: { type: 'makeCall', lineId: own.lineId, to: Dn.parse('1005') },
  });
  await expectHealth(world, 'backup', { role: 'active', routing: 'up' });
  note('takeover after SIGSTOP, lease 1500 ms', since);
  const again = new TestConsole(world.ports.backup);
  await again.resume(maya.token, null);

  frozen.kill('SIGCONT');
  await expectHealth(world, 'primary', { role: 'standby' });
  await maya.closed();
  expect(maya.received.filter((frame) => frame.type === 'result' && frame.result.status === 'done')).toEqual([]);
  await pbx.expectIdle(own.dn);
  const db = await openStore(postgres.url('postgres'));
  expect(await db.selectFrom('change_log').selectAll().execute()).toEqual([]);
  await db.destroy();

  expect(await again.command({ type: 'setFeature', managerId: anna, feature: 'divertAll', on: true })).toEqual({
    status: 'done',
  });
  await expectHealth(world, 'backup', { role: 'active' });
  again.socket.terminate();
});

test('the database is stopped in the middle of writes and comes back: calls go on, what was confirmed is there', async ({
  world,
  pbx,
  maya,
  postgres,
}) => {
  const confirmed: number[] = [];
  const write = async (turn: number) => {
    const patterns = [String(7_000 + turn)];
    const { status } = await maya.command({ type: 'setPatterns', managerId: anna, mode: 'exclusive', patterns });
    if (status === 'done') confirmed.push(7_000 + turn);
    return status;
  };
  let turn = 0;
  const down = new AbortController();
  const writing = (async () => {
    while (!down.signal.aborted) await write(turn++);
  })();
  await expect.poll(() => confirmed.length).toBeGreaterThan(5);
  await postgres.stop();
  down.abort();
  await writing;
  await expectHealth(world, 'primary', { role: 'active', store: 'down', routing: 'up' });
  expect(await write(turn++)).not.toBe('done');
  await pbx.press(grace, 'dial', '60001');
  await pbx.expectAt(annaAtMaya, 'alerting');

  await postgres.start();
  await expectHealth(world, 'primary', { role: 'active', store: 'up' });
  await expectHealth(world, 'backup', { role: 'standby', store: 'up' });
  expect(await write(turn++)).toBe('done');
  const db = await openStore(postgres.url('postgres'));
  const log = await db
    .selectFrom('change_log')
    .select('new_value')
    .where('parameter', '=', 'exclusivePatterns')
    .execute();
  await db.destroy();
  expect(log.map((row) => Number(row.new_value))).toEqual(expect.arrayContaining(confirmed));
  expect(world.service('primary').child.exitCode).toBeNull();
});
