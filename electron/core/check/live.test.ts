/** *Check connection* of a console that is signed in: the live session sees nothing of it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UserId } from '../../../shared/ids';
import { protocolVersion } from '../../../shared/protocol/messages';
import { createBench } from '../testing/bench';
import type { Bench } from '../testing/bench';
import { emptyState, lineEvent } from '../testing/scriptedService';
import { pong } from './testing/bench';

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

it('leaves the live session alone and tells no secret', async () => {
  const live = await bench.goLive();
  // Its own, as at the beginning of every session.
  await live.next('ping');
  live.say({ type: 'events', serverTime: 0, events: [lineEvent(1, 1)] });
  await bench.push('events');
  const before = bench.core.state();
  const checked = bench.core.handlers.checkConnection({});

  const standby = await bench.backup.connection();
  standby.say({ type: 'welcome', protocol: protocolVersion, service: 'backup', role: 'standby' });
  standby.cut();
  const looking = await bench.primary.connection();
  looking.say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'active' });
  expect((await looking.next('hello')).protocol).toBe(protocolVersion);
  expect((await looking.next('inspect')).token).toBe('token-1');
  looking.say({
    type: 'inspected',
    userId: UserId.parse('maya'),
    parameters: { heartbeatIntervalMs: 1_000, requestTimeoutMs: 1_000 },
    serverTime: 99_999,
    position: { epoch: 1, seq: 1 },
    snapshot: { ...emptyState, lines: before.console?.lines ?? [] },
  });
  await pong(looking);

  const check = await checked;
  const [primary, backup] = check.servers;
  expect(primary?.steps.map(({ status }) => status)).toEqual(['skipped', 'ok', 'skipped', 'ok', 'ok', 'ok', 'ok']);
  expect(backup?.steps[4]).toEqual({ step: 'login', status: 'skipped', why: 'standby' });
  expect(primary?.steps[6]).toMatchObject({ found: { compared: 'same', lines: 1 } });

  // Neither the answer nor its clocks came to the session, and its socket was asked nothing.
  expect(bench.core.state()).toEqual(before);
  live.say({ type: 'events', serverTime: 0, events: [lineEvent(1, 2)] });
  await bench.push('events');
  expect(live.heard).toEqual(['hello', 'login', 'ping']);
  const pushed = bench.told.map((text) => JSON.parse(text) as { kind: string }).map(({ kind }) => kind);
  const from = pushed.indexOf('connectionCheck');
  expect(new Set(pushed.slice(from))).toEqual(new Set(['connectionCheck', 'events']));
  expect(bench.told.filter((text) => text.includes('connectionCheck')).join('')).not.toContain('token-1');
  await looking.closed();
});

it('is answered while nobody is signed in, too', async () => {
  const checked = bench.core.handlers.checkConnection({});
  for (const [name, service] of [
    ['primary', bench.primary],
    ['backup', bench.backup],
  ] as const) {
    const connection = await service.connection();
    connection.say({ type: 'welcome', protocol: protocolVersion, service: name, role: 'active' });
    await pong(connection);
  }
  const check = await checked;
  expect(check.servers.map(({ steps }) => steps[4])).toEqual([
    { step: 'login', status: 'skipped', why: 'signedOut' },
    { step: 'login', status: 'skipped', why: 'signedOut' },
  ]);
  expect(bench.core.state().link).toEqual({ phase: 'signedOut', failure: null });
});
