import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDeviceStore, type DeviceStore } from './devices';
import type { Log } from './log';

const servers = { primary: { host: 'one', port: 2912 }, backup: { host: 'two', port: 2912 } };
let folder: string;
let file: string;
let warnings: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'devices-'));
  file = path.join(folder, 'deeper', 'devices.json');
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(at = file): DeviceStore {
  const note = (_fields: object, message: string) => warnings.push(message);
  const log: Log = { info: note, warn: note, error: note };
  return createDeviceStore(at, log);
}

it('keeps a token for each user and pair of servers, also over a restart', () => {
  const store = open();
  expect(store.tokenOf('maya', servers)).toBeNull();
  store.keep('maya', servers, 'of-maya');
  store.keep('tom', servers, 'of-tom');
  const again = open();
  expect(again.tokenOf('maya', servers)).toBe('of-maya');
  expect(again.tokenOf('tom', servers)).toBe('of-tom');
  expect(again.tokenOf('maya', { ...servers, backup: null })).toBeNull();
  expect(again.tokenOf('__proto__', servers)).toBeNull();
});

it('writes a file that only its owner can read, and leaves nothing else behind', () => {
  open().keep('maya', servers, 'of-maya');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(file))).toEqual(['devices.json']);
});

it('takes a damaged file for none', () => {
  open().keep('maya', servers, 'of-maya');
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20));
  const store = open();
  expect(store.tokenOf('maya', servers)).toBeNull();
  store.keep('maya', servers, 'new');
  expect(open().tokenOf('maya', servers)).toBe('new');
});

it('goes on without the file where none can be written', () => {
  writeFileSync(path.join(folder, 'file'), '');
  const store = open(path.join(folder, 'file', 'devices.json'));
  store.keep('maya', servers, 'of-maya');
  expect(store.tokenOf('maya', servers)).toBe('of-maya');
  expect(warnings).toEqual(['device token not saved']);
  expect(warnings.join()).not.toContain('of-maya');
});

it('forgets who was here longest ago', () => {
  const store = open();
  for (let n = 0; n < 60; n += 1) store.keep(`user-${n}`, servers, `token-${n}`);
  expect([store.tokenOf('user-9', servers), store.tokenOf('user-10', servers)]).toEqual([null, 'token-10']);
});
