import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAuthority } from '../shared/testing/certificates';

vi.setConfig({ testTimeout: 60_000 });

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

/** What the process says on standard error, and how it ends. */
async function start(...flags: string[]): Promise<{ code: number | null; lines: string[] }> {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...flags], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, lines: said.split('\n') };
}

function alarmsIn(lines: readonly string[]): unknown[] {
  return lines.filter((line) => line.startsWith('{')).map((line): unknown => JSON.parse(line));
}

it('a service whose port is taken says so by alarm and ends', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const { code, lines } = await start(
    '--port',
    String(port),
    '--database',
    ':memory:',
    '--switch',
    'ws://127.0.0.1:1/cti',
  );
  taken.close();
  expect(code).toBe(1);
  const alarm = {
    alarm: 'ServiceNotStarted',
    severity: 'critical',
    detail: expect.stringContaining('EADDRINUSE') as string,
  };
  expect(alarmsIn(lines)).toContainEqual(expect.objectContaining(alarm));
});

it('a service with a wrong flag says so by alarm and ends', async () => {
  const { code, lines } = await start('--port', '99999', '--database', ':memory:', '--switch', 'ws://127.0.0.1:1/cti');
  expect(code).toBe(1);
  const alarm = { alarm: 'ServiceNotStarted', detail: expect.stringContaining('--port') as string };
  expect(alarmsIn(lines)).toContainEqual(expect.objectContaining(alarm));
});

describe('a certificate that cannot be used', () => {
  let folder: string;
  const file = (name: string) => path.join(folder, name);
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'ipma-not-started-'));
    const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 3_600_000) };
    const authority = await createAuthority('Example Authority', validity);
    const [one, two] = [await authority.issue(['one'], validity), await authority.issue(['two'], validity)];
    writeFileSync(file('one.crt'), one.certificate);
    writeFileSync(file('one.key'), one.key);
    writeFileSync(file('two.key'), two.key);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    [
      'is not there',
      ['--tls-cert=nothing.crt', '--tls-key=one.key'],
      /^--tls-cert \S+nothing\.crt cannot be read \(ENOENT\)$/,
    ],
    ['is none', ['--tls-cert=one.key', '--tls-key=one.key'], /^--tls-cert \S+one\.key holds no certificate \(PEM\)/],
    [
      'has the key of another',
      ['--tls-cert=one.crt', '--tls-key=two.key'],
      /^--tls-key \S+two\.key does not belong to the first certificate of --tls-cert \S+one\.crt$/,
    ],
    ['has no key', ['--tls-cert=one.crt'], /^--tls-cert and --tls-key go together: give both, or none$/],
    ['is only a key', ['--tls-key=one.key'], /^--tls-cert and --tls-key go together: give both, or none$/],
    [
      'is of an authority that is not there',
      ['--tls-cert=one.crt', '--tls-key=one.key', '--tls-ca=nothing.crt'],
      /^--tls-ca \S+nothing\.crt cannot be read \(ENOENT\)$/,
    ],
  ])('when it %s the service says so in one sentence, by alarm, and ends', async (_what, flags, words) => {
    const named = flags.map((flag) => flag.replace('=', `=${folder}${path.sep}`));
    const { code, lines } = await start(
      ...named,
      '--port',
      '0',
      '--database',
      ':memory:',
      '--switch',
      'ws://127.0.0.1:1/cti',
    );
    expect(code).toBe(1);
    expect(lines[0]).toMatch(words);
    const alarm = { alarm: 'ServiceNotStarted', severity: 'critical', detail: lines[0] };
    expect(alarmsIn(lines)).toContainEqual(expect.objectContaining(alarm));
    // A private key is in none of it.
    expect(lines.join('\n')).not.toContain('PRIVATE');
  });
});
