import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../shared/result';
import { placeOf, registerScheme, serveScheme } from './scheme';

type Handler = (request: { url: string; method: string }) => Promise<Response>;
const { privileged, handlers } = vi.hoisted(() => ({ privileged: [] as object[], handlers: [] as Handler[] }));
vi.mock('electron', () => ({
  protocol: {
    registerSchemesAsPrivileged: (schemes: object[]) => void privileged.push(...schemes),
    handle: (_scheme: string, handler: Handler) => void handlers.push(handler),
  },
}));

let folder = '';
const asked: string[] = [];
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'console-scheme-'));
  mkdirSync(path.join(folder, 'pages', 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'pages', 'index.html'), 'page');
  writeFileSync(path.join(folder, 'pages', 'assets', 'main-C1x_.js'), 'script');
  writeFileSync(path.join(folder, 'pages', 'notes.txt'), 'secret');
  writeFileSync(path.join(folder, 'secret.html'), 'secret');
  serveScheme(path.join(folder, 'pages'), (id) => {
    asked.push(id);
    return Promise.resolve(ok(Readable.from([Buffer.from('reco'), Buffer.from('rded')])));
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => void (asked.length = 0));

async function get(url: string, method = 'GET'): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await handlers[0]?.({ url, method });
  if (response === undefined) throw new Error('nothing serves');
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('the scheme', () => {
  it('is registered with every privilege stated', () => {
    registerScheme();
    expect(privileged).toEqual([
      {
        scheme: 'app',
        privileges: {
          ...{ standard: true, secure: true, supportFetchAPI: true, codeCache: true },
          ...{
            bypassCSP: false,
            allowServiceWorkers: false,
            corsEnabled: false,
            stream: false,
            allowExtensions: false,
          },
        },
      },
    ]);
  });

  it('serves its own files, each with the policy', async () => {
    for (const [url, text] of [
      ['app://console/index.html?again=K7F2M4Q9', 'page'],
      ['app://console/', 'page'],
      ['app://console/assets/main-C1x_.js#x', 'script'],
    ] as const) {
      const answer = await get(url);
      expect(answer).toMatchObject({ status: 200, text });
      expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*connect-src 'none'/);
    }
    expect((await get('app://replay/index.html')).headers.get('content-security-policy')).toContain(
      "connect-src 'self'",
    );
  });

  it.each([
    ...['../secret.html', '%2e%2e/secret.html', '%2e%2e%2fsecret.html', '..%5csecret.html', '..\\secret.html'],
    ...[
      'assets/../../secret.html',
      'assets/%2e%2e/%2e%2e/secret.html',
      '//secret.html',
      '/etc/passwd',
      '%00index.html',
    ],
    ...['index.html%00.js', 'index.html::$DATA', 'C:/secret.html', 'C:%5csecret.html', '%252e%252e/secret.html'],
    ...['notes.txt', '.hidden.html', 'assets', 'index.html/', 'index%2ehtml', 'ïndex.html', '．．/secret.html'],
    ...[
      `${'a/'.repeat(10_000)}index.html`,
      `index.html?${'a'.repeat(100_000)}`,
      '%',
      '%zz',
      '%c0%ae%c0%ae/secret.html',
    ],
  ])('gives nothing for %.40s', async (wanted) => {
    const answer = await get(`app://console/${wanted}`);
    expect(answer).toMatchObject({ status: 404, text: 'not found' });
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  });

  it.each([
    ...[
      'app://other/index.html',
      'app://console.evil/index.html',
      'app://console:1/index.html',
      'app://u@console/index.html',
    ],
    ...[
      'app://u:p@console/index.html',
      'file:///etc/passwd',
      'http://console/index.html',
      'APP://CONSOLE/index.html',
      '',
      'app:',
    ],
  ])('gives nothing under the address %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  it('answers nothing but GET', async () => {
    for (const method of ['POST', 'HEAD', 'PUT', 'OPTIONS', 'get', ''])
      expect((await get('app://console/index.html', method)).status).toBe(404);
  });

  it('gives recordings to replays only, and only by their ids', async () => {
    expect(await get('app://replay/recording/a-1')).toMatchObject({ status: 200, text: 'recorded' });
    for (const url of ['app://console/recording/a-1', 'app://replay/recording/a%2fb', 'app://replay/recording/'])
      expect((await get(url)).status).toBe(404);
    expect((await get(`app://replay/recording/${'a'.repeat(65)}`)).status).toBe(404);
    expect(asked).toEqual(['a-1']);
  });

  it('whatever a URL is, its path stays below the folder', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('..', '%2e', '%5c', '/', '\\', ':', '\0', 'app://console/', '@', 'assets'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const place = placeOf(`app://console/${parts.join('')}`);
        if (place === null) return;
        const file = path.win32.resolve('C:\\pages', `.${place.path}`);
        expect(file === 'C:\\pages' || file.startsWith('C:\\pages\\')).toBe(true);
        expect(path.posix.resolve('/pages', `.${place.path}`)).toMatch(/^\/pages(?:\/|$)/);
      }),
      { numRuns: 2_000 },
    );
  });
});
