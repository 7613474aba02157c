/** HTTP and WebSocket of the simulated switch, on loopback only: the phones page, its API, and the CTI link. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { contentPolicy } from '../../../shared/contentPolicy';
import { CallId } from '../../../shared/ids';
import type { DemoSwitch } from '../../demo/phones';
import { createCtiServer, ctiPath } from '../cti/server';
import type { SimSwitch } from '../sim/switch';
import { createEventsSocket, eventsPath } from './eventsSocket';
import { isOurs } from './guard';
import { perform } from './perform';
import { actionOf, Press } from './press';
import type { PhonesView } from './view';

export interface SwitchAppOptions {
  readonly sim: SimSwitch;
  readonly demo: DemoSwitch;
  readonly log: Logger;
  /** The built phones page; without it the API works alone. */
  readonly phonesDir: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Between two pings to a service, in milliseconds; the CTI link's own default where it is not given. */
  readonly ctiHeartbeatMs?: number;
}

export interface SwitchApp {
  readonly port: number;
  close(): Promise<void>;
}

const policy = contentPolicy("'self'");

export async function startSwitchApp(options: SwitchAppOptions): Promise<SwitchApp> {
  const { sim, demo, log } = options;
  const view = (): PhonesView => ({
    ...sim.snapshot(),
    now: Date.now(),
    listings: [...demo.listings],
    routePoints: [...demo.plan.routePoints],
  });
  const cti = createCtiServer(sim, log, options.ctiHeartbeatMs);
  const events = createEventsSocket(sim, view);
  const app = Fastify({ bodyLimit: 16 * 1024, forceCloseConnections: true });

  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    if (isOurs(request.headers, portOf(app))) return;
    await reply.code(403).send({ error: { code: 'forbidden', message: 'not from here' } });
  });
  app.get('/api/state', () => view());
  app.post('/api/press', async (request, reply) => {
    const press = Press.safeParse(request.body);
    if (!press.success)
      return reply.code(400).send({ error: { code: 'badRequest', message: 'this is not a key press' } });
    const action = actionOf(sim.snapshot(), press.data, CallId.parse(randomUUID()));
    if (!action.ok) return reply.code(409).send({ error: action.error });
    const done = await perform(sim, action.value);
    return done.ok ? reply.send(done.value) : reply.code(409).send({ error: done.error });
  });
  app.get('/', (_request, reply) => reply.redirect('/phones/'));
  await servePage(app, options.phonesDir, log);

  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const target = isOurs(request.headers, portOf(app))
      ? { [ctiPath]: cti, [eventsPath]: events }[request.url?.split('?')[0] ?? '']
      : undefined;
    if (target) target.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });
  await app.listen({ host: '127.0.0.1', port: options.port });
  return {
    port: portOf(app),
    async close() {
      cti.close();
      events.close();
      await app.close();
    },
  };
}

async function servePage(app: FastifyInstance, phonesDir: string, log: Logger): Promise<void> {
  if (existsSync(path.join(phonesDir, 'index.html'))) {
    await app.register(fastifyStatic, { root: phonesDir, prefix: '/phones/', redirect: true });
    return;
  }
  log.warn({ phonesDir }, 'the phones page is not built; only the API is served');
}

function portOf(app: FastifyInstance): number {
  const address = app.addresses()[0];
  return typeof address === 'object' ? address.port : 0;
}
