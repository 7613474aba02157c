/** The HTTP side of the one port: health now, the manager's page later. */
import fastify, { type FastifyInstance } from 'fastify';
import { addOperations, type Operations } from './operations';

export function createHttp(operations: Operations): FastifyInstance {
  const app = fastify({ logger: false, bodyLimit: 64 * 1024, forceCloseConnections: true });
  addOperations(app, operations);
  return app;
}
