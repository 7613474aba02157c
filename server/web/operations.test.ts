import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { alarmCatalog, alarmNames } from '../alarms/catalog';
import { Pair } from '../testing/pair';
import { admin } from '../testing/adminRun';
import { until } from '../testing/until';
import { createHttp } from './http';
import { isHealthy, isReady, type Health } from './health';
import { uncounted } from './metrics';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

describe('a running pair', () => {
  let pair: Pair;
  beforeEach(async () => {
    pair = await Pair.open();
    await pair.startBoth();
  });
  afterEach(() => pair.close());

  const get = (name: 'primary' | 'backup', path: string) => fetch(`http://127.0.0.1:${pair.service(name).port}${path}`);

  it('says how it is', async () => {
    const response = await get('primary', '/healthz');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      service: 'primary',
      pool: 1,
      role: 'active',
      switch: 'up',
      routing: 'up',
      store: 'up',
      consoles: 0,
      alarms: [],
      recentAlarms: [{ name: 'BecameActive' }, { name: 'ServiceStarted' }],
    });
    expect((await get('primary', '/readyz')).status).toBe(200);
    expect((await get('backup', '/healthz')).status).toBe(200);
    expect((await get('backup', '/readyz')).status).toBe(503);
    const shown = await admin(
      pair.database,
      'alarms',
      'show',
      '--url',
      `http://127.0.0.1:${pair.service('primary').port}`,
    );
    expect(shown).toMatchObject({ code: 0 });
    expect(shown.out).toContain('BecameActive');
  });

  it('says so when a line is configured that the switch does not have', async () => {
    const standing = async () =>
      ((await (await get('primary', '/healthz')).json()) as Health).alarms.map(({ name }) => name);
    const sam = ['--first-name', 'Sam', '--last-name', 'Ito', '--role', 'assistant', '--phone', 'phone-2055'];
    expect(await admin(pair.database, 'users', 'add', 'sam', ...sam, '--dn', '2055')).toMatchObject({ code: 0 });
    await until(async () => (await standing()).includes('LinesNotAtSwitch') || undefined, 'the alarm');
    expect(await admin(pair.database, 'users', 'remove', 'sam')).toMatchObject({ code: 0 });
    await until(async () => (await standing()).length === 0 || undefined, 'the end of the alarm');
  });

  it('counts what it does, and names nobody', async () => {
    const maya = await pair.loggedIn('primary', 'maya');
    const callId = pair.dial('1001', '60003');
    const { connectionId } = await maya.call((call) => call.callId === callId);
    await maya.command({ type: 'answer', connectionId });
    maya.send({ type: 'search', id: 1, query: 'Kowalska' });
    await maya.next('found');
    const stranger = pair.console('primary');
    await stranger.hello();
    stranger.send({ type: 'login', userId: 'maya', password: 'wrong', device: null });
    await stranger.next('error');

    const text = await (await get('primary', '/metrics')).text();
    for (const line of [
      'ipma_active 1',
      'ipma_consoles 1',
      'ipma_logins_total{kind="password",outcome="done"} 1',
      'ipma_logins_total{kind="password",outcome="wrongPassword"} 1',
      'ipma_commands_total{type="answer",outcome="done"} 1',
      'ipma_commands_waiting 0',
      'ipma_calls_routed_total{row="5",destination="assistant",outcome="accepted"} 1',
      'ipma_route_decision_seconds_count 1',
      'ipma_directory_search_seconds_count 1',
      'ipma_takeovers_total 1',
      'ipma_alarm_standing{alarm="StoreDown",severity="critical"} 0',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).toContain('ipma_process_cpu_seconds_total');
    expect(text).not.toMatch(/maya|ahaddad|60003|1001/);
    expect(await (await get('backup', '/metrics')).text()).toContain('ipma_active 0');
  });

  it('writes the record of a call that ended just before the active service was killed', async () => {
    const maya = await pair.loggedIn('primary', 'maya');
    const callId = pair.dial('1001', '60003');
    const { connectionId } = await maya.call((call) => call.callId === callId);
    await maya.command({ type: 'answer', connectionId });
    await maya.call((call) => call.state === 'connected');
    await maya.command({ type: 'hangUp', connectionId });
    await pair.stop('primary', 'abrupt');
    await pair.active('backup');
    const statistics = async () => {
      const { out } = await admin(pair.database, 'statistics', '--by', 'assistant', '--format', 'json');
      return JSON.parse(out) as unknown[];
    };
    let found: unknown[] = [];
    const timer = setInterval(() => void statistics().then((now) => (found = now)), 50);
    await until(() => (found.length > 0 ? true : undefined), 'the record').finally(() => clearInterval(timer));
    expect(await statistics()).toMatchObject([{ userId: 'maya', offered: 1, answered: 1 }]);
  });
});

const well: Health = {
  service: 'primary',
  version: '1',
  pool: 1,
  uptimeSeconds: 1,
  role: 'active',
  epoch: 1,
  switch: 'up',
  routing: 'up',
  store: 'up',
  consoles: 0,
  alarms: [],
  recentAlarms: [],
};

it.each([
  [{}, true, true],
  [{ role: 'standby', routing: 'down' }, true, false],
  [{ switch: 'down', routing: 'down' }, true, false],
  [{ store: 'down' }, true, true],
  [{ store: 'down', switch: 'down', routing: 'down' }, false, false],
] as const)('a service with %j: healthy %s, ready %s', async (change, healthy, ready) => {
  const now = { ...well, ...change };
  expect([isHealthy(now), isReady(now)]).toEqual([healthy, ready]);
  const app = createHttp({ health: () => now, metrics: uncounted(), metricsOpen: false });
  expect((await app.inject('/healthz')).statusCode).toBe(healthy ? 200 : 503);
  expect((await app.inject('/readyz')).statusCode).toBe(ready ? 200 : 503);
  await app.close();
});

it.each([
  ['127.0.0.1', false, 200],
  ['::1', false, 200],
  ['::ffff:127.0.0.1', false, 200],
  ['10.0.0.7', false, 403],
  ['10.0.0.7', true, 200],
])('metrics asked from %s, open: %s, answers %d', async (remoteAddress, metricsOpen, status) => {
  const app = createHttp({ health: () => well, metrics: uncounted(), metricsOpen });
  const headers = { 'x-forwarded-for': '127.0.0.1' };
  expect((await app.inject({ url: '/metrics', remoteAddress, headers })).statusCode).toBe(status);
  await app.close();
});

it('without TLS there is no certificate to count the days of: a 0 would be taken for its end', async () => {
  expect(await uncounted().text()).not.toMatch(/^ipma_certificate_left_seconds\b/m);
});

it('the operations page names every metric and every alarm', async () => {
  const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const text = await uncounted().text();
  const own = text.match(/^# TYPE (ipma_(?!process_|nodejs_)\w+)/gm) ?? [];
  expect(own.length).toBeGreaterThan(15);
  for (const line of own) expect(page).toContain(`\`${line.replace('# TYPE ', '')}\``);
  for (const name of alarmNames) {
    const { severity, endsAs } = alarmCatalog[name];
    expect(page).toMatch(new RegExp(`\\| \`${name}\` +\\| ${severity} `));
    if (endsAs !== null) expect(page).toContain(`\`${endsAs}\``);
  }
});
