/** The pages' own scheme: `app://console/` and, for replays, `app://replay/`. Origins of their own, instead of `file:` with its reach over the disk. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import type { Result } from '../../shared/result';
import { securityHeaders } from '../core/contentPolicy';
import { replayPath } from '../core/host';

const scheme = 'app';
export const consoleOrigin = `${scheme}://console`;
export const consoleUrl = `${consoleOrigin}/index.html`;
/** A page of this origin is trusted by nobody, and the only one that is given recordings. */
export const replayOrigin = `${scheme}://replay`;

export function replayUrl(id: string | null): string {
  return replayOrigin + replayPath(id);
}

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
    {
      scheme,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        codeCache: true,
        bypassCSP: false,
        allowServiceWorkers: false,
        corsEnabled: false,
        stream: false,
        allowExtensions: false,
      },
    },
  ]);
}

/** What a replay asks for by id. */
export type ReadRecording = (
  id: string,
) => Promise<Result<AsyncIterable<Uint8Array> | Uint8Array, 'notFound' | 'tooLarge'>>;

/** Serves the files of `folder` and, to replays, recordings; nothing beside them. */
export function serveScheme(folder: string, readRecording: ReadRecording): void {
  protocol.handle(scheme, async (request) => {
    const place = request.method === 'GET' ? placeOf(request.url) : null;
    if (place === null) return notFound(securityHeaders("'none'"));
    const headers = securityHeaders(place.origin === replayOrigin ? "'self'" : "'none'");
    const id = place.origin === replayOrigin ? recordingOf(place.path) : null;
    return id === null ? await page(folder, place.path, headers) : await recording(id, readRecording, headers);
  });
}

async function page(folder: string, wanted: string, headers: Record<string, string>): Promise<Response> {
  const file = fileOf(folder, wanted);
  const type = file === null ? undefined : contentTypes[path.extname(file)];
  const body = file === null || type === undefined ? null : await readFile(file).catch(() => null);
  if (body === null || type === undefined) return notFound(headers);
  return new Response(new Uint8Array(body), { headers: { ...headers, 'content-type': type } });
}

async function recording(id: string, read: ReadRecording, headers: Record<string, string>): Promise<Response> {
  const found = await read(id);
  if (!found.ok) return found.error === 'notFound' ? notFound(headers) : new Response('', { status: 413, headers });
  const type = 'application/octet-stream';
  const body = found.value instanceof Uint8Array ? new Uint8Array(found.value) : streamOf(found.value);
  return new Response(body, { headers: { ...headers, 'content-type': type, 'cache-control': 'no-store' } });
}

function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    // Whoever reads no more lets go of the file.
    async cancel() {
      await iterator.return?.();
    },
  });
}

function notFound(headers: Record<string, string>): Response {
  return new Response('not found', { status: 404, headers });
}

/** Characters. Nothing of ours is further away. */
const longest = 500;
/** Names of our own build: no way up, no other disk, no stream of a file, no device, nothing hidden or encoded. */
const plain = /^\/$|^(?:\/[\w-][\w.-]*)+$/;

/** Whose page and which path a URL names; null where it is another host's, or no path of ours. */
export function placeOf(url: string): { readonly origin: string; readonly path: string } | null {
  if (url.length > longest || !URL.canParse(url)) return null;
  const { protocol: kind, host, pathname, username, password } = new URL(url);
  const origin = `${kind}//${host}`;
  if (![consoleOrigin, replayOrigin].includes(origin) || username !== '' || password !== '') return null;
  return plain.test(pathname) ? { origin, path: pathname } : null;
}

function recordingOf(wanted: string): string | null {
  return /^\/recording\/([0-9A-Za-z-]{1,64})$/.exec(wanted)?.[1] ?? null;
}

/** Null where it is outside of the folder. */
function fileOf(folder: string, wanted: string): string | null {
  const file = path.resolve(folder, `.${wanted === '/' ? '/index.html' : wanted}`);
  return file.startsWith(path.resolve(folder) + path.sep) ? file : null;
}
