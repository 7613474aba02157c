/** The HTTP side of the one port: health now, the manager's page later. */
import fastify, { type FastifyInstance } from 'fastify';
import type { ServiceName } from '../../shared/protocol/messages';

export interface Health {
  readonly service: ServiceName;
  readonly role: 'active' | 'standby';
  /** Of the lease while active, else null. */
  readonly epoch: number | null;
  readonly switch: 'up' | 'down';
  /** This service decides where managers' calls go. */
  readonly routing: 'up' | 'down';
  readonly store: 'up' | 'down';
  readonly consoles: number;
}

export function createHttp(health: () => Health): FastifyInstance {
  const app = fastify({ logger: false, bodyLimit: 64 * 1024, forceCloseConnections: true });
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send(health()));
  return app;
}
