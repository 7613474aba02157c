import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../../shared/bridge';
import { defaultPreferences } from '../../../shared/console/preferences';
import { openDocuments } from '../documents';
import { settingsFormat } from '../files/settingsFormat';
import type { Log } from '../log';
import { ManualClock } from '../testing/manualClock';
import type { Presets } from './presets';
import { noPresets } from './presets';

let folder: string;
let clock: ManualClock;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'console-layers-'));
  clock = new ManualClock();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const open = (presets: Partial<Presets> = {}, run: Partial<Settings> = {}) =>
  openDocuments(folder, run, clock, log, { presets: { ...noPresets, ...presets }, problem: null });
const file = (name: string) => path.join(folder, `${name}.json`);
const inFile = (name: string): unknown => JSON.parse(readFileSync(file(name), 'utf8'));
const at = (host: string) => ({ host, port: 2912, tls: true });

describe('a preset', () => {
  it('holds until the person chooses, and is never written as if they had', () => {
    const presets = { preferences: { theme: 'dark', popToFront: true } } as const;
    const { preferences } = open(presets);
    expect(preferences.value).toEqual({ ...defaultPreferences, ...presets.preferences });
    expect(preferences.save({ ...preferences.value, textSize: 130 }).ok).toBe(true);
    expect(inFile('preferences')).toEqual({ version: 1, textSize: 130 });
    clock.pass(1_000);
    preferences.save({ ...preferences.value, theme: 'light' });
    expect(open(presets).preferences.value).toMatchObject({ theme: 'light', popToFront: true, textSize: 130 });
    // Another preset reaches whoever has not chosen.
    expect(open({ preferences: { theme: 'contrast', popToFront: false } }).preferences.value).toMatchObject({
      theme: 'light',
      popToFront: false,
    });
  });

  it('is weaker than what stands in a whole file of an earlier console', () => {
    writeFileSync(file('preferences'), JSON.stringify({ ...defaultPreferences, theme: 'light' }));
    expect(open({ preferences: { theme: 'dark' } }).preferences.value.theme).toBe('light');
  });

  it('is weaker than the command line of this run, which is not written either', () => {
    const presets = { settings: { primary: at('preset'), logLevel: 'warn' as const } };
    const { settings } = open(presets, { primary: at('run') });
    expect(settings.value).toMatchObject({ primary: at('run'), logLevel: 'warn' });
    settings.save({ ...settings.value, allowPlain: true });
    expect(settings.value.primary).toEqual(at('run'));
    expect(inFile('settings')).toEqual({ version: 3, allowPlain: true });
    clock.pass(1_000);
    settings.save({ ...settings.value, primary: at('mine') });
    expect(settings.value.primary).toEqual(at('mine'));
    expect(open(presets).settings.value.primary).toEqual(at('mine'));
  });
});

describe('a lock', () => {
  const presets: Presets = {
    settings: { primary: at('company') },
    preferences: { ring: { ...defaultPreferences.ring, on: false } },
    locked: ['primary', 'ring', 'backup', 'rememberMe'],
  };

  it('is above the person’s own file and the command line', () => {
    writeFileSync(file('settings'), JSON.stringify({ ...settingsFormat.initial, primary: at('mine') }));
    expect(open(presets, { primary: at('run') }).settings.value.primary).toEqual(at('company'));
    expect(open(presets).locked).toEqual(presets.locked);
    // The person's own wish is still there when the lock goes.
    const { settings } = open(presets);
    settings.save({ ...settings.value, logLevel: 'debug' });
    expect(open().settings.value).toMatchObject({ primary: at('mine'), logLevel: 'debug' });
  });

  it('without a preset keeps what the person had', () => {
    writeFileSync(file('settings'), JSON.stringify({ ...settingsFormat.initial, backup: at('mine') }));
    expect(open(presets, { backup: at('run') }).settings.value.backup).toEqual(at('mine'));
  });

  it('refuses a save that would change it, whole: nothing is written, nothing is in force', () => {
    const { settings, preferences } = open(presets);
    expect(settings.save({ ...settings.value, logLevel: 'debug', backup: null })).toEqual({
      ok: false,
      error: 'locked',
    });
    const ring = { ...preferences.value.ring, volume: 1 };
    expect(preferences.save({ ...preferences.value, theme: 'dark', ring })).toEqual({ ok: false, error: 'locked' });
    expect([settings.value.logLevel, preferences.value.theme]).toEqual(['info', 'system']);
    expect([existsSync(file('settings')), existsSync(file('preferences'))]).toEqual([false, false]);
    expect(preferences.save({ ...preferences.value, theme: 'dark' }).ok).toBe(true);
    expect(inFile('preferences')).toEqual({ version: 1, theme: 'dark' });
  });
});

it('a file of presets that is of no use is told among the others', () => {
  const problem = { file: 'presets', why: 'damaged', keptAs: '/etc/x', restored: false } as const;
  expect(openDocuments(folder, {}, clock, log, { presets: noPresets, problem }).problems()).toEqual([problem]);
});
