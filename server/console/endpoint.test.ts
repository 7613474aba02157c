/** What bad input gets (product §10): a typed answer for the one who caused it, nothing for anyone else. */
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { ErrorCode } from '../../shared/protocol/errors';
import { maxFrameBytes, type ClientMessage } from '../../shared/protocol/messages';
import { demoPassword } from '../demo/world';
import { Pair } from '../testing/pair';
import type { TestConsole } from '../testing/testConsole';
import { until } from '../testing/until';

vi.setConfig({ testTimeout: 20_000 });

let pair: Pair;
let bystander: TestConsole;

beforeAll(async () => {
  pair = await Pair.open();
  await pair.start('primary', { allowedOrigins: ['http://allowed.example'] });
  await pair.active('primary');
  bystander = await pair.loggedIn('primary', 'ines');
});
afterEach(async () => {
  const id = Math.floor(Math.random() * 1e9);
  bystander.send({ type: 'ping', id });
  await bystander.next('pong', (pong) => pong.id === id);
  expect(bystander.received.filter((message) => message.type === 'error')).toEqual([]);
});
afterAll(() => pair.close());

async function greeted(): Promise<TestConsole> {
  const console = pair.console('primary');
  await console.hello();
  return console;
}

const errorOf = async (console: TestConsole): Promise<ErrorCode> => (await console.next('error')).error.code;

it.each([
  ['nobody', 'x', 'unknownUser'],
  ['maya', 'wrong', 'wrongPassword'],
  ['akowalska', 'wrong', 'wrongPassword'],
  ['akowalska', demoPassword, 'notAssistant'],
] as const)('login of %s with %s is refused with %s and may be tried again', async (userId, password, code) => {
  const console = await greeted();
  console.send({ type: 'login', userId, password, device: null });
  expect(await errorOf(console)).toBe(code);
  console.send({ type: 'login', userId: 'maya', password: demoPassword, device: null });
  expect((await console.next('session')).userId).toBe('maya');
});

it('refuses a token it never gave', async () => {
  const console = await greeted();
  console.send({ type: 'resume', token: 'forged', position: null });
  expect(await errorOf(console)).toBe('tokenInvalid');
});

it.each([
  ['text that is not JSON', '{', 'badFrame', 1008],
  ['an unknown type', '{"type":"reboot"}', 'badFrame', 1008],
  ['a missing field', '{"type":"login","userId":"maya"}', 'badFrame', 1008],
  ['a second hello', '{"type":"hello","protocol":1,"appVersion":"x"}', 'badFrame', 1008],
  ['a binary frame', Buffer.from([1, 2, 3]), 'badFrame', 1003],
  ['a frame too large', 'x'.repeat(maxFrameBytes + 1), 'frameTooLarge', 1009],
] as const)('%s is answered and the socket closed', async (_what, frame, code, closeCode) => {
  const console = await greeted();
  console.socket.send(frame);
  expect(await errorOf(console)).toBe(code);
  expect(await console.closed()).toBe(closeCode);
});

it('refuses another protocol version', async () => {
  const console = pair.console('primary');
  await console.next('welcome');
  console.send({ type: 'hello', protocol: 99, appVersion: 'x' });
  expect(await errorOf(console)).toBe('wrongVersion');
  await console.closed();
});

it('cuts a frame beyond the hard limit', async () => {
  const console = await greeted();
  console.socket.send('x'.repeat(17 * maxFrameBytes));
  expect(await console.closed()).not.toBe(1000);
});

it.each([
  ['{"type":"teleport"}', 'unknownCommand'],
  ['{"type":"makeCall","lineId":"line-2001","to":"call me"}', 'cannotDial'],
  ['{"type":"makeCall","lineId":"line-2002","to":"1001"}', 'notAllowed'],
  ['{"type":"answer","connectionId":"gone@line-2001"}', 'noSuchCall'],
  [
    `{"type":"setPatterns","managerId":"ahaddad","mode":"inclusive","patterns":["${'1'.repeat(65)}"]}`,
    'invalidPattern',
  ],
] as const)('command %s is refused with %s and the session goes on', async (command, code) => {
  const maya = await pair.loggedIn('primary', 'maya');
  maya.socket.send(`{"type":"command","id":"k-${code}-${command.length}","expiresInMs":1000,"command":${command}}`);
  const { result } = await maya.next('result');
  expect(result).toMatchObject({ status: 'refused', error: { code } });
  expect(maya.socket.readyState).toBe(maya.socket.OPEN);
});

it('needs a login for commands and searches', async () => {
  const console = await greeted();
  console.send({ type: 'search', id: 1, query: 'anna' });
  expect((await console.next('searchRefused')).error.code).toBe('notLoggedIn');
});

it('leaves the latest login in charge and tells the earlier one', async () => {
  const first = await pair.loggedIn('primary', 'tom');
  const second = await pair.loggedIn('primary', 'tom');
  expect(await errorOf(first)).toBe('superseded');
  await first.closed();
  const again = await greeted();
  again.send({ type: 'resume', token: first.token, position: null });
  expect(await errorOf(again)).toBe('tokenInvalid');
  second.send({ type: 'ping', id: 7 });
  expect((await second.next('pong')).id).toBe(7);
});

it('tells the later login that it took over, and a first login or a resume nothing', async () => {
  const begin = async (message: ClientMessage) => {
    const console = await greeted();
    console.send(message);
    return await console.next('session');
  };
  const login = { type: 'login', userId: 'tom', password: demoPassword, device: null } as const;
  const before = await pair.loggedIn('primary', 'tom');
  before.send({ type: 'logout' });
  await before.closed();
  const first = await begin(login);
  expect(first.tookOver).toBeUndefined();
  const second = await begin(login);
  expect(second.tookOver).toBe(true);
  const same = await begin({ type: 'resume', token: second.resumeToken, position: null });
  expect(same.tookOver).toBeUndefined();
});

it('ends a session at logout', async () => {
  const tom = await pair.loggedIn('primary', 'tom');
  tom.send({ type: 'logout' });
  await tom.closed();
  const again = await greeted();
  again.send({ type: 'resume', token: tom.token, position: null });
  expect(await errorOf(again)).toBe('tokenInvalid');
});

it('lets in no web page but those allowed', async () => {
  const page = pair.console('primary', { origin: 'http://evil.example' });
  expect(await until(() => page.refusedWith ?? undefined, 'the refusal')).toBe(403);
  expect(await pair.console('primary', { origin: 'http://allowed.example' }).hello()).toMatchObject({ role: 'active' });
});

it('answers at most 25 entries and says when there are more', async () => {
  const maya = await pair.loggedIn('primary', 'maya');
  maya.send({ type: 'search', id: 1, query: 'a' });
  const found = await maya.next('found');
  expect(found.entries).toHaveLength(25);
  expect(found.more).toBe(true);
  for (const [id, query] of [
    [2, '  '],
    [3, '*'],
    [4, 'x'.repeat(201)],
  ] as const) {
    maya.socket.send(JSON.stringify({ type: 'search', id, query }));
    expect((await maya.next('searchRefused', (message) => message.id === id)).error.code).toBe('invalidQuery');
  }
});

it('refuses a flood without ending for others', async () => {
  const console = await greeted();
  for (let id = 0; id < 260; id += 1) console.send({ type: 'ping', id });
  expect(await errorOf(console)).toBe('tooManyRequests');
});

it('tells its health', async () => {
  const response = await fetch(`http://127.0.0.1:${pair.service('primary').port}/healthz`);
  expect(await response.json()).toMatchObject({
    service: 'primary',
    role: 'active',
    epoch: bystander.position?.epoch,
    switch: 'up',
    store: 'up',
  });
});

it('starts no session for a console that left before its password was checked', async () => {
  const tom = await pair.loggedIn('primary', 'tom');
  const hasty = await greeted();
  hasty.send({ type: 'login', userId: 'tom', password: demoPassword, device: null });
  hasty.socket.close();
  await hasty.closed();
  // Asked later and checked as slowly: when this one is through, the other is too.
  await pair.loggedIn('primary', 'maya');
  tom.socket.terminate();
  const again = await greeted();
  again.send({ type: 'resume', token: tom.token, position: null });
  expect((await again.next('session')).userId).toBe('tom');
});
