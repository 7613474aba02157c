/** *Check connection* against services that fail at each step in turn. Sockets are real; time is the test's. */
import { Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { ServerAddress } from '../../../shared/bridge';
import { protocolVersion } from '../../../shared/protocol/messages';
import { emptyState } from '../testing/scriptedService';
import type { FoundAddress } from './network';
import {
  checkerOf,
  endAll,
  failureOf,
  nowhere,
  passed,
  pong,
  scripted,
  serve,
  stepOf,
  stepsOf,
  tcpServer,
  timing,
} from './testing/bench';

afterEach(endAll);

it('goes through every step of a server in good order', async () => {
  const service = await scripted();
  const { checker } = checkerOf({ primary: service.address });
  const checked = checker.run();
  expect(await serve(await service.connection())).toBe('token-1');
  const check = await checked;
  expect(check).toMatchObject({ done: true, startedAt: 1_000_000, timing });
  expect(check.servers[0]?.url).toBe(`ws://127.0.0.1:${service.address.port}`);
  const { port } = service.address;
  expect(stepsOf(check)).toEqual([
    { step: 'dns', status: 'skipped', why: 'isAddress' },
    { step: 'tcp', status: 'ok', ms: 0, found: { of: 'tcp', address: `127.0.0.1:${port}` } },
    { step: 'tls', status: 'skipped', why: 'plain' },
    {
      step: 'greeting',
      status: 'ok',
      ms: 0,
      found: { of: 'greeting', protocol: protocolVersion, service: 'primary', role: 'active' },
    },
    { step: 'login', status: 'ok', ms: 0, found: { of: 'login', userId: 'maya' } },
    { step: 'heartbeat', status: 'ok', ms: 0, found: { of: 'heartbeat', trips: [0, 0, 0], median: 0 } },
    {
      step: 'snapshot',
      status: 'ok',
      ms: 0,
      found: expect.objectContaining({
        managers: 0,
        position: { epoch: 1, seq: 5 },
        ours: { epoch: 1, seq: 5 },
        compared: 'same',
      }) as unknown,
    },
  ]);
  expect(JSON.stringify(check)).not.toContain('token-1');
});

it('measures each round trip and takes the one in the middle', async () => {
  const service = await scripted();
  const { checker, clock } = checkerOf({ primary: service.address, look: { token: null } });
  const checked = checker.run();
  const connection = await service.connection();
  connection.say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'active' });
  for (const ms of [7, 90, 20]) {
    const { id } = await connection.next('ping');
    clock.pass(ms);
    connection.say({ type: 'pong', id });
  }
  expect(stepOf(await checked, 'heartbeat')).toMatchObject({ ms: 117, found: { trips: [7, 90, 20], median: 20 } });
});

it('leaves out what needs a session while nobody is signed in', async () => {
  const service = await scripted();
  const { checker } = checkerOf({ primary: service.address, look: { token: null, state: null, position: null } });
  const checked = checker.run();
  const connection = await service.connection();
  connection.say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'active' });
  await pong(connection);
  const check = await checked;
  expect(stepOf(check, 'login')).toEqual({ step: 'login', status: 'skipped', why: 'signedOut' });
  expect(stepOf(check, 'heartbeat')).toMatchObject({ status: 'ok' });
  expect(stepOf(check, 'snapshot')).toEqual({ step: 'snapshot', status: 'skipped', why: 'signedOut' });
});

it('shows the token to no server but those of the session', async () => {
  const service = await scripted();
  const elsewhere: ServerAddress = { host: 'old.example', port: 2912, tls: false };
  const { checker } = checkerOf({ primary: service.address, look: { servers: { primary: elsewhere, backup: null } } });
  const checked = checker.run();
  const connection = await service.connection();
  connection.say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'active' });
  await pong(connection);
  expect(stepOf(await checked, 'login')).toEqual({ step: 'login', status: 'skipped', why: 'otherServers' });
});

it('looks no further at a standby, which is no fault', async () => {
  const service = await scripted();
  const { checker } = checkerOf({ primary: service.address });
  const checked = checker.run();
  const connection = await service.connection();
  connection.say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'standby' });
  connection.cut();
  const check = await checked;
  expect(stepOf(check, 'greeting')).toMatchObject({ status: 'ok', found: { role: 'standby' } });
  for (const step of ['login', 'heartbeat', 'snapshot'] as const)
    expect(stepOf(check, step)).toEqual({ step, status: 'skipped', why: 'standby' });
});

it('dns: a name nobody knows', async () => {
  const { checker } = checkerOf({
    primary: { host: 'nobody.example', port: 2912, tls: true },
    network: {
      lookup: () =>
        Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND nobody.example'), { code: 'ENOTFOUND' })),
    },
  });
  expect(failureOf(await checker.run())).toMatchObject({
    step: 'dns',
    problem: 'nameUnknown',
    detail: 'getaddrinfo ENOTFOUND nobody.example',
  });
});

it('dns: a name server that does not answer', async () => {
  const { checker, clock, progress } = checkerOf({
    primary: { host: 'slow.example', port: 2912, tls: true },
    network: { lookup: () => new Promise(() => undefined) },
  });
  const checked = checker.run();
  await passed(5_000, clock, progress, 'dns');
  expect(failureOf(await checked)).toMatchObject({ step: 'dns', problem: 'timeout', detail: '5000 ms', ms: 5_000 });
});

it('waits no longer than the request timeout where that is shorter', async () => {
  const { checker, clock, progress } = checkerOf({
    primary: { host: 'slow.example', port: 2912, tls: true },
    network: { lookup: () => new Promise(() => undefined) },
    look: { timing: { heartbeatIntervalMs: 1_000, requestTimeoutMs: 1_500 } },
  });
  const checked = checker.run();
  await passed(1_500, clock, progress, 'dns');
  expect(failureOf(await checked)).toMatchObject({ problem: 'timeout', detail: '1500 ms' });
});

it('finds the addresses of a name and goes to one of them', async () => {
  const service = await scripted();
  const { checker } = checkerOf({
    primary: { ...service.address, host: 'ipma.example' },
    settings: { allowPlain: true },
    look: { token: null },
    network: { lookup: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]) },
  });
  const checked = checker.run();
  const connection = await service.connection();
  connection.say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'active' });
  await pong(connection);
  const check = await checked;
  expect(stepOf(check, 'dns')).toMatchObject({ status: 'ok', found: { of: 'dns', addresses: ['127.0.0.1'] } });
  expect(stepOf(check, 'tcp')).toMatchObject({ found: { address: `127.0.0.1:${service.address.port}` } });
});

it('tcp: nobody there', async () => {
  const { checker } = checkerOf({ primary: await nowhere() });
  const failure = failureOf(await checker.run());
  expect(failure).toMatchObject({ step: 'tcp', problem: 'unreachable' });
  expect(failure.detail).toContain('ECONNREFUSED');
});

it('tls: plain speech to another machine is not allowed, and nothing is said', async () => {
  const heard: Buffer[] = [];
  const address = await tcpServer((socket) => socket.on('data', (data) => heard.push(data)));
  const { checker } = checkerOf({
    primary: { ...address, host: 'ipma.example' },
    network: { lookup: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]) },
  });
  expect(failureOf(await checker.run())).toMatchObject({ step: 'tls', problem: 'plainNotAllowed' });
  expect(heard).toEqual([]);
});

it.each([
  ['closes at once', '', 'unreachable'],
  ['is another web server', 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n', 'notAService'],
  ['speaks another protocol', '220 mail.example ESMTP\r\n', 'notAService'],
])('greeting: what answers there %s', async (_what, words, problem) => {
  const address = await tcpServer((socket) => socket.once('data', () => socket.end(words)));
  const { checker } = checkerOf({ primary: address });
  expect(failureOf(await checker.run())).toMatchObject({ step: 'greeting', problem });
});

it('greeting: a service that accepts and says nothing', async () => {
  const service = await scripted();
  const { checker, clock, progress } = checkerOf({ primary: service.address });
  const checked = checker.run();
  const connection = await service.connection();
  await passed(5_000, clock, progress, 'greeting');
  expect(failureOf(await checked)).toMatchObject({ step: 'greeting', problem: 'timeout' });
  await connection.closed();
});

it.each([
  ['another version', { type: 'welcome', protocol: 99, words: 'of the future' }, 'wrongVersion'],
  ['no welcome', { type: 'pong', id: 1 }, 'notAService'],
  ['a refusal', { type: 'error', error: { code: 'tooManyRequests', message: 'later' } }, 'tooManyRequests'],
  [
    'another service',
    { type: 'welcome', protocol: protocolVersion, service: 'backup', role: 'active' },
    'otherService',
  ],
])('greeting: %s', async (_what, frame, problem) => {
  const service = await scripted();
  const { checker } = checkerOf({ primary: service.address });
  const checked = checker.run();
  (await service.connection()).sayRaw(JSON.stringify(frame));
  expect(failureOf(await checked)).toMatchObject({ step: 'greeting', problem });
});

it('finds out that both addresses lead to the same service', async () => {
  const service = await scripted();
  const { checker } = checkerOf({ primary: service.address, backup: service.address });
  const checked = checker.run();
  const both = [await service.connection(), await service.connection()];
  for (const connection of both) {
    connection.say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'standby' });
    connection.cut();
  }
  const check = await checked;
  expect(stepsOf(check, 'primary')[3]).toMatchObject({ step: 'greeting', status: 'ok' });
  expect(stepsOf(check, 'backup')[3]).toMatchObject({ problem: 'otherService', detail: 'primary' });
});

it.each([
  ['a token that has ended', '{"type":"error","error":{"code":"tokenInvalid","message":"ended"}}', 'tokenInvalid'],
  ['garbage', '{', 'badFrame'],
  ['a frame that is no text', Buffer.from([1]), 'badFrame'],
])('login: %s', async (_what, frame, problem) => {
  const service = await scripted();
  const { checker } = checkerOf({ primary: service.address });
  const checked = checker.run();
  const connection = await service.connection();
  connection.say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'active' });
  await connection.next('inspect');
  connection.sayRaw(frame);
  expect(failureOf(await checked)).toMatchObject({ step: 'login', problem });
});

it('login: a service that dies with the question', async () => {
  const service = await scripted();
  const { checker } = checkerOf({ primary: service.address });
  const checked = checker.run();
  const connection = await service.connection();
  connection.say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'active' });
  await connection.next('inspect');
  connection.cut();
  expect(failureOf(await checked)).toMatchObject({ step: 'login', problem: 'unreachable' });
});

it('heartbeat: one of the pings is not answered', async () => {
  const service = await scripted();
  const { checker, clock, progress } = checkerOf({ primary: service.address, look: { token: null } });
  const checked = checker.run();
  const connection = await service.connection();
  connection.say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'active' });
  const { id } = await connection.next('ping');
  connection.say({ type: 'pong', id });
  await connection.next('ping');
  await passed(5_000, clock, progress, 'heartbeat');
  expect(failureOf(await checked)).toMatchObject({ step: 'heartbeat', problem: 'timeout' });
});

it.each([
  ['ahead', { epoch: 1, seq: 9 }],
  ['behind', { epoch: 1, seq: 2 }],
  ['otherEpoch', { epoch: 2, seq: 5 }],
] as const)('snapshot: the service is %s', async (compared, position) => {
  const service = await scripted();
  const { checker } = checkerOf({ primary: service.address });
  const checked = checker.run();
  await serve(await service.connection(), { position, snapshot: { ...emptyState, mode: 'shared' } });
  expect(stepOf(await checked, 'snapshot')).toMatchObject({ status: 'ok', found: { compared } });
});

it('snapshot: the same place of the stream, and other calls', async () => {
  const service = await scripted();
  const { checker } = checkerOf({ primary: service.address });
  const checked = checker.run();
  await serve(await service.connection(), { snapshot: { ...emptyState, mode: 'shared' } });
  expect(failureOf(await checked)).toMatchObject({
    step: 'snapshot',
    problem: 'stateDiffers',
    detail: 'at 1:5: mode',
  });
});

it('checks both servers at the same time', async () => {
  const [primary, backup] = [await scripted('primary'), await scripted('backup')];
  const { checker } = checkerOf({ primary: primary.address, backup: backup.address });
  const checked = checker.run();
  // The backup is done while the primary has not even greeted.
  const slow = await primary.connection();
  await serve(await backup.connection(), { service: 'backup' });
  await serve(slow);
  const check = await checked;
  for (const server of ['primary', 'backup'] as const)
    expect(stepsOf(check, server).map(({ status }) => status)).not.toContain('failed');
});

it('tells how far it is, and a second asker joins the first', async () => {
  const service = await scripted();
  const { checker, progress, pushes } = checkerOf({ primary: service.address });
  const first = checker.run();
  const second = checker.run();
  const begun = await progress.take(() => true);
  expect(begun.done).toBe(false);
  expect(stepsOf(begun).map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => 'waiting'));
  await serve(await service.connection());
  expect(await second).toBe(await first);
  // The beginning, two for each step, the end.
  expect(pushes()).toBe(16);
  const again = checker.run();
  await serve(await service.connection());
  expect(await again).not.toBe(await first);
});

it('opens nothing any more once the console has ended', async () => {
  let answer: (found: readonly FoundAddress[]) => void = () => undefined;
  let connected = 0;
  const { checker, progress } = checkerOf({
    primary: { host: 'slow.example', port: 2912, tls: true },
    network: {
      lookup: () => new Promise((resolve) => (answer = resolve)),
      connect: () => {
        connected += 1;
        return new Socket();
      },
    },
  });
  const checked = checker.run();
  await progress.take((check) => stepOf(check, 'dns')?.status === 'running');
  checker.close();
  answer([{ address: '127.0.0.1', family: 4 }]);
  expect(stepOf(await checked, 'tcp')).toEqual({ step: 'tcp', status: 'waiting' });
  expect(connected).toBe(0);
});
