import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { maxBridgeFrameBytes } from '../../shared/bridgeWire';
import { speedDialLimits } from '../../shared/console/speedDialLimits';
import type { SpeedDials } from '../../shared/console/speedDials';
import { createBench } from '../core/testing/bench';
import type { Bench } from '../core/testing/bench';
import { Inbox } from '../core/testing/inbox';
import { startHost } from './host';
import type { BrowserHost } from './host';

let bench: Bench;
let host: BrowserHost;
let rendererDir: string;
let links: string[];

beforeEach(async () => {
  rendererDir = mkdtempSync(path.join(tmpdir(), 'console-renderer-'));
  writeFileSync(path.join(rendererDir, 'index.html'), '<title>console</title>');
  writeFileSync(path.join(rendererDir, 'app.js'), 'x');
  links = [];
  bench = await createBench();
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  host = await startHost({ core: bench.core, log, rendererDir, port: 0, onNewLink: (url) => links.push(url) });
});
afterEach(async () => {
  await host.close();
  await bench.close();
  rmSync(rendererDir, { recursive: true, force: true });
});

const base = () => `http://127.0.0.1:${host.port}`;
const token = () => new URL(host.url()).searchParams.get('token') ?? '';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** `fetch` sets Host and Origin itself and cleans paths: this sends what a hostile client would. */
function send(method: string, target: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: host.port, method, path: target, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject).end(body);
  });
}

const exchange = (value: string, origin = base()) =>
  send('POST', '/session', { origin, 'content-type': 'application/json' }, JSON.stringify({ token: value }));

async function cookie(): Promise<string> {
  const [set] = (await exchange(token())).headers['set-cookie'] as string[];
  return set?.split(';')[0] ?? '';
}

describe('the one-time link', () => {
  it('shows the page any number of times, until the page itself has used it', async () => {
    const link = `/?token=${token()}`;
    expect((await send('GET', link)).body).toContain('console');
    expect((await send('GET', link)).status).toBe(200);
    const answer = await exchange(token());
    expect(answer.status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict; Path=\/$/);
    const used = await send('GET', link);
    expect(used.status).toBe(403);
    expect(used.body).toContain('This link has been used');
    expect(links).toEqual([host.url()]);
    expect((await send('GET', `/?token=${token()}`)).status).toBe(200);
  });

  it('a reload works by the cookie; the session ends with nothing else', async () => {
    const session = await cookie();
    expect((await send('GET', '/', { cookie: session })).status).toBe(200);
    expect((await send('GET', '/session', { cookie: session })).status).toBe(204);
    expect((await send('GET', '/session')).status).toBe(401);
  });

  it('is not exchanged for another site, without an origin, or for a guess', async () => {
    expect((await exchange(token(), 'http://evil.example')).status).toBe(403);
    expect((await exchange(token(), `http://localhost:${host.port}`)).status).toBe(403);
    const json = { 'content-type': 'application/json' };
    expect((await send('POST', '/session', json, JSON.stringify({ token: token() }))).status).toBe(403);
    expect((await exchange('guess')).status).toBe(401);
    expect((await send('POST', '/session', { origin: base(), ...json }, '{}')).status).toBe(400);
    expect((await send('POST', '/session', { origin: base(), ...json }, '{')).status).toBe(400);
    expect(links).toEqual([]);
  });
});

describe('pages', () => {
  it('are only given to this machine by name', async () => {
    expect((await send('GET', '/app.js', { host: 'evil.example' })).status).toBe(403);
    expect((await send('GET', '/app.js', { host: `127.0.0.1:1` })).status).toBe(403);
    expect((await send('GET', '/app.js', { host: `localhost:${host.port}` })).status).toBe(200);
  });

  it('carry the headers that close every door', async () => {
    const { headers } = await send('GET', '/app.js');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });

  it.each(['/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc%2fpasswd', '/app.js%00'])(
    '%s is not one of them',
    async (target) => {
      const { status, body } = await send('GET', target);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body).not.toContain('root:');
    },
  );
});

describe('the bridge', () => {
  /** Resolves with the socket, or with the status it was refused with. */
  function connect(headers: Record<string, string>): Promise<WebSocket | number> {
    return new Promise((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${host.port}/bridge`, { headers });
      socket.on('error', () => undefined);
      socket.on('open', () => resolve(socket));
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    });
  }

  async function page(session: string): Promise<{ socket: WebSocket; inbox: Inbox<Record<string, unknown>> }> {
    const socket = await connect({ origin: base(), cookie: session });
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
    const inbox = new Inbox<Record<string, unknown>>();
    socket.on('message', (data) => inbox.put(JSON.parse((data as Buffer).toString('utf8')) as Record<string, unknown>));
    return { socket, inbox };
  }

  it('needs the session and the own origin', async () => {
    const session = await cookie();
    expect(await connect({ origin: base() })).toBe(401);
    expect(await connect({ cookie: session })).toBe(403);
    expect(await connect({ origin: 'http://evil.example', cookie: session })).toBe(403);
  });

  it('answers requests, and tells every page what happens', async () => {
    const session = await cookie();
    const [one, two] = [await page(session), await page(session)];
    one.socket.send(JSON.stringify({ id: 1, name: 'open', args: {} }));
    expect(await one.inbox.take((frame) => frame['id'] === 1)).toMatchObject({ result: { appVersion: '0.0.0' } });
    const settings = { ...bench.settings, logLevel: 'debug' };
    one.socket.send(JSON.stringify({ id: 2, name: 'saveSettings', args: settings }));
    const push = { push: { kind: 'settings', settings } };
    expect(await two.inbox.take((frame) => 'push' in frame)).toEqual(push);
    expect(await one.inbox.take((frame) => 'push' in frame)).toEqual(push);
  });

  it('takes the largest list of speed dials there can be, and tells it to every page', async () => {
    await bench.goLive();
    const { entries, groups, nameLength, notesLength, numberLength } = speedDialLimits;
    // A control character is the longest there is in JSON: six bytes.
    const text = (length: number) => '\u0001'.repeat(length);
    const id = (n: number) => `${n}`.padStart(64, '中');
    const speedDials: SpeedDials = {
      version: 1,
      groups: Array.from({ length: groups }, (_, n) => ({ id: id(n), name: text(nameLength), collapsed: false })),
      entries: Array.from({ length: entries }, (_, n) => ({
        id: id(n),
        groupId: id(n % groups),
        name: text(nameLength),
        number: text(numberLength),
        notes: text(notesLength),
      })),
      sort: { by: 'number', descending: false },
    };
    const { socket, inbox } = await page(await cookie());
    socket.send(JSON.stringify({ id: 1, name: 'saveSpeedDials', args: speedDials }));
    expect(await inbox.take((frame) => 'push' in frame)).toEqual({ push: { kind: 'speedDials', speedDials } });
    expect(await inbox.take((frame) => frame['id'] === 1)).toHaveProperty('result');
  });

  it.each([
    ['not JSON', '{', { id: null, error: { code: 'badRequest' } }],
    ['no request', '{"x":1}', { id: null, error: { code: 'badRequest' } }],
    ['an unknown request', '{"id":5,"name":"eval","args":{}}', { id: 5, error: { code: 'unknownRequest' } }],
    ['a name of Object', '{"id":5,"name":"toString","args":{}}', { id: 5, error: { code: 'unknownRequest' } }],
    ['wrong arguments', '{"id":5,"name":"login","args":{"userId":1}}', { id: 5, error: { code: 'badRequest' } }],
    ['no arguments', '{"id":5,"name":"open"}', { id: null, error: { code: 'badRequest' } }],
    ['a binary frame', Buffer.from('{}'), { id: null, error: { code: 'badRequest' } }],
    ['too much', 'x'.repeat(maxBridgeFrameBytes + 1), { id: null, error: { code: 'tooLarge' } }],
  ])('%s: a typed error, and everything goes on', async (_what, frame, error) => {
    const { socket, inbox } = await page(await cookie());
    socket.send(frame);
    expect(await inbox.take((answer) => 'error' in answer)).toEqual(error);
    socket.send(JSON.stringify({ id: 9, name: 'open', args: {} }));
    expect(await inbox.take((answer) => answer['id'] === 9)).toHaveProperty('result');
  });
});
