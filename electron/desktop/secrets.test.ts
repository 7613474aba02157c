/** A store of the system that fails costs remembering, and nothing else. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openSecretStore } from './secrets';

const store = vi.hoisted(() => ({
  isAsyncEncryptionAvailable: vi.fn<() => Promise<boolean>>(),
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: vi.fn<(text: string) => Promise<Buffer>>(),
}));
vi.mock('electron', () => ({ safeStorage: store }));

let folder: string;
let file: string;
const said: string[] = [];
const note = (_fields: object, message: string) => void said.push(message);
const log = { info: note, warn: note, error: note };
const anna = {
  userId: 'anna',
  password: 'secret',
  servers: { primary: { host: 'one.example', port: 2912, tls: true }, backup: null },
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'console-secrets-'));
  file = path.join(folder, 'remembered.json');
  said.length = 0;
  store.isAsyncEncryptionAvailable.mockResolvedValue(true);
  store.encryptStringAsync.mockImplementation((text) => Promise.resolve(Buffer.from(text).reverse()));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a store that breaks when it is asked for is none', async () => {
  store.isAsyncEncryptionAvailable.mockRejectedValue(new Error('no bus'));
  const { canRemember } = await openSecretStore(file, log);
  expect(canRemember).toBe('noKeychain');
  expect(said).toEqual(['the store of the system is broken']);
});

it('a store that takes nothing: not remembered, and said so', async () => {
  const kept = await openSecretStore(file, log);
  expect(await kept.keep(anna)).toBe(true);
  store.encryptStringAsync.mockRejectedValue(new Error('locked'));
  expect(await kept.keep(anna)).toBe(false);
  expect(said).toEqual(['not remembered: the store of the system takes nothing']);
});

it('what cannot be deleted does not keep anybody from logging out', async () => {
  // `rm` takes no folder, as Windows takes no file that another program holds.
  mkdirSync(file);
  writeFileSync(path.join(file, 'x'), '');
  const kept = await openSecretStore(file, log);
  expect(() => kept.forget()).not.toThrow();
  expect(said).toEqual(['who was remembered cannot be deleted']);
});
