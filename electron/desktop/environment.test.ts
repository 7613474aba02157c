/** The desktop's presets: a roll-out that says something wrong costs only that one setting, and the log says which. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createAuthority } from '../../shared/testing/certificates';
import type { Authority } from '../../shared/testing/certificates';
import { readEnvironment } from './environment';

const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2030-06-01T12:00:00Z') };
let folder: string;
let authority: Authority;
let file: string;
const warned: string[] = [];
const note = (fields: object, message: string) => void warned.push(JSON.stringify({ ...fields, message }));
const log = { info: () => undefined, warn: note, error: note };

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'console-environment-'));
  authority = await createAuthority('Example Authority', validity);
  file = path.join(folder, 'authority.crt');
  writeFileSync(file, authority.certificate);
});
beforeEach(() => void warned.splice(0));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('an environment that says nothing leaves everything to the settings', () => {
  expect(readEnvironment({ PATH: '/usr/bin' }, log)).toEqual({
    userDataDir: null,
    demoAccountsFile: null,
    presets: {},
  });
  expect(warned).toEqual([]);
});

it('everything about the servers can be said', () => {
  const { presets } = readEnvironment(
    {
      ASSISTANT_CONSOLE_PRIMARY: 'one.example:2912',
      ASSISTANT_CONSOLE_BACKUP: 'ws://two.example:2913',
      ASSISTANT_CONSOLE_AUTHORITY: file,
      ASSISTANT_CONSOLE_ALLOW_PLAIN: '1',
      ASSISTANT_CONSOLE_HEARTBEAT_MS: '1000',
      ASSISTANT_CONSOLE_TIMEOUT_MS: '600000',
    },
    log,
  );
  expect(presets).toEqual({
    primary: { host: 'one.example', port: 2912, tls: true },
    backup: { host: 'two.example', port: 2913, tls: false },
    authority: authority.certificate,
    allowPlain: true,
    heartbeatIntervalMs: 1_000,
    requestTimeoutMs: 600_000,
  });
  expect(warned).toEqual([]);
});

it.each([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
])('to speak without encryption: %j is %s', (said, allowPlain) => {
  expect(readEnvironment({ ASSISTANT_CONSOLE_ALLOW_PLAIN: said }, log).presets).toEqual({ allowPlain });
  expect(warned).toEqual([]);
});

it.each(['', 'yes', 'TRUE', '2', 'toString'])('to speak without encryption: %j allows nothing, and is told', (said) => {
  expect(readEnvironment({ ASSISTANT_CONSOLE_ALLOW_PLAIN: said }, log).presets).toEqual({});
  expect(warned).toEqual([expect.stringContaining('ASSISTANT_CONSOLE_ALLOW_PLAIN')]);
});

it.each([
  ['ASSISTANT_CONSOLE_PRIMARY', 'http://one.example'],
  ['ASSISTANT_CONSOLE_BACKUP', ''],
  ['ASSISTANT_CONSOLE_HEARTBEAT_MS', '999'],
  ['ASSISTANT_CONSOLE_TIMEOUT_MS', 'soon'],
  ['ASSISTANT_CONSOLE_AUTHORITY', '/nowhere/authority.crt'],
])('%s=%s is left out and told; the rest counts', (variable, said) => {
  const { presets } = readEnvironment({ [variable]: said, ASSISTANT_CONSOLE_ALLOW_PLAIN: '0' }, log);
  expect(presets).toEqual({ allowPlain: false });
  expect(warned.at(-1)).toContain(variable);
});

it.each([
  ['no certificate (PEM) is in it', () => 'Dear Maya'],
  ['a certificate in it is damaged', () => authority.certificate.slice(0, 300)],
  ['a private key is in it', async () => (await authority.issue(['one.example'], validity)).key],
])('an authority is not taken when %s: the log has file and reason, never the text', async (reason, text) => {
  const bad = path.join(folder, 'bad.crt');
  const content = await text();
  writeFileSync(bad, content);
  expect(readEnvironment({ ASSISTANT_CONSOLE_AUTHORITY: bad }, log).presets).toEqual({});
  expect(warned[0]).toContain(bad);
  expect(warned[0]).toContain(reason);
  expect(warned.join()).not.toContain(content.slice(0, 60));
});
