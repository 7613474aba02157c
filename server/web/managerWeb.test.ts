/** The manager's page as an attacker, another site and another program see it: raw requests against a real pair. */
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { UserId } from '../../shared/ids';
import { demoPassword } from '../demo/world';
import { Pair } from '../testing/pair';
import { until } from '../testing/until';
import { ManagerPage } from './managerProtocol';

vi.setConfig({ testTimeout: 20_000 });

let pair: Pair;
beforeAll(async () => {
  pair = await Pair.open();
  await pair.startBoth();
}, 30_000);
afterAll(() => pair.close());

type Headers = Readonly<Record<string, string>>;
interface Answer {
  readonly status: number;
  readonly cookies: readonly string[];
  readonly headers: Readonly<Record<string, unknown>>;
  readonly json: unknown;
}

const port = (name: 'primary' | 'backup' = 'primary') => pair.service(name).port;
const origin = () => `http://127.0.0.1:${port()}`;

/** Not `fetch`, which sets Host and Origin itself. */
function ask(method: 'GET' | 'POST', path: string, headers: Headers = {}, body = '', at = port()): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(
      { host: '127.0.0.1', port: at, method, path: `/manager/api/${path}`, headers },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('end', () => {
          const json: unknown = JSON.parse(Buffer.concat(parts).toString() || 'null');
          resolve({
            status: reply.statusCode ?? 0,
            cookies: reply.headers['set-cookie'] ?? [],
            headers: reply.headers,
            json,
          });
        });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

const post = (path: string, body: unknown, headers: Headers = {}) =>
  ask('POST', path, { 'content-type': 'application/json', origin: origin(), ...headers }, JSON.stringify(body));

async function logIn(userId: string): Promise<Headers> {
  const answer = await post('login', { userId, password: demoPassword });
  expect(answer.status).toBe(200);
  return { cookie: answer.cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ') };
}

async function stateOf(cookie: Headers): Promise<ManagerPage> {
  return ManagerPage.parse((await ask('GET', 'state', cookie)).json);
}

it('sets cookies that scripts cannot read and other sites cannot send, Secure behind TLS', async () => {
  const plain = await post('login', { userId: 'gsilva', password: demoPassword });
  expect(plain.cookies).toHaveLength(2);
  for (const cookie of plain.cookies) expect(cookie).toMatch(/Path=\/manager\/; HttpOnly; SameSite=Strict/);
  expect(plain.cookies.join()).not.toContain('Secure');
  const host = `127.0.0.1:${port()}`;
  const headers = { 'x-forwarded-proto': 'https', origin: `https://${host}` };
  const tls = await post('login', { userId: 'gsilva', password: demoPassword }, headers);
  expect(tls.cookies.every((cookie) => cookie.endsWith('; Secure'))).toBe(true);
  expect(tls.headers['cache-control']).toBe('no-store');
  expect(tls.headers['content-security-policy']).toMatch(/^default-src 'none';/);
});

it.each([
  ['another site', { origin: 'http://evil.example' }],
  ['no origin', {}],
  ['an opaque origin', { origin: 'null' }],
  ['a name that was bound to loopback', { host: 'evil.example', origin: 'http://evil.example' }],
])('%s may not ask', async (_what, headers) => {
  const cookie = await logIn('hmueller');
  const change = { type: 'setFeature', feature: 'divertAll', on: true, was: false };
  const asked = { 'content-type': 'application/json', ...cookie, ...headers };
  expect((await ask('POST', 'change', asked, JSON.stringify(change))).status).toBe(403);
  expect((await stateOf(cookie)).manager.divertAll).toBe(false);
});

it.each([{ origin: 'http://evil.example' }, {}, { host: 'evil.example', origin: 'http://evil.example' }])(
  'the stream of changes is not for %j',
  async (headers: Headers) => {
    const cookie = await logIn('hmueller');
    const socket = new WebSocket(`ws://127.0.0.1:${port()}/manager/api/events`, { headers: { ...cookie, ...headers } });
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (request, response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      socket.on('open', () => resolve('open'));
      socket.on('error', () => undefined);
    });
    expect(status).toBe(403);
  },
);

it('needs a session, and one of its own kind', async () => {
  const console = await pair.loggedIn('primary', 'ines');
  for (const cookie of ['', 'ipma_session=forged', `ipma_session=${console.token}`]) {
    expect((await ask('GET', 'state', { cookie })).status).toBe(401);
  }
  const page = await logIn('ebianchi');
  const token = /ipma_session=([^;]+)/.exec(page['cookie'] ?? '')?.[1] ?? '';
  const other = pair.console('primary');
  await other.hello();
  other.send({ type: 'resume', token, position: null });
  expect((await other.next('error')).error.code).toBe('tokenInvalid');
});

it('a logout ends the session on both services', async () => {
  const cookie = await logIn('ebianchi');
  expect((await post('logout', {}, cookie)).status).toBe(200);
  expect((await ask('GET', 'state', cookie)).status).toBe(401);
});

it.each([
  ['not JSON', '{'],
  ['another type', '{"type":"reboot"}'],
  ['another manager named', '{"type":"setFeature","managerId":"ahaddad","feature":"nothing","on":true,"was":false}'],
  ['too much', JSON.stringify({ pad: 'x'.repeat(40_000) })],
])('refuses a body that is %s and goes on', async (_what, body) => {
  const cookie = await logIn('fsadeghi');
  const headers = { 'content-type': 'application/json', origin: origin(), ...cookie };
  const answer = await ask('POST', 'change', headers, body);
  expect(answer.status).toBe(400);
  expect((await stateOf(cookie)).manager.managerId).toBe('fsadeghi');
});

it('changes the logged-in manager only, whoever the request names', async () => {
  const cookie = await logIn('fsadeghi');
  const change = { type: 'setFeature', managerId: 'dokafor', feature: 'divertAll', on: true, was: false };
  expect((await post('change', change, cookie)).status).toBe(200);
  expect((await stateOf(cookie)).manager.divertAll).toBe(true);
  expect((await stateOf(await logIn('dokafor'))).manager.divertAll).toBe(false);
});

it('never overwrites unseen what somebody else has changed, and writes every change into the log', async () => {
  const cookie = await logIn('jtanaka');
  const list = (patterns: string[], was: string[]) =>
    post('change', { type: 'setPatterns', mode: 'inclusive', patterns, was }, cookie);
  expect((await list(['1*'], [])).status).toBe(200);
  // Two at once from the same state: one wins, the other is told.
  const both = await Promise.all([list(['1*', '2*'], ['1*']), list(['1*', '3*'], ['1*'])]);
  expect(both.map(({ status }) => status)).toEqual([200, 409]);
  expect((await stateOf(cookie)).manager.inclusive).toEqual(['1*', '2*']);
  const db = await pair.openStore();
  const log = await db.selectFrom('change_log').selectAll().where('for_user', '=', 'jtanaka').execute();
  await db.destroy();
  expect(log.map(({ by_role, by_user, new_value }) => [by_role, by_user, new_value])).toEqual([
    ['manager', 'jtanaka', '1*'],
    ['manager', 'jtanaka', '1* 2*'],
  ]);
});

it('logs that a manager changed the password, and not what it is', async () => {
  const cookie = await logIn('hmueller');
  const next = 'a quite different sentence';
  expect((await post('password', { current: demoPassword, next }, cookie)).status).toBe(200);
  const db = await pair.openStore();
  const log = await db.selectFrom('change_log').selectAll().where('for_user', '=', 'hmueller').execute();
  await db.destroy();
  expect(log).toMatchObject([{ by_user: 'hmueller', parameter: 'password', line_number: '60008' }]);
  expect(JSON.stringify(log)).not.toContain(next);
});

it('compares with what is stored, also where memory does not know of it yet', async () => {
  const cookie = await logIn('ebianchi');
  const shown = (await stateOf(cookie)).manager;
  const db = await pair.openStore();
  // As the administration program does, in the moment before the service has read it anew.
  await db
    .insertInto('patterns')
    .values({ manager_id: 'ebianchi', mode: 'exclusive', position: 0, pattern: '44*' })
    .execute();
  const change = { type: 'setPatterns', mode: 'exclusive', patterns: ['1*'], was: shown.exclusive };
  expect(await post('change', change, cookie)).toMatchObject({
    status: 409,
    json: { error: { code: 'changedElsewhere' } },
  });
  const stored = await db.selectFrom('patterns').select('pattern').where('manager_id', '=', 'ebianchi').execute();
  await db.destroy();
  expect(stored).toEqual([{ pattern: '44*' }]);
});

it('tells open pages of changes made at a console, and closes them at logout', async () => {
  const cookie = await logIn('akowalska');
  const socket = new WebSocket(`ws://127.0.0.1:${port()}/manager/api/events`, {
    headers: { ...cookie, origin: origin() },
  });
  const told: ManagerPage[] = [];
  let closed: number | undefined;
  socket.on('message', (data) => told.push(ManagerPage.parse(JSON.parse((data as Buffer).toString()))));
  socket.on('close', (code) => (closed = code));
  await until(() => told[0], 'the first state');
  const maya = await pair.loggedIn('primary', 'maya');
  await maya.command({ type: 'setFilterMode', managerId: UserId.parse('akowalska'), mode: 'exclusive' });
  await until(() => told.find(({ manager }) => manager.filterMode === 'exclusive'), 'the change');
  await post('logout', {}, cookie);
  expect(await until(() => closed, 'the close')).toBe(1008);
});

it('a standby says so and names the other service', async () => {
  const answer = await ask('GET', 'state', {}, '', port('backup'));
  expect(answer).toMatchObject({ status: 503, json: { error: { code: 'standby' }, other: `${origin()}/manager/` } });
});
