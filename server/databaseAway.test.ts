/** A PostgreSQL that is not there yet, and one whose line goes dead without a word: calls go on, and everything is found again. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pair } from './testing/pair';
import { postgres } from './testing/stores';
import { TcpProxy } from './testing/tcpProxy';
import type { TestConsole } from './testing/testConsole';
import { until } from './testing/until';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let pair: Pair;
let proxy: TcpProxy;
const names = ['primary', 'backup'] as const;

beforeEach(async () => {
  pair = await Pair.open(postgres);
  proxy = await TcpProxy.open(target());
});
afterEach(async () => {
  // Before the services: a dead line would keep them waiting for their last words.
  await proxy.close();
  await pair.close();
});

function target() {
  const { hostname, port } = new URL(pair.database);
  return { host: hostname, port: Number(port) };
}

/** The database, by way of the proxy. */
function through(port: number): string {
  const url = new URL(pair.database);
  url.port = String(port);
  return url.href;
}

const health = (name: (typeof names)[number]) => pair.service(name).health();
const storesAre = (wanted: 'up' | 'down') =>
  until(() => (names.every((name) => health(name).store === wanted) ? true : undefined), `both stores to be ${wanted}`);
const activeOnes = () => names.filter((name) => health(name).role === 'active');

/** A caller rings the manager whose filter is on: at the assistant's. */
async function ringsAt(maya: TestConsole, caller: string) {
  const callId = pair.dial(caller, '60003');
  return maya.call((call) => call.callId === callId && call.state === 'alerting');
}

it('services that start before their database wait for it, and work once it is there', async () => {
  const { port } = proxy;
  await proxy.close();
  const database = through(port);
  for (const name of names) await pair.start(name, { database });
  expect(names.map((name) => [health(name).role, health(name).store])).toEqual([
    ['standby', 'down'],
    ['standby', 'down'],
  ]);
  proxy = await TcpProxy.open(target(), port);
  await storesAre('up');
  const active = await until(() => activeOnes()[0], 'one to be active');
  await pair.active(active);
  expect(activeOnes()).toHaveLength(1);
  const maya = await pair.loggedIn(active, 'maya');
  expect(await ringsAt(maya, '1001')).toMatchObject({ managerId: 'ahaddad' });
});

it('a line that goes dead without a word: the active service routes on, the other stays standby, both come back', async () => {
  await pair.startBoth({ database: through(proxy.port), leaseMs: 500 });
  const maya = await pair.loggedIn('primary', 'maya');
  const talking = await ringsAt(maya, '1001');
  expect(await maya.command({ type: 'answer', connectionId: talking.connectionId })).toEqual({ status: 'done' });

  proxy.swallow();
  await storesAre('down');
  const { callId, connectionId } = await ringsAt(maya, '1002');
  expect(await maya.command({ type: 'answer', connectionId })).toEqual({ status: 'done' });
  expect(activeOnes()).toEqual(['primary']);
  expect(health('primary').routing).toBe('up');

  proxy.heal();
  await storesAre('up');
  // Either may have it now: whoever found the database first.
  const active = await until(() => (activeOnes().length === 1 ? activeOnes()[0] : undefined), 'one to be active');
  await pair.active(active);
  expect(pair.parties(callId)).toEqual(expect.arrayContaining(['1002 connected']));
  expect(pair.parties(talking.callId)).not.toEqual([]);
  const tom = await pair.loggedIn(active, 'tom');
  expect(await tom.command({ type: 'setOnline', online: true })).toEqual({ status: 'done' });
});
