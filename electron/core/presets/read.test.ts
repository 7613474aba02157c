import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presetsFile } from './place';
import { nothingPreset } from './presets';
import { readPresets } from './read';

let folder: string;
let logged: object[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'console-presets-'));
  logged = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const note = (fields: object, message: string) => logged.push({ ...fields, message });
const log = { info: note, warn: note, error: note };
const file = () => path.join(folder, 'presets.json');
const read = () => readPresets(file(), log);
const refused = (why: string) => ({
  ...nothingPreset,
  problem: { file: 'presets', why, keptAs: file(), restored: false },
});

describe('the file of presets', () => {
  it('is not there: nothing is said of it', () => {
    expect(read()).toEqual(nothingPreset);
    expect(logged).toEqual([]);
  });

  it.each([
    ['as editors on Windows write it', '\uFEFF{"version":1,"preferences":{"theme":"dark"}}', 'utf8'],
    ['as its shell writes it', '\uFEFF{"version":1,"preferences":{"theme":"dark"}}', 'utf16le'],
  ] as const)('%s', (_how, text, encoding) => {
    writeFileSync(file(), text, encoding);
    expect(read().presets.preferences).toEqual({ theme: 'dark' });
  });

  it('names the entries that do not count in the log', () => {
    writeFileSync(file(), '{"version":1,"settings":{"prime":1,"authorityFile":"none.pem"}}');
    expect(read()).toEqual(nothingPreset);
    expect(logged).toMatchObject([
      { entry: 'settings.prime: no such entry', message: 'preset left out' },
      { entry: expect.stringContaining('settings.authorityFile: it cannot be read') as string },
      { presets: [], locked: [] },
    ]);
  });

  it('nested without end costs that entry only', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    for (const text of [
      `"locked":[${deep}]`,
      `"settings":{"primary":${deep}}`,
      `"preferences":{"shortcuts":${deep}}`,
    ]) {
      writeFileSync(file(), `{"version":1,${text}}`);
      expect(read()).toEqual(nothingPreset);
    }
    expect(logged).toContainEqual({
      file: file(),
      entry: 'locked: not a name: no such entry',
      message: 'preset left out',
    });
  });

  it('may name a pipe as the authority, and nobody waits for it', () => {
    execFileSync('mkfifo', [path.join(folder, 'ca.pem')]);
    writeFileSync(file(), '{"version":1,"settings":{"authorityFile":"ca.pem"}}');
    expect(read()).toEqual(nothingPreset);
    expect(logged).toMatchObject([{ entry: 'settings.authorityFile: it cannot be read (not a file)' }, {}]);
  });

  it.each([
    ['not JSON', () => writeFileSync(file(), '{"version":1'), 'damaged'],
    ['a later console’s', () => writeFileSync(file(), '{"version":2}'), 'newer'],
    ['huge', () => writeFileSync(file(), `{"version":1,"x":"${' '.repeat(1024 * 1024)}"}`), 'damaged'],
    ['a folder', () => mkdirSync(file()), 'damaged'],
    ['a pipe that nobody writes into', () => execFileSync('mkfifo', [file()]), 'damaged'],
  ])('%s: refused as a whole, logged, told', (_what, make, why) => {
    make();
    expect(read()).toEqual(refused(why));
    expect(logged).toMatchObject([{ file: file(), why }]);
  });
});

describe('its place', () => {
  const at = (platform: NodeJS.Platform, variables = {}, isPackaged = true) =>
    presetsFile({ platform, variables, isPackaged });

  it('is one for the machine', () => {
    expect(at('win32', { ProgramData: 'D:\\Data' })).toBe('D:\\Data\\Assistant Console\\presets.json');
    expect(at('win32')).toBe('C:\\ProgramData\\Assistant Console\\presets.json');
    expect(at('darwin')).toBe('/Library/Application Support/Assistant Console/presets.json');
    expect(at('linux')).toBe('/etc/assistant-console/presets.json');
  });

  it('is named by whoever starts the console only where that is not installed', () => {
    const variables = { ASSISTANT_CONSOLE_PRESETS: '/tmp/mine.json' };
    expect(at('linux', variables, false)).toBe('/tmp/mine.json');
    expect(at('linux', variables, true)).toBe('/etc/assistant-console/presets.json');
    expect(at('linux', { ASSISTANT_CONSOLE_PRESETS: '' }, false)).toBe('/etc/assistant-console/presets.json');
  });
});
