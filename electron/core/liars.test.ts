/** Services that do not do as they should: what the console makes of them, over real sockets. */
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { protocolError } from '../../shared/protocol/errors';
import { protocolVersion } from '../../shared/protocol/messages';
import type { ServiceName } from '../../shared/protocol/messages';
import { createBench } from './testing/bench';
import type { Bench } from './testing/bench';
import { Inbox } from './testing/inbox';
import { emptyState, lineEvent } from './testing/scriptedService';
import type { Connection } from './testing/scriptedService';

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

const login = () => bench.core.handlers.login({ userId: 'maya', password: 'secret-word', remember: false });
const greet = (connection: Connection, service: ServiceName, role: 'active' | 'standby', electing = false) =>
  connection.say({ type: 'welcome', protocol: protocolVersion, service, role, electing });
/** Waiting for the next attempt: time for it. */
async function retry(): Promise<void> {
  await bench.phase('waiting');
  bench.clock.pass(10_000);
}

describe('a standby that lies', () => {
  it.each(['standby', 'notLoggedIn'] as const)('says active, then %s: the other server serves', async (code) => {
    const outcome = login();
    const liar = await bench.primary.connection();
    greet(liar, 'primary', 'active');
    await liar.next('login');
    liar.say({ type: 'error', error: protocolError(code, 'not here') });
    await (await bench.backup.connection()).accept();
    expect(await outcome).toEqual({ status: 'live' });
    expect(bench.core.state().link).toMatchObject({ phase: 'live', server: 'backup' });
    await liar.closed();
  });

  it('a resume is refused so by both in turn: tried on, and live again in the end without the password', async () => {
    (await bench.goLive()).cut();
    for (const [service, name] of [
      [bench.backup, 'backup'],
      [bench.primary, 'primary'],
      [bench.backup, 'backup'],
    ] as const) {
      const liar = await service.connection();
      greet(liar, name, 'active');
      await liar.next('resume');
      liar.say({ type: 'error', error: protocolError('standby', 'not here') });
      await liar.closed();
      await retry();
    }
    const asked = await (await bench.primary.connection()).accept();
    expect(asked.type).toBe('resume');
    await bench.phase('live');
  });

  it.each([false, true])(
    'both say standby for ever (electing: %s): it goes on, and can be cancelled',
    async (electing) => {
      const outcome = login();
      greet(await bench.primary.connection(), 'primary', 'standby', electing);
      const asked = { primary: 1, backup: 0 };
      greet(await bench.backup.connection(), 'backup', 'standby', electing);
      asked.backup += 1;
      const order: ServiceName[] = electing
        ? ['backup', 'primary', 'primary', 'backup']
        : ['primary', 'backup', 'primary', 'backup'];
      for (const name of order) {
        await retry();
        greet(await bench[name].connection(), name, 'standby', electing);
        asked[name] += 1;
      }
      expect(asked).toEqual({ primary: 3, backup: 3 });
      await bench.phase('waiting');
      expect(bench.core.state().link).toMatchObject({ phase: 'waiting', lastProblem: 'standby' });
      await bench.core.handlers.cancelLogin({});
      expect(await outcome).toMatchObject({ status: 'failed' });
    },
  );

  it('gives a session that nobody asked for: not taken, and the login goes on there', async () => {
    const outcome = login();
    const liar = await bench.primary.connection();
    liar.say({
      type: 'session',
      userId: emptyState.me.userId,
      resumeToken: 'stolen',
      device: null,
      parameters: { heartbeatIntervalMs: 1_000, requestTimeoutMs: 1_000 },
      serverTime: 0,
      position: { epoch: 9, seq: 9 },
      snapshot: emptyState,
      missed: null,
    });
    liar.say({ type: 'events', serverTime: 0, events: [lineEvent(9, 10)] });
    expect((await liar.accept()).type).toBe('login');
    expect(await outcome).toEqual({ status: 'live' });
    expect(bench.core.state().console?.lines).toEqual([]);
  });
});

describe('no service of ours', () => {
  it.each([
    ['text', 'HELLO 220 mail ready'],
    ['JSON of something else', '{"jsonrpc":"2.0"}'],
    ['bytes', Buffer.from([0, 255, 1])],
  ])('greets with %s: the other server at once; both do, and it says so', async (_what, greeting) => {
    const outcome = login();
    (await bench.primary.connection()).sayRaw(greeting);
    (await bench.backup.connection()).sayRaw(greeting);
    expect(await outcome).toEqual({ status: 'failed', failure: 'notAService' });
  });

  it('while a session is resumed it ends nothing', async () => {
    (await bench.goLive()).cut();
    (await bench.backup.connection()).sayRaw('garbage');
    await retry();
    await (await bench.primary.connection()).accept();
    await bench.phase('live');
    expect(bench.core.state().link).toMatchObject({ phase: 'live', server: 'primary' });
  });

  it('speaks another version, and so does the other: the session ends and says why', async () => {
    (await bench.goLive()).cut();
    const wrong = { type: 'welcome', protocol: 99, role: 'active' } as const;
    (await bench.backup.connection()).say({ ...wrong, service: 'backup' });
    await retry();
    (await bench.primary.connection()).say({ ...wrong, service: 'primary' });
    const { link } = await bench.phase('signedOut');
    expect(link).toEqual({ phase: 'signedOut', failure: 'wrongVersion' });
    expect(bench.core.state().console).toBeNull();
  });
});

describe('a service that accepts and says nothing', () => {
  it('is left after the attempt limit; the silence of a web socket counts, and that of a bare port', async () => {
    const sockets = new Inbox<Socket>();
    const open: Socket[] = [];
    const mute = createServer((socket) => {
      open.push(socket);
      sockets.put(socket);
    });
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    const settings = { ...bench.settings, backup: { host: '127.0.0.1', port, tls: false } };
    await bench.core.handlers.saveSettings(settings);

    const outcome = login();
    await bench.primary.connection();
    bench.clock.pass(5_000);
    const socket = await sockets.take(() => true);
    const gone = new Promise((resolve) => socket.once('close', resolve));
    socket.resume();
    bench.clock.pass(5_000);
    expect(await outcome).toEqual({ status: 'failed', failure: 'unreachable' });
    await gone;
    for (const one of open) one.destroy();
    await new Promise((resolve) => mute.close(resolve));
  });

  it('after it had served: missed, lost, and the history tells it with the time away', async () => {
    const connection = await bench.goLive();
    const ping = await connection.next('ping');
    connection.say({ type: 'pong', id: ping.id });
    await bench.pushes.take((push) => push.kind === 'linkEntry' && push.entry.kind === 'roundTrip');
    bench.clock.pass(30_000);
    await connection.next('ping');
    bench.clock.pass(30_000);
    const backup = await bench.backup.connection();
    bench.clock.pass(700);
    await backup.accept();
    await bench.pushes.take(
      (push) => push.kind === 'linkEntry' && push.entry.kind === 'live' && push.entry.server === 'backup',
    );
    const wall = 1_000_000;
    expect(bench.core.state().linkHistory).toEqual([
      { kind: 'live', at: wall, server: 'primary', awayMs: null, failover: false },
      { kind: 'roundTrip', at: wall, server: 'primary', ms: 0 },
      { kind: 'missed', at: wall + 30_000, server: 'primary' },
      { kind: 'lost', at: wall + 60_000, server: 'primary', problem: 'unreachable', wasLive: true },
      { kind: 'live', at: wall + 60_700, server: 'backup', awayMs: 30_700, failover: true },
    ]);
    const told = await bench.pushes.take((push) => push.kind === 'linkEntry' && push.entry.kind === 'missed');
    expect(told).toEqual({ kind: 'linkEntry', entry: bench.core.state().linkHistory[2] });
  });
});
