/** Serves the pages, the scripts they are compared with, and what they hand each other under /data/. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

interface Served {
  readonly address: string;
  readonly data: Map<string, Uint8Array>;
  readonly close: () => void;
}

/** `folders` by the first part of the path. */
export async function serve(folders: Readonly<Record<string, string>>): Promise<Served> {
  const data = new Map<string, Uint8Array>();
  const answer = async (request: IncomingMessage): Promise<{ type: string; body: Uint8Array } | null> => {
    const [, first = '', ...rest] = path.posix
      .normalize(new URL(request.url ?? '/', 'http://here').pathname)
      .split('/');
    if (first === 'data') {
      const name = rest.join('/');
      if (request.method === 'POST') data.set(name, await buffer(request));
      const body = data.get(name);
      return body === undefined ? null : { type: 'application/octet-stream', body };
    }
    const folder = folders[first];
    if (folder === undefined) return null;
    const file = path.join(folder, ...rest);
    return { type: types[path.extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
  };
  const server = createServer((request, response) => {
    answer(request).then(
      (found) => {
        if (found === null) response.writeHead(404).end();
        // What was handed over is not sent back.
        else response.setHeader('content-type', found.type).end(request.method === 'POST' ? '' : found.body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('the server has no port');
  return { address: `http://127.0.0.1:${at.port}`, data, close: () => server.close() };
}
