/** The console in a browser: pages, the exchange of the one-time link, and the bridge; on loopback only. */
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { maxBridgeFrameBytes } from '../../shared/bridgeWire';
import type { Core } from '../core/core';
import { securityHeaders } from '../core/contentPolicy';
import type { Log } from '../core/log';
import { createAccess } from './access';
import type { Access } from './access';
import { serveBridge } from './bridgeSocket';
import { originCheck } from './origin';
import type { OriginCheck } from './origin';
import { addRecordings } from './recordings';
import { usedLinkPage } from './usedLinkPage';

export interface HostOptions {
  readonly core: Core;
  readonly log: Log;
  readonly rendererDir: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Called with the new link each time one was used. */
  onNewLink(url: string): void;
}

export interface BrowserHost {
  readonly port: number;
  /** The link that is good now. */
  url(): string;
  close(): Promise<void>;
}

/** Far above `maxBridgeFrameBytes`, so that a page gets its typed error; beyond this the socket is closed. */
const closingFrameBytes = 2 * maxBridgeFrameBytes;
const Exchange = z.object({ token: z.string().max(100) });

export async function startHost(options: HostOptions): Promise<BrowserHost> {
  const { core, log, rendererDir, port } = options;
  const app = fastify({ logger: false, bodyLimit: 4096, forceCloseConnections: true });
  const boundPort = () => (app.server.address() as AddressInfo).port;
  const url = () => `http://127.0.0.1:${boundPort()}/?token=${access.token}`;
  const cookieName = () => `console-session-${boundPort()}`;
  const access = createAccess(cookieName, () => options.onNewLink(url()));
  const origin = originCheck(boundPort);

  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(securityHeaders("'self'"));
    if (!origin.isOurHost(request.headers)) await refuse(reply, 403);
  });
  await app.register(fastifyStatic, {
    root: rendererDir,
    index: false,
    cacheControl: false,
    setHeaders: (reply) => void reply.setHeader('cache-control', 'no-cache'),
  });
  addPage(app, access);
  addSession(app, access, origin, cookieName);
  addRecordings(app, access, core);
  const sockets = addBridge(app, access, origin, core, log);

  await app.listen({ host: '127.0.0.1', port });
  return {
    port: boundPort(),
    url,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      await app.close();
    },
  };
}

/** The page itself needs a good link or a session; fetching it burns nothing. */
function addPage(app: FastifyInstance, access: Access): void {
  app.get('/', (request, reply) => {
    const { token } = z.object({ token: z.string().optional() }).catch({}).parse(request.query);
    if (access.isInSession(request.headers) || (token !== undefined && access.isGood(token)))
      return reply.sendFile('index.html');
    return reply.code(403).type('text/html; charset=utf-8').send(usedLinkPage);
  });
}

function addSession(app: FastifyInstance, access: Access, origin: OriginCheck, cookieName: () => string): void {
  app.get('/session', (request, reply) => refuse(reply, access.isInSession(request.headers) ? 204 : 401));
  app.post('/session', (request: FastifyRequest, reply) => {
    if (!origin.isOurOrigin(request.headers)) return refuse(reply, 403);
    if (access.isInSession(request.headers)) return refuse(reply, 204);
    const exchange = Exchange.safeParse(request.body);
    if (!exchange.success) return refuse(reply, 400);
    const session = access.exchange(exchange.data.token);
    if (session === null) return refuse(reply, 401);
    return refuse(reply.header('set-cookie', `${cookieName()}=${session}; HttpOnly; SameSite=Strict; Path=/`), 204);
  });
}

/** An answer that is only a status. */
function refuse(reply: FastifyReply, status: 204 | 400 | 401 | 403): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send();
}

function addBridge(app: FastifyInstance, access: Access, origin: OriginCheck, core: Core, log: Log): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: closingFrameBytes, perMessageDeflate: false });
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const ours = request.url === '/bridge' && origin.isOurOrigin(request.headers);
    if (!ours || !access.isInSession(request.headers)) {
      socket.end(`HTTP/1.1 ${ours ? '401 Unauthorized' : '403 Forbidden'}\r\nconnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (page) => serveBridge(page, core, log));
  });
  return sockets;
}
