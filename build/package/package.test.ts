/** What is looked at in a package is really seen: each fault, put into one, is told. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { builderConfig } from '../electron-builder';
import { root } from '../scripts/paths';
import { contactOf, packedKeys, packedPackage } from './about';
import { problemsIn } from './contents';
import { canNotarize, leftOut, publishTo } from './environment';
import { fuseNames, readFuses, setFuses, wantedFuses, wrongFuses } from './fuses';
import { packedApps, packedBinary } from './packed';
import { stageApp } from './stage';
import { makeStandinDistribution } from './standin/distribution';

const place = mkdtempSync(path.join(tmpdir(), 'console package '));
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('the contents', () => {
  const good = new Map([
    ['package.json', JSON.stringify(packedPackage({}))],
    ['dist/desktop/main.cjs', 'require("electron")'],
    ['dist/desktop/preload.cjs', 'require("electron")'],
    ['dist/desktop/tray/idle@2x.png', 'picture'],
    ['dist/renderer/index.html', '<!doctype html>'],
    ['dist/renderer/replay.html', '<!doctype html>'],
    ['dist/renderer/assets/index-B_x.js', 'export {}'],
  ]);
  const problems = (changed: readonly (readonly [string, string])[], without = '') => {
    const all = new Map([...good, ...changed]);
    all.delete(without);
    const files = [...all].map(([name, text]) => ({ name, bytes: text.length }));
    return problemsIn(files, (name) => all.get(name) ?? '', '/home/me/console');
  };

  it('as they should be have no problem', () => expect(problems([])).toEqual([]));

  it.each([
    'dist/desktop/main.cjs.map',
    'dist/renderer/assets/index.js.map',
    'electron/desktop/main.ts',
    'dist/desktop/menu.test.cjs',
    'node_modules/pino/package.json',
    'dist/service.js',
    '.env',
    'dist/renderer/assets/../../key.pem',
  ])('%s does not belong', (name) =>
    expect(problems([[name, 'x']])).toEqual([`${name} does not belong into a package`]),
  );

  it('must be whole', () => {
    expect(problems([], 'dist/renderer/replay.html')).toEqual(['dist/renderer/replay.html is not in it']);
    expect(problems([['dist/desktop/preload.cjs', '']])).toEqual(['dist/desktop/preload.cjs is empty']);
  });

  it.each([
    [`const key = '-----BEGIN PRIVATE KEY-----\\n${'MC4CAQAwBQYDK2VwBCIEI'.repeat(2)}'`, 'a private key'],
    [`ghp_${'a'.repeat(36)}`, 'an access token'],
    ['//# sourceMappingURL=data:application/json;base64,e30=', 'a map of the sources'],
  ])('%s is seen', (text, what) =>
    expect(problems([['dist/desktop/main.cjs', text]])).toEqual([`dist/desktop/main.cjs has ${what} in it`]),
  );

  it('do not say where they were built, and the package.json not what nobody needs', () => {
    expect(problems([['dist/renderer/index.html', 'file:///home/me/console/renderer']])).toEqual([
      'dist/renderer/index.html names the folder it was built in',
    ]);
    const more = JSON.stringify({ ...packedPackage({}), scripts: {}, dependencies: {} });
    expect(problems([['package.json', more]])).toEqual(['package.json says scripts', 'package.json says dependencies']);
  });

  it('are laid out anew each time, without maps, and not at all from half a build', () => {
    const dist = path.join(place, 'dist');
    const to = path.join(place, 'app');
    for (const [name, text] of good) {
      const file = path.join(dist, path.relative('dist', name));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    writeFileSync(path.join(dist, 'desktop', 'main.cjs.map'), '{}');
    mkdirSync(to, { recursive: true });
    writeFileSync(path.join(to, 'left.ts'), 'left behind');
    stageApp(dist, to, {});
    expect(() => readFileSync(path.join(to, 'left.ts'))).toThrow();
    expect(() => readFileSync(path.join(to, 'dist', 'desktop', 'main.cjs.map'))).toThrow();
    expect(Object.keys(JSON.parse(readFileSync(path.join(to, 'package.json'), 'utf8')) as object)).not.toContain(
      'scripts',
    );
    rmSync(path.join(dist, 'renderer', 'replay.html'));
    expect(() => stageApp(dist, to, {})).toThrow('Not built: dist/renderer/replay.html. Run `npm run build` first.');
  });
});

describe('the fuses', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('of %s are all decided, set and read back', async (system) => {
    const folder = makeStandinDistribution(system, '45.4.1', path.join(place, 'fuses', system));
    const binary = path.join(folder, { linux: 'electron', win32: 'electron.exe', darwin: 'Electron.app' }[system]);
    expect(wrongFuses(await readFuses(binary))).toEqual(
      // As Electron is delivered.
      fuseNames.filter((name) => !['LoadBrowserProcessSpecificV8Snapshot', 'WasmTrapHandlers'].includes(name)),
    );
    await setFuses(binary);
    expect(await readFuses(binary)).toEqual(wantedFuses);
    const other = { ...wantedFuses, EnableNodeCliInspectArguments: true, WasmTrapHandlers: false };
    await setFuses(binary, other);
    expect(wrongFuses(await readFuses(binary))).toEqual(['EnableNodeCliInspectArguments', 'WasmTrapHandlers']);
  });

  it('that nobody has decided on stop the packing', async () => {
    const binary = path.join(place, 'ten');
    const wire = [Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 10]), Buffer.from('1011000110')];
    writeFileSync(binary, Buffer.concat(wire));
    await expect(setFuses(binary)).rejects.toThrow('has 10 fuses, 9 are decided');
    writeFileSync(
      binary,
      Buffer.from(readFileSync(binary).toString('latin1').replace('1011000110', 'r01100011'), 'latin1'),
    );
    await expect(readFuses(binary)).rejects.toThrow();
    writeFileSync(binary, 'no Electron');
    await expect(setFuses(binary)).rejects.toThrow('sentinel');
  });
});

describe('the environment', () => {
  it('gives a feed only as a plain https address', () => {
    expect(publishTo({})).toBeNull();
    expect(publishTo({ UPDATE_FEED_URL: '' })).toBeNull();
    expect(publishTo({ UPDATE_FEED_URL: 'https://updates.example.com/console' })).toEqual({
      provider: 'generic',
      url: 'https://updates.example.com/console',
      channel: 'latest',
    });
    for (const address of ['http://x.example/', 'https://me:secret@x.example/', 'https://x.example/?a', 'ftp://x', 'x'])
      expect(() => publishTo({ UPDATE_FEED_URL: address })).toThrow('UPDATE_FEED_URL must be an https address');
  });

  it('notarizes with a whole set of credentials, and what is left out is told', () => {
    const apple = { APPLE_ID: 'a', APPLE_APP_SPECIFIC_PASSWORD: 'b', APPLE_TEAM_ID: 'c' };
    expect(canNotarize(apple)).toBe(true);
    expect(canNotarize({ ...apple, APPLE_TEAM_ID: '' })).toBe(false);
    expect(leftOut({}, 'darwin')).toHaveLength(3);
    expect(leftOut({ ...apple, CSC_LINK: 'x', UPDATE_FEED_URL: 'https://x.example/' }, 'darwin')).toEqual([]);
    expect(leftOut({}, 'win32').join()).toContain('signing');
    expect(leftOut({}, 'linux')).toEqual(['updates (no UPDATE_FEED_URL)']);
  });

  it('names the repository for Debian on a release runner', () => {
    const env = {
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'us/console',
      GITHUB_REPOSITORY_OWNER: 'us',
    };
    expect(contactOf(env)).toEqual({
      homepage: 'https://github.com/us/console',
      maintainer: 'us <us@users.noreply.github.com>',
    });
    for (const key of Object.keys(packedPackage(env))) expect(packedKeys).toContain(key);
  });
});

describe('the configuration', () => {
  const config = builderConfig({ app: '/app', output: '/out', electronDist: null, env: {} });

  it('packs an archive, publishes nowhere by itself, and signs by the environment only', () => {
    expect(config).toMatchObject({ asar: true, publish: null, forceCodeSigning: false, mac: { notarize: false } });
    expect(JSON.stringify(config)).not.toMatch(/password|certificateFile|identity/i);
  });

  it('is for Windows and Linux on both processors, for macOS as one app under the hardened runtime', () => {
    expect(config.win?.target).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }]);
    expect(config.nsis).toMatchObject({ perMachine: false, allowElevation: true });
    expect(config.mac).toMatchObject({ hardenedRuntime: true });
    expect(config.mac?.target).toEqual(['dmg', 'zip'].map((target) => ({ target, arch: 'universal' })));
    expect(config.linux?.target).toEqual(['AppImage', 'deb'].map((target) => ({ target, arch: ['x64', 'arm64'] })));
  });

  it('tells Windows of every kind of link that the app opens, and takes all of it back', () => {
    const script = readFileSync(config.nsis?.include ?? '', 'utf8');
    const [install = '', uninstall = ''] = script.split('!macro customUnInstall');
    const schemes = [config.protocols ?? []].flat().flatMap((protocol) => protocol.schemes);
    const told = [...install.matchAll(/URLAssociations" "(\w+)"/g)].map(([, scheme]) => scheme);
    expect(told).toEqual(schemes);
    expect(install).toContain('-- "%1"');
    for (const key of ['Software\\RegisteredApplications', 'Software\\Classes\\${LINKS_CLASS}', 'Software\\${APP_ID}'])
      expect(uninstall).toContain(`SHELL_CONTEXT "${key}"`);
  });

  it('allows macOS apps nothing but to compile JavaScript', () => {
    const plist = readFileSync(path.join(root, 'build', 'mac', 'entitlements.plist'), 'utf8');
    expect([...plist.matchAll(/<key>(.+)<\/key>\s*<true\/>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
  });
});

it('packed apps are found by the folders that electron-builder makes', () => {
  const output = path.join(place, 'found');
  for (const name of ['linux-arm64-unpacked', 'win-unpacked', 'mac-universal', 'standin', 'app'])
    mkdirSync(path.join(output, name), { recursive: true });
  expect(packedApps(output).map(({ system, binary }) => [system, path.basename(binary)])).toEqual([
    ['linux', 'assistant-console'],
    ['darwin', 'Assistant Console.app'],
    ['win32', 'Assistant Console.exe'],
  ]);
  expect(packedApps(path.join(place, 'nowhere'))).toEqual([]);
  expect(packedBinary('/x', 'win32')).toBe(path.join('/x', 'Assistant Console.exe'));
});
