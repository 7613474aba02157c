/** What `npm run package` makes, looked at and run: the archive, the fuses, and the app out of the archive. On release runners the app that is shipped. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { extractAll } from '@electron/asar';
import { chromium, expect } from '@playwright/test';
import { filesIn, integrityOf } from '../build/package/contents';
import { readFuses } from '../build/package/fuses';
import { packedApps, type Packed, type System } from '../build/package/packed';
import { root } from '../build/scripts/paths';
import { ask, signIn, stateOf, test } from './fixtures/desktopBench';
import { hasElectron, packedApp, startDesktop, type Started } from './standin/launch';

test.skip(hasElectron && packedApp === null, 'shown by a packed app');
// All of them look at one package.
test.describe.configure({ mode: 'serial' });

/** Empty on a release runner, where the app is there already. */
let packed: readonly Packed[] = [];
let started: Started = {};
let told = '';
let place = '';

test.beforeAll(() => {
  if (packedApp !== null) return;
  place = mkdtempSync(path.join(tmpdir(), 'console packaged '));
  // Whatever an earlier run left must not get in.
  const dirty = path.join(place, 'out', 'linux-unpacked', 'resources', 'app');
  mkdirSync(dirty, { recursive: true });
  writeFileSync(path.join(dirty, 'left.ts'), 'left behind');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...[path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), path.join(root, 'build', 'scripts', 'package.ts')],
      ...['--standin', '--no-build', '--linux', '--win', '--mac', '--output', path.join(place, 'out')],
    ],
    { cwd: root, encoding: 'utf8' },
  );
  told = stdout;
  expect(status, `${stdout}\n${stderr}`).toBe(0);
  packed = packedApps(path.join(place, 'out'));
  const here = of('linux');
  const folder = path.join(place, 'app');
  extractAll(here.asar, folder);
  started = { main: path.join(folder, 'dist', 'desktop', 'main.cjs'), resources: here.resources };
});

test.afterAll(() => rmSync(place || path.join(tmpdir(), 'nothing'), { recursive: true, force: true }));

function of(system: System): Packed {
  const found = packed.find((one) => one.system === system);
  if (found === undefined) throw new Error(`nothing is packed for ${system}`);
  return found;
}

test('the archive has the bundles and the pages in it, and nothing else; its size is told', () => {
  test.skip(packedApp !== null, 'looked at by npm run package');
  const names = filesIn(of('linux').asar).map(({ name }) => name);
  const other = names.filter((name) => !/^dist\/renderer\/assets\/[\w.-]+\.(js|css|svg|png|woff2)$/.test(name));
  const pictures = other.filter((name) => /^dist\/desktop\/.+\.(png|ico|svg)$/.test(name));
  expect(other.filter((name) => !pictures.includes(name))).toEqual([
    'dist/desktop/main.cjs',
    'dist/desktop/preload.cjs',
    'dist/renderer/index.html',
    'dist/renderer/replay.html',
    'package.json',
  ]);
  for (const { asar } of packed) expect(filesIn(asar).map(({ name }) => name)).toEqual(names);
  expect(told.match(/app\.asar \d+ kB, \d+ files/g)).toHaveLength(3);
});

test('every fuse of every system is as it was decided', async () => {
  test.skip(packedApp !== null, 'looked at by npm run package');
  expect(packed.map(({ system }) => system)).toEqual(['linux', 'darwin', 'win32']);
  for (const { binary } of packed)
    expect(await readFuses(binary)).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    });
});

test('Windows and macOS know the hash of the archive, and which links and files are ours', () => {
  test.skip(packedApp !== null, 'looked at by npm run package');
  const plist = readFileSync(path.join(of('darwin').binary, 'Contents', 'Info.plist'), 'utf8');
  expect(plist).toContain(integrityOf(of('darwin').asar));
  expect(readFileSync(of('win32').binary).includes(integrityOf(of('win32').asar))).toBe(true);
  for (const ours of ['tel', 'callto', 'acsession', 'acsession.icns', 'org.assistantconsole.desktop'])
    expect(plist).toContain(`<string>${ours}</string>`);
  expect(plist).toMatch(/<key>NSAllowsArbitraryLoads<\/key>\s*<false\/>/);
});

test('the packed app signs in, opens a recording that the system names, and quits', async ({ bench }) => {
  const file = path.join(root, 'e2e', 'fixtures', 'recordings', 'v1', 'calls.acsession');
  const desktop = await bench.launch({}, started);
  const { app, page } = desktop;
  expect(await app.evaluate(({ app: electron }) => [electron.isPackaged, electron.getVersion()])).toEqual([
    true,
    (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version,
  ]);
  const opened = app.waitForEvent('window');
  // Somebody double-clicks it: the system starts the program once more, with no bundle on the command line.
  await app.evaluate(
    ({ app: electron }, argv) => electron.emit('second-instance', {}, [process.execPath, ...argv], '/'),
    [file],
  );
  const replay = await opened;
  await replay.waitForURL(/replay\.html\?open=file-/);
  await expect(replay.getByText(/(\d+) of \1 checkpoints? agrees?/)).toBeVisible();
  await signIn(desktop, bench);
  expect((await stateOf(page)).link.phase).toBe('live');
  await expect(page.getByRole('searchbox', { name: 'Search the directory' })).toBeVisible();
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await ask(page, 'quit', {}).catch(() => undefined);
  expect(await ended).toBe(0);
});

test('started without a debugger, it shows the login screen and ends when it is told to', async ({ bench }) => {
  const child = startDesktop({ ASSISTANT_CONSOLE_USER_DATA: bench.userData }, started);
  try {
    const address = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
      if (child.stderr === null) return;
      createInterface(child.stderr).on('line', (line) => {
        const [, url] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
        if (url !== undefined) resolve(url);
      });
    });
    const browser = await chromium.connectOverCDP(address);
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('no context');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    await expect(page.getByLabel('User ID')).toBeVisible();
  } finally {
    const ended = once(child, 'exit');
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await ended;
  }
});
