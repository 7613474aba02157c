/** The pages' own scheme, `app://console/`: an origin of its own, instead of `file:` with its reach over the disk. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { securityHeaders } from '../core/contentPolicy';

const scheme = 'app';
export const consoleOrigin = `${scheme}://console`;
export const consoleUrl = `${consoleOrigin}/index.html`;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the files of `folder`, and nothing beside it. */
export function serveScheme(folder: string): void {
  protocol.handle(scheme, async (request) => {
    const file = request.method === 'GET' ? fileOf(folder, request.url) : null;
    const type = file === null ? undefined : contentTypes[path.extname(file)];
    const body = file === null || type === undefined ? null : await readFile(file).catch(() => null);
    const headers = securityHeaders("'none'");
    if (body === null || type === undefined) return new Response('not found', { status: 404, headers });
    return new Response(new Uint8Array(body), { headers: { ...headers, 'content-type': type } });
  });
}

/** The file a URL names; null where it is another host's, malformed, or outside of the folder. */
export function fileOf(folder: string, url: string): string | null {
  try {
    const { protocol: kind, host, pathname } = new URL(url);
    if (kind !== `${scheme}:` || host !== 'console') return null;
    const decoded = decodeURIComponent(pathname);
    if (decoded.includes('\0')) return null;
    const file = path.resolve(folder, `.${decoded === '/' ? '/index.html' : decoded}`);
    return file.startsWith(path.resolve(folder) + path.sep) ? file : null;
  } catch {
    return null;
  }
}
