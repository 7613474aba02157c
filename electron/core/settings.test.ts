import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from './log';
import { createSettingsStore } from './settings';

let folder: string;
let logged: string[];
const log: Log = {
  info: (_fields, message) => logged.push(message),
  warn: (_fields, message) => logged.push(message),
  error: (_fields, message) => logged.push(message),
};
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'console-settings-'));
  logged = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => path.join(folder, 'deep', 'settings.json');
const open = (presets = {}) => createSettingsStore(file(), presets, log);

describe('settings', () => {
  it('begin with defaults, and are there again after a restart', () => {
    const store = open();
    expect(store.current()).toMatchObject({ primary: { host: '127.0.0.1', port: 2912 }, logLevel: 'info' });
    expect(store.save({ ...store.current(), logLevel: 'debug' }).ok).toBe(true);
    expect(open().current().logLevel).toBe('debug');
    expect(readdirSync(path.dirname(file()))).toEqual(['settings.json']);
  });

  it('keep the ones before', () => {
    const store = open();
    store.save({ ...store.current(), logLevel: 'debug' });
    store.save({ ...store.current(), logLevel: 'warn' });
    expect(readFileSync(`${file()}.bak`, 'utf8')).toContain('"debug"');
  });

  it.each(['not JSON', '', '{"version":1}', '{"version":3}', '[]', '\0\0\0'])(
    'damaged (%j): moved aside, never thrown away',
    (text) => {
      open().save(open().current());
      writeFileSync(file(), text);
      expect(open().current()).toEqual(open().current());
      const aside = path.join(path.dirname(file()), 'settings.damaged-1.json');
      expect(readFileSync(aside, 'utf8')).toBe(text);
      expect(existsSync(file())).toBe(false);
      expect(logged).toContain('settings file cannot be read: moved aside');
    },
  );

  it('damaged: the ones before are used where there are any; a second damage has its own name', () => {
    const store = open();
    store.save({ ...store.current(), logLevel: 'debug' });
    store.save({ ...store.current(), logLevel: 'warn' });
    for (const n of [1, 2]) {
      writeFileSync(file(), `damage ${n}`);
      expect(open().current().logLevel).toBe('debug');
    }
    expect(readFileSync(path.join(path.dirname(file()), 'settings.damaged-2.json'), 'utf8')).toBe('damage 2');
  });

  it('presets win for this run and are not written by themselves', () => {
    const presets = { primary: { host: 'ipma', port: 1 } };
    expect(open(presets).current().primary).toEqual(presets.primary);
    expect(existsSync(file())).toBe(false);
  });

  it('that could not be written are not in force', () => {
    writeFileSync(path.join(folder, 'deep'), 'a file where the folder should be');
    const store = open();
    expect(store.save({ ...store.current(), logLevel: 'debug' }).ok).toBe(false);
    expect(store.current().logLevel).toBe('info');
  });
});
