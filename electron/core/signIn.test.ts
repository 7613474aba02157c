import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bridgeRequests } from '../../shared/bridge';
import { BridgeError } from '../../shared/bridgeError';
import { protocolError } from '../../shared/protocol/errors';
import type { ErrorCode } from '../../shared/protocol/errors';
import { protocolVersion } from '../../shared/protocol/messages';
import { createBench } from './testing/bench';
import type { Bench } from './testing/bench';

const password = 'secret-word';
let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

async function signIn(remember: boolean): Promise<void> {
  const login = bench.core.handlers.login({ userId: 'maya', password, remember });
  await (await bench.primary.connection()).accept();
  expect(await login).toEqual({ status: 'live' });
}

/** The service's answer to the login that comes by itself. */
async function refuse(code: ErrorCode): Promise<void> {
  const connection = await bench.primary.connection();
  connection.say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'active' });
  expect(await connection.next('login')).toMatchObject({ userId: 'maya', password });
  connection.say({ type: 'error', error: protocolError(code, 'no') });
  await connection.closed();
}

const rememberedUser = () => bench.core.state().signIn.rememberedUser;

it('remembered once the login has succeeded, and signed in by itself at the next start', async () => {
  await signIn(true);
  expect(await bench.push('signIn')).toMatchObject({ signIn: { rememberedUser: 'maya', canRemember: 'yes' } });
  await bench.restart();
  expect(rememberedUser()).toBe('maya');
  expect(await (await bench.primary.connection()).accept()).toMatchObject({ type: 'login', userId: 'maya', password });
  expect((await bench.phase('live')).link.phase).toBe('live');
});

it('a host without a Save dialog is not asked for one, and no name is a path', async () => {
  await expect(bench.core.handlers.saveFile({ name: 'a.csv', text: '' })).rejects.toThrow(
    new BridgeError('unknownRequest'),
  );
  const accepted = ['a.csv', '快速撥號.csv', '../a.csv', '/a.csv', 'C:\\a.csv', '.csv', 'a.exe', 'a\n.csv'].filter(
    (name) => bridgeRequests.saveFile.args.safeParse({ name, text: '' }).success,
  );
  expect(accepted).toEqual(['a.csv', '快速撥號.csv']);
});

it('quit ends without forgetting', async () => {
  await signIn(true);
  await bench.core.handlers.quit({});
  expect(bench.quits).toBe(1);
  expect(bench.secrets.kept).not.toBeNull();
});

it('logout forgets', async () => {
  await signIn(true);
  await bench.core.handlers.logout({});
  expect(bench.secrets.kept).toBeNull();
  expect(rememberedUser()).toBeNull();
  await bench.restart();
  expect(bench.core.state().link).toEqual({ phase: 'signedOut', failure: null });
});

it('a login that says nothing of remembering forgets who was; one that fails changes nothing', async () => {
  await signIn(true);
  await bench.restart();
  await refuse('lockedOut');
  expect(rememberedUser()).toBe('maya');
  const login = bench.core.handlers.login({ userId: 'tom', password: 'other', remember: true });
  const connection = await bench.primary.connection();
  connection.say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'active' });
  await connection.next('login');
  connection.say({ type: 'error', error: protocolError('wrongPassword', 'no') });
  expect(await login).toMatchObject({ failure: 'wrongPassword' });
  expect(bench.secrets.kept?.userId).toBe('maya');
  await signIn(false);
  expect(rememberedUser()).toBeNull();
});

it.each(['wrongPassword', 'unknownUser', 'notAssistant'] as const)(
  'refused at the start with %s: forgotten, and the login screen says why',
  async (code) => {
    await signIn(true);
    await bench.restart();
    await refuse(code);
    await expect.poll(() => bench.secrets.kept).toBeNull();
    expect(bench.core.state()).toMatchObject({
      link: { phase: 'signedOut', failure: code },
      signIn: { rememberedUser: null },
    });
  },
);

it('nobody there at the start: tried again until somebody is', async () => {
  await signIn(true);
  await bench.restart();
  (await bench.primary.connection()).cut();
  (await bench.backup.connection()).cut();
  expect((await bench.phase('waiting')).link).toMatchObject({ resuming: false });
  bench.clock.pass(20_000);
  await (await bench.primary.connection()).accept();
  expect((await bench.phase('live')).link.phase).toBe('live');
});

it('given up while it is tried: the login screen, and still remembered', async () => {
  await signIn(true);
  await bench.restart();
  await bench.core.handlers.cancelLogin({});
  expect(bench.core.state().link).toEqual({ phase: 'signedOut', failure: null });
  expect(rememberedUser()).toBe('maya');
});

it('superseded by another console: not signed in again by itself, also when remembered', async () => {
  const login = bench.core.handlers.login({ userId: 'maya', password, remember: true });
  const connection = await bench.primary.connection();
  await connection.accept();
  await login;
  connection.say({ type: 'error', error: protocolError('superseded', 'elsewhere') });
  await connection.closed();
  expect(bench.core.state().link).toEqual({ phase: 'signedOut', failure: 'superseded' });
  bench.clock.pass(600_000);
  expect(bench.core.state().link).toEqual({ phase: 'signedOut', failure: 'superseded' });
});

it('is told that it took over from another console', async () => {
  const login = bench.core.handlers.login({ userId: 'maya', password, remember: false });
  await (await bench.primary.connection()).accept({ tookOver: true });
  await login;
  expect(await bench.push('tookOver')).toEqual({ kind: 'tookOver' });
  await bench.core.handlers.logout({});
  await signIn(false);
  expect(bench.told.filter((text) => text.includes('tookOver'))).toHaveLength(1);
});

it.each([
  ['another server', { host: '127.0.0.1', port: 9, tls: false }],
  ['the same one with other encryption', { tls: true }],
])('a password does not go by itself to %s', async (_what, change) => {
  await signIn(true);
  const elsewhere = { ...bench.settings.primary, ...change };
  bench.settings.primary = elsewhere;
  await bench.restart();
  expect(bench.core.state()).toMatchObject({
    settings: { primary: elsewhere },
    link: { phase: 'signedOut' },
    signIn: { rememberedUser: null },
  });
});

it('where there is no store nobody is remembered, whatever was ticked', async () => {
  bench.secrets.keep = () => Promise.resolve(false);
  await signIn(true);
  expect(rememberedUser()).toBeNull();
});

it('the password is in no log, no state, no push and no file', async () => {
  await signIn(true);
  await bench.restart();
  await (await bench.primary.connection()).accept();
  await bench.phase('live');
  await bench.core.handlers.savePreferences(bench.core.state().preferences);
  await bench.core.handlers.saveSettings(bench.core.state().settings);
  const files = readdirSync(bench.folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(bench.folder, name))
    .filter((name) => statSync(name).isFile());
  expect(files.length).toBeGreaterThan(1);
  const texts = [...bench.logged, ...bench.told, JSON.stringify(bench.core.state())];
  for (const text of [...texts, ...files.map((name) => readFileSync(name, 'utf8'))]) {
    expect(text).not.toContain(password);
    expect(text).not.toContain('token-1');
  }
});
