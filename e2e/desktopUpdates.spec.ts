/** Updates and an administrator's presets on the desktop host: the real electron-updater against a feed of this test, which may lie. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { UpdateView } from '../shared/desktop/update';
import { expectNoViolations } from './fixtures/axe';
import { ask, gaveUp, rings, say, signIn, stateOf, test as base, type Desktop } from './fixtures/desktopBench';
import { hasElectron } from './standin/launch';

base.skip(hasElectron || process.platform !== 'linux', 'shown by the stand-in on Linux only: an AppImage is a file');

type Answer = { readonly body: string } | { readonly redirect: string } | { readonly endless: string };

class Feed {
  readonly #keys = generateKeyPairSync('ed25519');
  readonly #server = http.createServer((request, response) => this.#answer(request.url ?? '/', response));
  readonly files = new Map<string, Answer>();
  readonly publicKey = this.#keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/console/`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** As a release would: what is signed is exactly what is there. */
  release(version: string, app: string, change: (yml: string) => string = (yml) => yml): void {
    const file = `Assistant-Console-${version}.AppImage`;
    const sha512 = createHash('sha512').update(app).digest('base64');
    const size = Buffer.byteLength(app);
    const yml = change(
      `version: ${version}\nfiles:\n  - url: ${file}\n    sha512: ${sha512}\n    size: ${size}\npath: ${file}\nsha512: ${sha512}\n`,
    );
    this.files.clear();
    this.put('latest-linux.yml', { body: yml });
    this.put('latest-linux.yml.sig', { body: sign(null, Buffer.from(yml), this.#keys.privateKey).toString('base64') });
    this.put(file, { body: app });
  }

  put(name: string, answer: Answer): void {
    this.files.set(`/console/${name}`, answer);
  }

  #answer(url: string, response: http.ServerResponse): void {
    const answer = this.files.get(url);
    if (answer === undefined) response.writeHead(404).end('<html>no</html>');
    else if ('redirect' in answer) response.writeHead(302, { location: answer.redirect }).end();
    else if ('endless' in answer) {
      const more = (): void => {
        if (response.write(answer.endless)) setImmediate(more);
        else response.once('drain', more);
      };
      response.writeHead(200);
      response.once('close', () => response.removeAllListeners('drain'));
      more();
    } else response.writeHead(200, { 'content-length': Buffer.byteLength(answer.body) }).end(answer.body);
  }
}

const test = base.extend<{ feed: Feed }>({
  feed: async ({}, use) => {
    const feed = new Feed();
    await feed.open();
    await use(feed);
    feed.close();
  },
});

const updateOf = async (desktop: Desktop): Promise<UpdateView> => (await stateOf(desktop.page)).update;
const askedOf = ({ app }: Desktop): Promise<string[]> =>
  app.evaluate(({ net }) => (net as unknown as { asked: string[] }).asked.map((url) => new URL(url).pathname));

/** What an AppImage and its installer have left on the machine. */
function machine(folder: string, feed: Feed): Record<string, string> {
  const config = path.join(folder, 'app-update.yml');
  const appImage = path.join(folder, 'Console.AppImage');
  mkdirSync(folder, { recursive: true });
  writeFileSync(config, 'provider: generic\nurl: https://nobody.example/\nupdaterCacheDirName: console-updater\n');
  writeFileSync(appImage, 'the old version');
  return {
    APPIMAGE: appImage,
    XDG_CACHE_HOME: path.join(folder, 'cache'),
    ASSISTANT_CONSOLE_UPDATE_FEED: feed.url,
    ASSISTANT_CONSOLE_UPDATE_KEY: feed.publicKey,
    ASSISTANT_CONSOLE_UPDATE_CONFIG: config,
  };
}

test('an update offered during a call waits for its end, then the console restarts into it', async ({
  bench,
  feed,
}) => {
  const folder = path.join(bench.userData, 'machine');
  const begun = path.join(folder, 'begun');
  feed.release('9.0.0', `#!/bin/sh\necho "9.0.0" > '${begun}'\n`);
  const env = machine(folder, feed);
  const desktop = await bench.launch(env);
  const { page, app } = desktop;
  await expect.poll(() => updateOf(desktop)).toEqual({ phase: 'upToDate', checkedAt: null });
  const connection = await signIn(desktop, bench);
  say(connection, 1, rings);
  await ask(page, 'checkForUpdates', {});
  await expect.poll(() => updateOf(desktop)).toEqual({ phase: 'ready', version: '9.0.0' });

  const strip = page.getByRole('status').filter({ hasText: 'Version 9.0.0 is ready' });
  const restart = strip.getByRole('button', { name: 'Restart now' });
  await expect(restart).toHaveAttribute('aria-disabled', 'true');
  await expect(restart).toHaveAccessibleDescription(/during a call/);
  expect(await ask(page, 'installUpdate', {})).toEqual({ ok: true, value: { status: 'inCall' } });
  await expectNoViolations(page);
  expect(readFileSync(env['APPIMAGE'] ?? '', 'utf8')).toBe('the old version');

  say(connection, 2, gaveUp);
  await expect(restart).toHaveAttribute('aria-disabled', 'false');
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await restart.click();
  expect(await ended).toBe(0);
  await expect.poll(() => existsSync(begun) && readFileSync(begun, 'utf8')).toBe('9.0.0\n');
  expect(readFileSync(env['APPIMAGE'] ?? '', 'utf8')).toContain('#!/bin/sh');
});

test('whoever quits during a call installs nothing; after it, the update is put in place', async ({ bench, feed }) => {
  const env = machine(path.join(bench.userData, 'machine'), feed);
  feed.release('9.0.0', '#!/bin/sh\nexit 0\n');
  const appImage = () => readFileSync(env['APPIMAGE'] ?? '', 'utf8');
  for (const inCall of [true, false]) {
    const desktop = await bench.launch(env);
    const connection = await signIn(desktop, bench);
    if (inCall) say(connection, 1, rings);
    await ask(desktop.page, 'checkForUpdates', {});
    await expect.poll(() => updateOf(desktop)).toEqual({ phase: 'ready', version: '9.0.0' });
    const ended = new Promise((resolve) => desktop.app.process().once('exit', resolve));
    await ask(desktop.page, 'quit', {}).catch(() => undefined);
    await ended;
    expect(appImage()).toBe(inCall ? 'the old version' : '#!/bin/sh\nexit 0\n');
  }
});

test('a feed that lies is refused, and the console goes on', async ({ bench, feed }) => {
  const env = machine(path.join(bench.userData, 'machine'), feed);
  const desktop = await bench.launch(env);
  await expect.poll(() => updateOf(desktop)).toMatchObject({ phase: 'upToDate' });
  const look = async (lie: string): Promise<UpdateView> => {
    await ask(desktop.page, 'checkForUpdates', {});
    const settled = ({ phase }: UpdateView) => phase !== 'checking' && phase !== 'downloading';
    await expect.poll(async () => settled(await updateOf(desktop)), lie).toBe(true);
    return await updateOf(desktop);
  };
  const elsewhere = new Feed();
  await elsewhere.open();
  elsewhere.release('9.0.0', 'evil');
  const signed = (change: (yml: string) => string) => () => feed.release('9.0.0', 'new', change);
  const file = 'Assistant-Console-9.0.0.AppImage';
  const endless: Answer = { endless: 'x'.repeat(65_536) };
  /** A good release, but for this. */
  const but = (spoil: () => void) => () => {
    feed.release('9.0.0', 'new');
    spoil();
  };
  const instead = (name: string, answer: Answer) => but(() => feed.put(name, answer));
  const without = (name: string) => but(() => void feed.files.delete(`/console/${name}`));
  const another = elsewhere.files.get('/console/latest-linux.yml.sig') ?? { body: '' };
  const lies: readonly [string, () => void, 'notTrusted' | 'damaged' | 'unreachable'][] = [
    ['no signature', without('latest-linux.yml.sig'), 'notTrusted'],
    ['another’s signature', instead('latest-linux.yml.sig', another), 'notTrusted'],
    ['a page in its place', instead('latest-linux.yml', { body: '<html>hello</html>' }), 'notTrusted'],
    ['a feed without end', instead('latest-linux.yml', endless), 'damaged'],
    ['a feed elsewhere', instead('latest-linux.yml', { redirect: `${elsewhere.url}latest-linux.yml` }), 'notTrusted'],
    ['a file elsewhere', instead(file, { redirect: `${elsewhere.url}${file}` }), 'notTrusted'],
    ['a way out of the folder', signed((yml) => yml.replaceAll('Assistant-Console', '../../Console')), 'notTrusted'],
    ['another file than was signed', instead(file, { body: 'evil' }), 'damaged'],
    ['a file without end', instead(file, endless), 'damaged'],
    ['no file', without(file), 'unreachable'],
    ['nothing at all', () => feed.files.clear(), 'unreachable'],
  ];
  for (const [lie, tell, why] of lies) {
    tell();
    expect(await look(lie), lie).toEqual({ phase: 'failed', why });
  }
  elsewhere.close();
  expect(readFileSync(env['APPIMAGE'] ?? '', 'utf8')).toBe('the old version');
  // Nobody else was asked, and the truth is taken as before.
  feed.release('9.0.0', 'new');
  expect(await look('the truth')).toEqual({ phase: 'ready', version: '9.0.0' });
  expect((await askedOf(desktop)).filter((asked) => !asked.startsWith('/console/'))).toEqual([]);
});

test('an administrator’s presets and locks hold on the desktop, and say so', async ({ bench, feed }) => {
  const file = path.join(bench.userData, 'presets.json');
  const presets = {
    version: 1,
    settings: { backup: 'wss://backup.example:2912' },
    preferences: { theme: 'dark', textSize: 115, updates: false },
    locked: ['backup', 'theme', 'updates', 'popToFront'],
    rememberMe: false,
  };
  writeFileSync(file, JSON.stringify(presets));
  const env = { ...machine(path.join(bench.userData, 'machine'), feed), ASSISTANT_CONSOLE_PRESETS: file };
  const { page } = await bench.launch(env);
  const state = await stateOf(page);
  expect(state).toMatchObject({
    settings: { backup: { host: 'backup.example', port: 2912, tls: true } },
    preferences: { theme: 'dark', textSize: 115 },
    signIn: { canRemember: 'administrator' },
    update: { phase: 'off', why: 'administrator' },
  });
  expect(await ask(page, 'savePreferences', { ...state.preferences, theme: 'light' })).toEqual({
    ok: false,
    error: { code: 'locked' },
  });
  await page.getByRole('button', { name: 'Server settings' }).click();
  const backup = page.getByRole('textbox', { name: 'Backup host' });
  await expect(backup).toBeDisabled();
  await expect(backup).toHaveAccessibleDescription('Set by your administrator.');
  await expectNoViolations(page);

  writeFileSync(file, '{"version":1,');
  const second = await bench.launch(env);
  await expect(second.page.getByRole('status').filter({ hasText: file })).toContainText('can’t be read');
  expect((await stateOf(second.page)).locked).toEqual([]);
});
