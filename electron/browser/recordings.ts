/** What a browser fetches besides the pages: the replay, the recording it plays, and exports. All of it only for a page that is in the session. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Core } from '../core/core';
import { securityHeaders } from '../core/contentPolicy';
import { exportPath } from '../core/export/exporter';
import type { Access } from './access';
import { usedLinkPage } from './usedLinkPage';

type Named = FastifyRequest<{ Params: { name: string } }>;

export function addRecordings(app: FastifyInstance, access: Access, core: Core): void {
  app.get('/replay.html', (request, reply) => {
    // Its one door: the bridge of the same host, which would take the same cookie, is out of its reach.
    void reply.headers(securityHeaders(`http://${request.host}/recording/`));
    if (access.isInSession(request.headers)) return reply.sendFile('replay.html');
    return reply.code(403).type('text/html; charset=utf-8').send(usedLinkPage);
  });

  app.get('/recording/:name', async (request: Named, reply) => {
    if (!isOurs(request, access)) return nothing(reply, 401);
    const { name } = request.params;
    const text = /^[0-9A-Za-z-]{1,64}$/.test(name) ? await core.recording(name) : null;
    return text === null
      ? nothing(reply, 404)
      : attachment(reply, `${name}.acsession`, Readable.from(text, { objectMode: false }));
  });

  // No HEAD: whoever only looks would use the ticket up.
  app.get(`${exportPath}:name`, { exposeHeadRoute: false }, (request: Named, reply) => {
    if (!isOurs(request, access)) return nothing(reply, 401);
    const taken = core.takeExport(request.params.name);
    return taken === null ? nothing(reply, 404) : attachment(reply, taken.fileName, Buffer.from(taken.bytes));
  });
}

/** The cookie knows no ports: a page of another program on this machine is told apart by what the browser says of its origin. */
function isOurs({ headers }: FastifyRequest, access: Access): boolean {
  const site = headers['sec-fetch-site'];
  return access.isInSession(headers) && (site === undefined || site === 'same-origin' || site === 'none');
}

function nothing(reply: FastifyReply, status: 401 | 404): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send();
}

/** Whatever is in it, it is saved or read as data, and never shown as a page. */
function attachment(reply: FastifyReply, fileName: string, body: Readable | Buffer): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .type('application/octet-stream')
    .send(body);
}
