/** The browser host's command line: what a roll-out says about the servers and about encryption for one run. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../../shared/testing/certificates';
import type { Authority } from '../../shared/testing/certificates';
import { maxAuthority } from '../../shared/connection/authority';
import { parseFlags } from './flags';

const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2030-06-01T12:00:00Z') };
let folder: string;
let authority: Authority;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'console-flags-'));
  authority = await createAuthority('Example Authority', validity);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

const presetsOf = (...args: string[]) => {
  const parsed = parseFlags(args);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value.presets;
};
const refusal = (...args: string[]) => {
  const parsed = parseFlags(args);
  return parsed.ok ? null : parsed.error;
};

it('what is not said is left to the settings', () => {
  expect(presetsOf()).toEqual({});
});

it('everything about the servers can be said', () => {
  const file = put('authority.crt', authority.certificate);
  const said = ['--primary', 'one.example:2912', '--backup', 'ws://two.example:2913', '--authority', file];
  expect(
    presetsOf(...said, '--allow-plain', '--heartbeat-interval-ms', '1000', '--request-timeout-ms', '600000'),
  ).toEqual({
    primary: { host: 'one.example', port: 2912, tls: true },
    backup: { host: 'two.example', port: 2913, tls: false },
    authority: authority.certificate,
    allowPlain: true,
    heartbeatIntervalMs: 1_000,
    requestTimeoutMs: 600_000,
  });
});

it('an address without encryption does not allow it: that is said for itself', () => {
  expect(presetsOf('--primary', 'ws://one.example:2912')).not.toHaveProperty('allowPlain');
});

describe('an authority that cannot be taken is named with its reason, and the host does not start', () => {
  it.each<[string, () => string | Promise<string>, RegExp]>([
    ['no file', () => path.join(folder, 'nothing.crt'), /^--authority .*nothing\.crt: it cannot be read \(.*ENOENT/],
    ['a folder', () => folder, /: it cannot be read \(.*EISDIR/],
    ['a text', () => put('text.crt', 'Dear Maya'), /: no certificate \(PEM\) is in it\.$/],
    ['half of one', () => put('half.crt', authority.certificate.slice(0, 300)), /: a certificate in it is damaged\.$/],
    ['too much', () => put('long.crt', `${authority.certificate}${' '.repeat(maxAuthority)}`), /: it is longer than/],
    [
      'one with its private key',
      async () => {
        const { certificate, key } = await authority.issue(['one.example'], validity);
        return put('with-key.crt', certificate + key);
      },
      /: a private key is in it, which must stay at the authority\.$/,
    ],
  ])('%s', async (_what, file, words) => {
    const told = refusal('--authority', await file());
    expect(told).toMatch(words);
    expect(told).not.toContain('PRIVATE KEY');
  });
});

it.each([
  [['--primary', 'http://one.example'], /^--primary takes host:port or wss:\/\/host:port, not "http:\/\/one.example"/],
  [['--backup', 'two.example'], /^--backup takes host:port/],
  [['--allow-plain=yes'], /--allow-plain/],
  [['--authority'], /--authority/],
  [['--heartbeat-interval-ms', '999'], /milliseconds from 1000 to 600000/],
  [['--request-timeout-ms', 'soon'], /milliseconds from 1000 to 600000/],
  [['--port', '65536'], /^--port takes a number from 0 to 65535/],
  [['--log-level', 'loud'], /^--log-level takes one of/],
  [['--no-such-flag'], /--no-such-flag/],
])('%j is refused in words', (args, words) => {
  expect(refusal(...args)).toMatch(words);
});
