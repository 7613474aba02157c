/** What a browser may fetch of recordings and exports: in the session, from a page of ours, an export once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../core/core';
import { createBench } from '../core/testing/bench';
import type { Bench } from '../core/testing/bench';
import { startHost } from './host';
import type { BrowserHost } from './host';

const recording = '{"format":"assistant-console-session"}\n<script>alert(1)</script>\n';
const zip = Uint8Array.from([80, 75, 0, 255]);

let bench: Bench;
let host: BrowserHost;
let rendererDir: string;
let cookie: string;
/** Tickets that have not been used. */
let tickets: Set<string>;

beforeEach(async () => {
  rendererDir = mkdtempSync(path.join(tmpdir(), 'console-renderer-'));
  writeFileSync(path.join(rendererDir, 'replay.html'), '<title>replay</title>');
  bench = await createBench();
  tickets = new Set(['good']);
  const core: Core = {
    ...bench.core,
    recording: (id) => Promise.resolve(id === 'one' ? Readable.from([Buffer.from(recording)]) : null),
    takeExport: (ticket) => (tickets.delete(ticket) ? { fileName: 'report-2026-11-22-1614.zip', bytes: zip } : null),
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  host = await startHost({ core, log, rendererDir, port: 0, onNewLink: () => undefined });
  const token = new URL(host.url()).searchParams.get('token') ?? '';
  const json = { origin: `http://127.0.0.1:${host.port}`, 'content-type': 'application/json' };
  const { headers } = await send('POST', '/session', json, JSON.stringify({ token }));
  cookie = (headers['set-cookie'] as string[])[0]?.split(';')[0] ?? '';
});
afterEach(async () => {
  await host.close();
  await bench.close();
  rmSync(rendererDir, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

function send(method: string, target: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: host.port, method, path: target, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject).end(body);
  });
}

const get = (target: string, headers: Record<string, string> = {}) => send('GET', target, { cookie, ...headers });

const asData = {
  'content-type': 'application/octet-stream',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
};

describe('without the session', () => {
  it.each([
    ['/replay.html?open=one', 403],
    ['/recording/one', 401],
    ['/export/good', 401],
  ])('%s is refused', async (target, status) => {
    expect((await send('GET', target)).status).toBe(status);
    expect((await send('GET', target, { cookie: 'console-session=guess' })).status).toBe(status);
    expect(tickets).toEqual(new Set(['good']));
  });
});

describe('in the session', () => {
  it('the page that plays recordings', async () => {
    const { status, headers, body } = await get('/replay.html?open=one');
    expect([status, body.toString()]).toEqual([200, '<title>replay</title>']);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; /);
    expect(headers['content-security-policy']).toMatch(/; connect-src http:\/\/127\.0\.0\.1:\d+\/recording\/; /);
  });

  it('a recording is data, whatever is in it', async () => {
    const { status, headers, body } = await get('/recording/one');
    expect([status, body.toString()]).toEqual([200, recording]);
    expect(headers).toMatchObject({ ...asData, 'content-disposition': 'attachment; filename="one.acsession"' });
  });

  it.each([
    '/recording/two',
    '/recording/',
    '/recording/..%2fsettings',
    '/recording/one%00',
    `/recording/${'x'.repeat(65)}`,
  ])('%s is not there', async (target) => {
    expect((await get(target)).status).toBe(404);
  });

  it('an export is fetched once, by its ticket', async () => {
    expect((await get('/export/guess')).status).toBe(404);
    expect((await send('HEAD', '/export/good', { cookie })).status).toBe(404);
    const { status, headers, body } = await get('/export/good');
    expect([status, [...body]]).toEqual([200, [...zip]]);
    const disposition = 'attachment; filename="report-2026-11-22-1614.zip"';
    expect(headers).toMatchObject({ ...asData, 'content-disposition': disposition });
    expect((await get('/export/good')).status).toBe(404);
  });

  it.each(['cross-site', 'same-site'])('a page of another program, %s, gets nothing', async (site) => {
    expect((await get('/recording/one', { 'sec-fetch-site': site })).status).toBe(401);
    expect((await get('/export/good', { 'sec-fetch-site': site })).status).toBe(401);
    expect(tickets).toEqual(new Set(['good']));
    expect((await get('/recording/one', { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });
});
