/** The HTTP side of the one port: health, metrics, the manager's page. */
import { createServer, type Server } from 'node:https';
import type { SecureContextOptions } from 'node:tls';
import fastify, { type FastifyInstance, type FastifyServerFactory } from 'fastify';
import { addOperations, type Operations } from './operations';

/** A socket that has not come to terms with us by then is given up, milliseconds. */
const handshakeTimeout = 10_000;

/** With a `certificate` the port speaks TLS and nothing else; then the server is handed to `secured`, whose certificate can be renewed. */
export function createHttp(
  operations: Operations,
  certificate: SecureContextOptions | null = null,
  secured: (server: Server) => void = () => undefined,
): FastifyInstance {
  const options = { logger: false, bodyLimit: 64 * 1024, forceCloseConnections: true } as const;
  const app =
    certificate === null ? fastify(options) : fastify({ ...options, serverFactory: overTls(certificate, secured) });
  addOperations(app, operations);
  return app;
}

function overTls(certificate: SecureContextOptions, secured: (server: Server) => void): FastifyServerFactory {
  return (handler) => {
    const server = createServer({ ...certificate, handshakeTimeout }, handler);
    secured(server);
    return server;
  };
}
