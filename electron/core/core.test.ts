import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLayout, isWhole } from '../../shared/console/panels';
import { defaultPreferences } from '../../shared/console/preferences';
import { noSpeedDials } from '../../shared/console/speedDials';
import type { Command } from '../../shared/protocol/commands';
import { CommandId, ConnectionId, UserId } from '../../shared/ids';
import { protocolError } from '../../shared/protocol/errors';
import { protocolVersion } from '../../shared/protocol/messages';
import { dispatch } from './dispatch';
import { assistantFolder } from './files/assistantFolder';
import { createBench } from './testing/bench';
import type { Bench } from './testing/bench';
import { emptyState, lineEvent } from './testing/scriptedService';

const hold: Command = { type: 'hold', connectionId: ConnectionId.parse('call@line') };
const id = CommandId.parse('command-1');

const nothing = () => undefined;
const silent = { info: nothing, warn: nothing, error: nothing };

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

describe('login', () => {
  it('says hello, logs in, and gives the whole state to whoever opens', async () => {
    const login = bench.core.handlers.login({ userId: 'maya', password: 'secret-word', remember: false });
    const connection = await bench.primary.connection();
    expect(await connection.accept({ serverTime: 1_005_000 })).toEqual({
      type: 'login',
      userId: 'maya',
      password: 'secret-word',
      device: null,
    });
    expect(await login).toEqual({ status: 'live' });
    expect(await bench.core.handlers.open({})).toMatchObject({
      link: { phase: 'live', server: 'primary' },
      console: emptyState,
      clockOffsetMs: 5_000,
      appVersion: '0.0.0',
    });
    expect(bench.logged.join('\n')).not.toContain('secret-word');
    expect(bench.logged.join('\n')).not.toContain('token-1');
  });

  it('is known again by the token it was given, which the screen never sees', async () => {
    void bench.core.handlers.login({ userId: 'maya', password: 'secret-word', remember: false });
    const connection = await bench.primary.connection();
    await connection.accept({ device: 'device-1' });
    await bench.phase('live');
    expect(bench.devices.get('maya')).toBe('device-1');
    await bench.core.handlers.logout({});
    const again = bench.core.handlers.login({ userId: 'maya', password: 'secret-word', remember: false });
    expect(await (await bench.primary.connection()).accept()).toMatchObject({ type: 'login', device: 'device-1' });
    await again;
    expect(JSON.stringify(await bench.core.handlers.open({}))).not.toContain('device-1');
    expect(bench.logged.join('\n')).not.toContain('device-1');
  });

  it('measures the round trip right after', async () => {
    const connection = await bench.goLive();
    const ping = await connection.next('ping');
    bench.clock.pass(8);
    connection.say({ type: 'pong', id: ping.id });
    expect((await bench.phase('live')).link).toMatchObject({ roundTripMs: 8 });
  });

  it('a refused password stops and says why', async () => {
    const login = bench.core.handlers.login({ userId: 'maya', password: 'wrong', remember: false });
    const connection = await bench.primary.connection();
    connection.say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'active' });
    await connection.next('login');
    connection.say({ type: 'error', error: protocolError('wrongPassword', 'no') });
    expect(await login).toEqual({ status: 'failed', failure: 'wrongPassword' });
    await connection.closed();
  });

  it('a lock-out says how long it lasts', async () => {
    const login = bench.core.handlers.login({ userId: 'maya', password: 'x', remember: false });
    const connection = await bench.primary.connection();
    connection.say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'active' });
    await connection.next('login');
    connection.say({ type: 'error', error: { ...protocolError('lockedOut', 'no'), retryInMs: 61_000.5 } });
    expect(await login).toEqual({ status: 'failed', failure: 'lockedOut', retryInMs: 61_000.5 });
    await connection.closed();
  });

  it('both of another protocol version: it stops', async () => {
    const login = bench.core.handlers.login({ userId: 'maya', password: 'x', remember: false });
    (await bench.primary.connection()).say({ type: 'welcome', protocol: 99, service: 'primary', role: 'active' });
    (await bench.backup.connection()).say({ type: 'welcome', protocol: 99, service: 'backup', role: 'active' });
    expect(await login).toEqual({ status: 'failed', failure: 'wrongVersion' });
  });

  it('a standby sends it to the other server', async () => {
    const login = bench.core.handlers.login({ userId: 'maya', password: 'x', remember: false });
    (await bench.primary.connection()).say({
      type: 'welcome',
      protocol: protocolVersion,
      service: 'primary',
      role: 'standby',
    });
    await (await bench.backup.connection()).accept();
    expect(await login).toEqual({ status: 'live' });
  });

  it('nobody there: unreachable', async () => {
    await Promise.all([bench.primary.close(), bench.backup.close()]);
    const login = bench.core.handlers.login({ userId: 'maya', password: 'x', remember: false });
    expect(await login).toEqual({ status: 'failed', failure: 'unreachable' });
    bench = await createBench();
  });

  it('can be cancelled', async () => {
    const login = bench.core.handlers.login({ userId: 'maya', password: 'x', remember: false });
    const connection = await bench.primary.connection();
    await bench.core.handlers.cancelLogin({});
    expect(await login).toMatchObject({ status: 'failed' });
    await connection.closed();
    expect((await bench.core.handlers.open({})).link).toEqual({ phase: 'signedOut', failure: null });
  });

  it('log out tells the service and forgets what was known', async () => {
    const connection = await bench.goLive();
    await bench.core.handlers.logout({});
    await connection.next('logout');
    await connection.closed();
    expect(await bench.core.handlers.open({})).toMatchObject({ console: null, link: { phase: 'signedOut' } });
    expect(await bench.push('console')).toMatchObject({ console: null });
  });
});

describe('failover', () => {
  it('a cut link resumes on the other server with token and position, and takes what it missed', async () => {
    const connection = await bench.goLive();
    connection.say({ type: 'events', serverTime: 0, events: [lineEvent(1, 1)] });
    await bench.push('events');
    bench.clock.pass(5_000);
    connection.cut();
    const next = await bench.backup.connection();
    const resume = await next.accept({
      snapshot: null,
      missed: [lineEvent(1, 2), lineEvent(1, 3)],
      position: { epoch: 1, seq: 3 },
    });
    expect(resume).toEqual({ type: 'resume', token: 'token-1', position: { epoch: 1, seq: 1 } });
    expect((await bench.push('events')).events.map(({ seq }) => seq)).toEqual([2, 3]);
    expect((await bench.phase('live')).link).toMatchObject({ server: 'backup' });
    expect((await bench.core.handlers.open({})).console?.lines).toHaveLength(3);
  });

  it('what was known stays while nobody answers', async () => {
    const connection = await bench.goLive();
    bench.clock.pass(5_000);
    connection.cut();
    await bench.resuming();
    expect((await bench.core.handlers.open({})).console).toEqual(emptyState);
  });

  it('a silent server is left after interval and timeout', async () => {
    bench.settings = { ...bench.settings, heartbeatIntervalMs: 1_000, requestTimeoutMs: 1_000 };
    await bench.core.handlers.saveSettings(bench.settings);
    const connection = await bench.goLive();
    connection.say({ type: 'pong', id: (await connection.next('ping')).id });
    await bench.phase('live');
    bench.clock.pass(1_000);
    await connection.next('ping');
    bench.clock.pass(1_000);
    await (await bench.backup.connection()).accept();
    await connection.closed();
    expect((await bench.phase('live')).link).toMatchObject({ server: 'backup' });
  });

  it('clocks that the administrator changes are followed at once', async () => {
    const connection = await bench.goLive();
    connection.say({ type: 'pong', id: (await connection.next('ping')).id });
    connection.say({ type: 'parameters', parameters: { heartbeatIntervalMs: 2_000, requestTimeoutMs: 1_000 } });
    connection.say({ type: 'events', serverTime: 0, events: [lineEvent(1, 1)] });
    await bench.push('events');
    bench.clock.pass(2_000);
    await connection.next('ping');
    bench.clock.pass(1_000);
    await bench.resuming();
    expect(await (await bench.backup.connection()).accept()).toMatchObject({ type: 'resume' });
  });

  it('another service is told of in a typed way when it takes over the session', async () => {
    const connection = await bench.goLive();
    connection.say({ type: 'error', error: protocolError('superseded', 'elsewhere') });
    expect((await bench.phase('signedOut')).link).toEqual({ phase: 'signedOut', failure: 'superseded' });
  });

  it('another network in the middle of an attempt: a new socket at once, the old one is gone', async () => {
    (await bench.goLive()).cut();
    const stuck = await bench.backup.connection();
    bench.core.probe();
    await stuck.closed();
    await (await bench.backup.connection()).accept();
    await bench.phase('live');
    expect(stuck.heard).toEqual([]);
    expect((await bench.core.handlers.open({})).linkHistory.filter(({ kind }) => kind === 'lost')).toHaveLength(1);
  });

  it('a set clock makes it look, not leave', async () => {
    const connection = await bench.goLive();
    connection.say({ type: 'pong', id: (await connection.next('ping')).id });
    await bench.phase('live');
    bench.clock.jump(3_600_000);
    bench.clock.pass(30_000);
    connection.say({ type: 'pong', id: (await connection.next('ping')).id });
    expect((await bench.core.handlers.open({})).link).toMatchObject({ phase: 'live', server: 'primary' });
  });
});

describe('a stream that does not hold together', () => {
  it.each([
    ['a gap', JSON.stringify({ type: 'events', serverTime: 0, events: [lineEvent(1, 2)] })],
    ['another epoch', JSON.stringify({ type: 'events', serverTime: 0, events: [lineEvent(2, 1)] })],
    ['garbage', '{"type":"events","events":'],
    ['a known message that is wrong', '{"type":"events","events":7}'],
    ['a binary frame', Buffer.from([1, 2, 3])],
  ])('%s: a snapshot from the same server', async (_what, frame) => {
    const connection = await bench.goLive();
    bench.clock.pass(5_000);
    connection.sayRaw(frame);
    const again = await bench.primary.connection();
    expect(await again.accept({ position: { epoch: 1, seq: 2 } })).toMatchObject({ type: 'resume', position: null });
    expect(await bench.push('console')).toMatchObject({ console: emptyState });
  });

  it('missed events that do not lead where they should: a snapshot', async () => {
    const connection = await bench.goLive();
    bench.clock.pass(5_000);
    connection.cut();
    const next = await bench.backup.connection();
    await next.accept({ snapshot: null, missed: [lineEvent(1, 1)], position: { epoch: 1, seq: 9 } });
    await next.closed();
  });

  it('events known already change nothing', async () => {
    const connection = await bench.goLive();
    connection.say({ type: 'events', serverTime: 0, events: [lineEvent(1, 1), lineEvent(1, 1), lineEvent(1, 2)] });
    expect((await bench.push('events')).events.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('a message of a type it does not know is let pass', async () => {
    const connection = await bench.goLive();
    connection.sayRaw('{"type":"fromTheFuture","x":1}');
    connection.say({ type: 'events', serverTime: 0, events: [lineEvent(1, 1)] });
    await bench.push('events');
    expect((await bench.core.handlers.open({})).link.phase).toBe('live');
  });
});

describe('commands', () => {
  it('carry key and expiry, and are answered', async () => {
    const connection = await bench.goLive();
    const outcome = bench.core.handlers.command({ id, command: hold });
    expect(await connection.next('command')).toEqual({ type: 'command', id, expiresInMs: 30_000, command: hold });
    connection.say({ type: 'result', id, result: { status: 'done' } });
    expect(await outcome).toEqual({ status: 'done' });
    // The same key again is answered, not run again.
    expect(await bench.core.handlers.command({ id, command: hold })).toEqual({ status: 'done' });
  });

  it('are refused while not live, never queued', async () => {
    expect(await bench.core.handlers.command({ id, command: hold })).toMatchObject({
      status: 'refused',
      error: { code: 'notLoggedIn' },
    });
    const connection = await bench.goLive();
    bench.clock.pass(5_000);
    connection.cut();
    await bench.resuming();
    expect(await bench.core.handlers.command({ id, command: hold })).toMatchObject({
      status: 'refused',
      error: { code: 'notReached' },
    });
  });

  it.each([
    [{ status: 'done' } as const, { status: 'done' }],
    [{ status: 'unknown', begun: true } as const, { status: 'unknown' }],
    [{ status: 'unknown', begun: false } as const, { status: 'refused', error: { code: 'notReached' } }],
  ])('a lost answer is unknown at once, and the truth follows: %j', async (result, truth) => {
    const connection = await bench.goLive();
    bench.clock.pass(5_000);
    const outcome = bench.core.handlers.command({ id, command: hold });
    await connection.next('command');
    connection.cut();
    expect(await outcome).toEqual({ status: 'unknown' });
    const next = await bench.backup.connection();
    await next.accept();
    expect(await next.next('outcome')).toEqual({ type: 'outcome', id });
    next.say({ type: 'result', id, result });
    expect(await bench.push('outcome')).toMatchObject({ id, outcome: truth });
  });

  it('an answer that does not come is asked for', async () => {
    const connection = await bench.goLive();
    const outcome = bench.core.handlers.command({ id, command: hold });
    await connection.next('command');
    bench.clock.pass(29_999);
    connection.say({ type: 'events', serverTime: 0, events: [lineEvent(1, 1)] });
    await bench.push('events');
    bench.clock.pass(1);
    expect(await outcome).toEqual({ status: 'unknown' });
    await connection.next('outcome');
    connection.say({ type: 'result', id, result: { status: 'done' } });
    expect(await bench.push('outcome')).toEqual({ kind: 'outcome', id, outcome: { status: 'done' } });
  });
});

describe('searches', () => {
  it('are answered by their own number', async () => {
    const connection = await bench.goLive();
    const first = bench.core.handlers.search({ query: 'an' });
    const second = bench.core.handlers.search({ query: 'ann' });
    const asked = [await connection.next('search'), await connection.next('search')];
    const [one, two] = asked.map(({ id: searchId }) => searchId);
    connection.say({ type: 'found', id: two ?? -1, entries: [], more: true });
    connection.say({ type: 'searchRefused', id: one ?? -1, error: protocolError('invalidQuery', 'blank') });
    expect(await second).toEqual({ status: 'found', entries: [], more: true });
    expect(await first).toMatchObject({ status: 'refused', error: { code: 'invalidQuery' } });
  });

  it('are unavailable without a link, and when it is lost', async () => {
    expect(await bench.core.handlers.search({ query: 'an' })).toEqual({ status: 'unavailable' });
    const connection = await bench.goLive();
    bench.clock.pass(5_000);
    const search = bench.core.handlers.search({ query: 'an' });
    await connection.next('search');
    connection.cut();
    expect(await search).toEqual({ status: 'unavailable' });
  });
});

describe('what the console keeps', () => {
  const dials = {
    version: 1 as const,
    groups: [{ id: 'g', name: 'Doctors' }],
    entries: [{ id: 'e', groupId: 'g', name: 'Dr. No', number: '1', notes: '' }],
  };

  it('is saved, told to every page, and there for whoever opens', async () => {
    const preferences = { ...defaultPreferences, theme: 'dark' as const };
    expect(await bench.core.handlers.savePreferences(preferences)).toEqual(preferences);
    expect(await bench.push('preferences')).toEqual({ kind: 'preferences', preferences });
    const [, ...withoutCalls] = defaultLayout.columns;
    const layout = await bench.core.handlers.saveLayout({ version: 1, columns: withoutCalls });
    expect(isWhole(layout)).toBe(true);
    expect(await bench.push('layout')).toEqual({ kind: 'layout', layout });
    expect(await bench.core.handlers.open({})).toMatchObject({ preferences, layout, fileProblems: [] });
  });

  it('speed dials are of the assistant who is signed in, and of nobody else', async () => {
    await expect(bench.core.handlers.saveSpeedDials(dials)).rejects.toMatchObject({ code: 'badRequest' });
    await bench.goLive();
    expect(await bench.push('speedDials')).toEqual({ kind: 'speedDials', speedDials: noSpeedDials });
    await bench.core.handlers.saveSpeedDials(dials);
    expect(await bench.push('speedDials')).toEqual({ kind: 'speedDials', speedDials: dials });
    await bench.core.handlers.logout({});
    expect(await bench.push('speedDials')).toEqual({ kind: 'speedDials', speedDials: noSpeedDials });
    expect((await bench.core.handlers.open({})).speedDials).toEqual(noSpeedDials);
    await bench.goLive();
    expect((await bench.core.handlers.open({})).speedDials).toEqual(dials);
  });

  it.each([
    ['a group that is not there', { ...dials, groups: [] }],
    ['one id twice', { ...dials, entries: [...dials.entries, ...dials.entries] }],
    ['one group twice', { ...dials, groups: [...dials.groups, ...dials.groups] }],
  ])('speed dials with %s are refused', async (_what, wanted) => {
    await bench.goLive();
    expect(await dispatch(bench.core.handlers, 'saveSpeedDials', wanted, silent)).toEqual({
      ok: false,
      error: 'badRequest',
    });
  });

  it('damaged files of an assistant are told when the session begins', async () => {
    const own = assistantFolder(bench.folder, UserId.parse('maya'));
    mkdirSync(own, { recursive: true });
    writeFileSync(path.join(own, 'history.json'), 'damage');
    await bench.goLive();
    const [problem] = (await bench.push('fileProblems')).fileProblems;
    expect(problem).toMatchObject({ file: 'history', why: 'damaged', restored: false });
    expect((await bench.core.handlers.open({})).fileProblems).toEqual([problem]);
  });
});
