/** What machines ask a service: is it well, does it work, how much does it do (docs/operations.md). No secret and no person is in the answers. */
import type { FastifyInstance } from 'fastify';
import { isHealthy, isReady, type Health } from './health';
import type { Metrics } from './metrics';

export interface Operations {
  readonly health: () => Health;
  readonly metrics: Metrics;
  /** Answer `/metrics` to other machines too; else only to this one. */
  readonly metricsOpen: boolean;
}

export function addOperations(app: FastifyInstance, { health, metrics, metricsOpen }: Operations): void {
  app.get('/healthz', (_request, reply) => {
    const now = health();
    return reply
      .code(isHealthy(now) ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(now);
  });

  app.get('/readyz', (_request, reply) => {
    const { service, role, routing, ...rest } = health();
    const ready = isReady({ role, routing });
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready, service, role, routing, switch: rest.switch, store: rest.store });
  });

  app.get('/metrics', async (request, reply) => {
    // The socket's address: a header could say anything.
    if (!metricsOpen && !isLoopback(request.socket.remoteAddress)) {
      return reply
        .code(403)
        .send({ error: 'only from this machine; start the service with --metrics-open to change that' });
    }
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text());
  });
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}
