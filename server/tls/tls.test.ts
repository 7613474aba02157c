/** One port with TLS: consoles, the manager's page, health, the pair's own link; and certificates that are wrong, renewed or broken. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { get, request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { connect } from 'node:tls';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { createAuthority } from '../../shared/testing/certificates';
import type { Authority, Identity } from '../../shared/testing/certificates';
import { demoPassword } from '../demo/world';
import { serviceLog } from '../log';
import { Pair } from '../testing/pair';
import { TestConsole } from '../testing/testConsole';
import { until } from '../testing/until';
import { trustWith } from './trust';

vi.setConfig({ testTimeout: 30_000 });

const hour = 3_600_000;
const validity = { notBefore: new Date(Date.now() - hour), notAfter: new Date(Date.now() + 1_000 * hour) };
let authority: Authority;
let folder: string;
let pair: Pair;
const open: TestConsole[] = [];

beforeAll(async () => {
  authority = await createAuthority('Example Authority', validity);
});
afterEach(async () => {
  for (const console of open.splice(0)) console.socket.terminate();
  await pair.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string): string => path.join(folder, name);

/** Each file whole at once, as a renewal does it. */
function put({ certificate, key }: Identity, files = ownFiles()): void {
  for (const [text, place] of [
    [key, files.key],
    [certificate, files.certificate],
  ] as const) {
    writeFileSync(`${place}.new`, text);
    renameSync(`${place}.new`, place);
  }
}

const ownFiles = () => ({ certificate: file('service.crt'), key: file('service.key') });

async function openPair(): Promise<void> {
  folder = mkdtempSync(path.join(tmpdir(), 'ipma-tls-'));
  pair = await Pair.open();
  put(await authority.issue(['127.0.0.1'], validity));
  writeFileSync(file('ca.crt'), authority.certificate);
}

/** A log, line by line. */
function logInto(lines: string[]) {
  const to = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return serviceLog('info', 'primary', to);
}

const options = () => ({ certificate: ownFiles(), certificatePollMs: 20 });
const port = () => pair.service('primary').port;

/** The serial number of the certificate that a new connection is shown. */
function serial(): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: port(), ca: authority.certificate }, () => {
      resolve(socket.getPeerCertificate().serialNumber);
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

function healthz(): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(`https://127.0.0.1:${port()}/healthz`, { ca: authority.certificate }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on('error', reject);
  });
}

it('serves consoles, health and the manager’s page over TLS, with Secure cookies; the pair finds each other over wss', async () => {
  await openPair();
  const trust = trustWith(file('ca.crt'));
  await pair.start('primary', { ...options(), trust, peer: () => 'wss://127.0.0.1:1/peer' });
  await pair.active('primary');
  const primaryPort = port();
  await pair.start('backup', { ...options(), trust, peer: () => `wss://127.0.0.1:${primaryPort}/peer` });
  await until(() => (pair.service('backup').health().store === 'up' ? true : undefined), 'the store of the backup');
  const console = new TestConsole(port(), {}, authority.certificate);
  open.push(console);
  expect(await console.login('maya', demoPassword)).toMatchObject({ userId: 'maya' });
  expect(await healthz()).toBe(200);
  const login = await new Promise<{ cookies: string[]; status: number | undefined }>((resolve, reject) => {
    const origin = `https://127.0.0.1:${port()}`;
    const asked = httpsRequest(
      `${origin}/manager/api/login`,
      { method: 'POST', ca: authority.certificate, headers: { origin, 'content-type': 'application/json' } },
      (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode, cookies: answer.headers['set-cookie'] ?? [] });
      },
    );
    asked.on('error', reject);
    asked.end(JSON.stringify({ userId: 'akowalska', password: demoPassword }));
  });
  expect(login.status).toBe(200);
  expect(login.cookies.map((cookie) => cookie.endsWith('; Secure'))).toEqual([true, true]);
  // Its link is encrypted too, and it notices at once when the primary's process is gone.
  await pair.stop('primary', 'abrupt');
  await pair.active('backup');
});

it('plain ws is not understood', async () => {
  await openPair();
  await pair.start('primary', options());
  const console = new TestConsole(port());
  open.push(console);
  await console.closed();
  expect(console.received).toEqual([]);
});

it('a renewed certificate is shown without a restart, a broken one never, and sessions go on', async () => {
  await openPair();
  const lines: string[] = [];
  await pair.start('primary', { ...options(), log: logInto(lines) });
  await pair.active('primary');
  const console = new TestConsole(port(), {}, authority.certificate);
  open.push(console);
  await console.login('maya', demoPassword);
  const first = await serial();

  const other = await authority.issue(['127.0.0.1'], validity);
  writeFileSync(ownFiles().certificate, other.certificate);
  await until(() => lines.find((line) => line.includes('does not belong to')), 'the mismatch to be logged');
  expect(await serial()).toBe(first);
  writeFileSync(ownFiles().certificate, 'broken');
  await until(() => lines.find((line) => line.includes('holds no certificate')), 'the broken file to be logged');
  expect(await serial()).toBe(first);

  put(other);
  await until(async () => ((await serial()) === first ? undefined : true), 'the renewed certificate');
  console.send({ type: 'ping', id: 7 });
  await console.next('pong', ({ id }) => id === 7);
});

const inDays = (days: number) => new Date(Date.now() + days * 24 * hour);
const alarms = () =>
  pair
    .service('primary')
    .health()
    .alarms.map(({ name }) => name);

async function secondsLeft(): Promise<number> {
  const text = await new Promise<string>((resolve, reject) => {
    get(`https://127.0.0.1:${port()}/metrics`, { ca: authority.certificate }, (answer) => {
      let all = '';
      answer.setEncoding('utf8').on('data', (part: string) => (all += part));
      answer.on('end', () => resolve(all));
    }).on('error', reject);
  });
  return Number(/^ipma_certificate_left_seconds (\S+)$/m.exec(text)?.[1]);
}

it('an alarm and a metric say when the certificate ends, and the renewed one clears them without a restart', async () => {
  await openPair();
  put(await authority.issue(['127.0.0.1'], { notBefore: inDays(-380), notAfter: inDays(10) }));
  await pair.start('primary', options());
  await until(() => alarms().includes('CertificateExpiring') || undefined, 'the alarm');
  expect(alarms()).not.toContain('CertificateNotValid');
  const tenDays = 10 * 86_400;
  expect(await secondsLeft()).toBeGreaterThan(tenDays - 600);
  expect(await secondsLeft()).toBeLessThanOrEqual(tenDays);

  put(await authority.issue(['127.0.0.1'], { notBefore: inDays(-1), notAfter: inDays(390) }));
  await until(() => !alarms().includes('CertificateExpiring') || undefined, 'the end of the alarm');
  expect(
    pair
      .service('primary')
      .health()
      .recentAlarms.map(({ name }) => name),
  ).toContain('CertificateRenewed');
  expect(await secondsLeft()).toBeGreaterThan(389 * 86_400);
});

it.each([
  ['has ended', -10, -1, ['CertificateExpiring', 'CertificateNotValid']],
  ['has not begun', 1, 300, ['CertificateNotValid']],
])('a certificate that %s is an alarm of its own', async (_what, begins, ends, standing) => {
  await openPair();
  put(await authority.issue(['127.0.0.1'], { notBefore: inDays(begins), notAfter: inDays(ends) }));
  await pair.start('primary', options());
  await until(() => alarms().includes('CertificateNotValid') || undefined, 'the alarm');
  expect(alarms().filter((name) => name.startsWith('Certificate'))).toEqual(standing);
});

it.each<[string, () => void | Promise<void>, RegExp]>([
  ['a missing certificate', () => rmSync(ownFiles().certificate), /--tls-cert .* cannot be read \(ENOENT\)/],
  ['a missing key', () => rmSync(ownFiles().key), /--tls-key .* cannot be read \(ENOENT\)/],
  ['no certificate in it', () => writeFileSync(ownFiles().certificate, 'hello'), /--tls-cert .* holds no certificate/],
  ['no key in it', () => writeFileSync(ownFiles().key, authority.certificate), /--tls-key .* holds no private key/],
  [
    'the key of another',
    async () => writeFileSync(ownFiles().key, (await authority.issue(['x'], validity)).key),
    /--tls-key .* does not belong to the first certificate of --tls-cert/,
  ],
])('%s: refused at the start, in words', async (_what, spoil, words) => {
  await openPair();
  await spoil();
  await expect(pair.start('primary', options())).rejects.toThrow(words);
});

it('an authority that cannot be read is refused in words', async () => {
  await openPair();
  expect(() => trustWith(file('nothing.crt'))).toThrow(/--tls-ca .* cannot be read \(ENOENT\)/);
  expect(() => trustWith(ownFiles().key)).toThrow(/--tls-ca .* holds no certificate/);
});

it('says once that it listens for other machines without encryption, and nothing on loopback or with TLS', async () => {
  await openPair();
  const told = async (change: Parameters<Pair['start']>[1]): Promise<number> => {
    const lines: string[] = [];
    await pair.start('primary', { ...change, log: logInto(lines) });
    await pair.stop('primary', 'clean');
    return lines.filter((line) => line.includes('without encryption')).length;
  };
  expect([await told({ host: '0.0.0.0' }), await told({}), await told({ ...options(), host: '0.0.0.0' })]).toEqual([
    1, 0, 0,
  ]);
});
