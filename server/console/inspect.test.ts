/** *Check connection* looks at a session and leaves no trace: not at the console in charge, not at the calls, not in the store. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ClientMessage } from '../../shared/protocol/messages';
import { Pair } from '../testing/pair';
import type { TestConsole } from '../testing/testConsole';
import { until } from '../testing/until';

vi.setConfig({ testTimeout: 20_000 });

let pair: Pair;
let maya: TestConsole;

beforeEach(async () => {
  pair = await Pair.open();
  await pair.startBoth();
  maya = await pair.loggedIn('primary', 'maya');
});
afterEach(() => pair.close());

async function inspected(token = maya.token) {
  const looker = pair.console('primary');
  await looker.hello();
  looker.send({ type: 'inspect', token });
  return { looker, seen: await looker.next('inspected') };
}

async function pinged(console: TestConsole, id: number): Promise<void> {
  console.send({ type: 'ping', id });
  await console.next('pong', (pong) => pong.id === id);
}

/** Sessions and presence as the store has them. */
async function stored(): Promise<unknown> {
  const db = await pair.openStore();
  const sessions = await db.selectFrom('sessions').selectAll().orderBy('token_hash').execute();
  const presence = await db.selectFrom('presence').selectAll().orderBy('user_id').execute();
  await db.destroy();
  return { sessions, presence };
}

it('shows what a resume would be given', async () => {
  pair.dial('1001', '2001');
  await maya.call((call) => call.state === 'alerting');
  await pinged(maya, 1);
  const { seen } = await inspected();
  expect(seen).toMatchObject({ userId: 'maya', position: maya.position });
  expect(seen.snapshot).toEqual(maya.state);
  expect(seen.parameters).toEqual({ heartbeatIntervalMs: 5_000, requestTimeoutMs: 5_000 });
  expect(seen).not.toHaveProperty('resumeToken');
});

it('changes nothing for the console in charge, the store, or the other assistants', async () => {
  await pinged(maya, 1);
  const before = maya.received.length;
  const kept = await stored();
  const { looker } = await inspected();
  looker.socket.terminate();
  await looker.closed();
  await pinged(maya, 2);
  expect(maya.received.slice(before).map(({ type }) => type)).toEqual(['pong']);
  expect(await stored()).toEqual(kept);
  expect(pair.service('primary').health().consoles).toBe(1);
  // The feed still goes to the console in charge, and only there.
  pair.dial('1001', '2001');
  await maya.call((call) => call.state === 'alerting');
  expect(looker.received.filter(({ type }) => type === 'events')).toEqual([]);
});

it('begins no stream and brings nobody online', async () => {
  maya.socket.terminate();
  await until(() => (pair.service('primary').health().consoles === 0 ? true : undefined), 'the console to be gone');
  await pair.stop('primary', 'abrupt');
  await pair.active('backup');
  // Of this service no console has asked for a stream yet.
  const looker = pair.console('backup');
  await looker.hello();
  looker.send({ type: 'inspect', token: maya.token });
  const seen = await looker.next('inspected');
  expect(seen.position.seq).toBe(0);
  expect(pair.service('backup').health().consoles).toBe(0);
  const again = pair.console('backup');
  const session = await again.resume(maya.token, maya.position);
  expect(session.snapshot).toEqual(seen.snapshot);
  expect(session.position).toEqual(seen.position);
});

it('answers `ping` after it, and nothing else', async () => {
  const { looker } = await inspected();
  await pinged(looker, 7);
  looker.send({ type: 'search', id: 1, query: 'anna' });
  expect((await looker.next('searchRefused')).error.code).toBe('notLoggedIn');
  looker.send({ type: 'logout' });
  expect((await looker.next('error')).error.code).toBe('notLoggedIn');
  await pinged(looker, 8);
  // The logout of a looker is nobody's logout.
  expect((await pair.console('primary').resume(maya.token, null)).userId).toBe('maya');
});

const second: readonly ((token: string) => ClientMessage)[] = [
  (token) => ({ type: 'inspect', token }),
  (token) => ({ type: 'resume', token, position: null }),
  () => ({ type: 'login', userId: 'maya', password: 'x', device: null }),
];
it.each(second)('is the only introduction of its connection (%#)', async (message) => {
  const { looker } = await inspected();
  looker.send(message(maya.token));
  expect((await looker.next('error')).error.code).toBe('badFrame');
  expect(await looker.closed()).toBe(1008);
  await pinged(maya, 3);
});

it('is over after 10 s, counted from the answer and whatever is pinged meanwhile; the console in charge stays', async () => {
  // Only what is begun from here on: the timers of the running service stay real.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const looker = pair.console('primary');
    await looker.hello();
    await pinged(looker, 4);
    // Most of the time that there is for a login has gone by: it does not count any more.
    vi.advanceTimersByTime(9_999);
    looker.send({ type: 'inspect', token: maya.token });
    await looker.next('inspected');
    vi.advanceTimersByTime(9_999);
    await pinged(looker, 5);
    expect(looker.received.filter(({ type }) => type === 'error')).toEqual([]);
    vi.advanceTimersByTime(1);
    expect((await looker.next('error')).error.code).toBe('notLoggedIn');
    expect(await looker.closed()).toBe(1008);
  } finally {
    vi.useRealTimers();
  }
  await pinged(maya, 6);
});

it('is refused while a session stands on the same connection', async () => {
  maya.send({ type: 'inspect', token: maya.token });
  expect((await maya.next('error')).error.code).toBe('badFrame');
  await maya.closed();
});

it('refuses a token nobody has, and takes another try', async () => {
  const looker = pair.console('primary');
  await looker.hello();
  looker.send({ type: 'inspect', token: 'forged' });
  expect((await looker.next('error')).error.code).toBe('tokenInvalid');
  looker.send({ type: 'inspect', token: maya.token });
  expect((await looker.next('inspected')).userId).toBe('maya');
});

it('needs a hello first', async () => {
  const looker = pair.console('primary');
  await looker.next('welcome');
  looker.send({ type: 'inspect', token: maya.token });
  expect((await looker.next('error')).error.code).toBe('badFrame');
  await looker.closed();
});

it('a standby never gets that far', async () => {
  const looker = pair.console('backup');
  expect((await looker.hello()).role).toBe('standby');
  expect(await looker.closed()).toBe(1012);
  expect(looker.received.map(({ type }) => type)).toEqual(['welcome']);
});
