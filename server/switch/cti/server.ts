/** The switch's end of the CTI link: a WebSocket for each service. Text frames of `CtiRequest` in, `CtiMessage` out. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { CtiRequest, Pool, type CtiMessage } from '../port';
import { refuse } from '../sim/refusal';
import type { SimSwitch } from '../sim/switch';
import { Control, type Controller } from './control';
import { defaultHeartbeatMs, watchHeartbeat } from './heartbeat';

export const ctiPath = '/cti';
/** Requests are small; anything larger is not from a service of ours. */
const maxRequestBytes = 64 * 1024;
/** A service that does not read is let go: it gets a fresh snapshot when it is back. */
const maxBufferedBytes = 16 * 1024 * 1024;

/** Nobody sets it, and it runs on while this process is stopped. */
const steadyNow = () => performance.now();

export interface CtiServer {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** `heartbeatMs`: milliseconds between two pings; a service that is silent for four of them is frozen and let go. */
export function createCtiServer(
  sim: SimSwitch,
  log: Pick<Logger, 'info' | 'warn'>,
  heartbeatMs = defaultHeartbeatMs,
): CtiServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxRequestBytes });
  const control = new Control(sim);

  function serve(socket: WebSocket, upgrade: IncomingMessage): void {
    const pool = poolOf(upgrade);
    if (pool === null) {
      log.warn('a service of no pool that there is: closing its CTI link');
      socket.close(1008, 'no such pool');
      return;
    }
    const controller: Controller = { pool };
    control.join(controller);
    watchHeartbeat(
      socket,
      heartbeatMs,
      () => {
        log.warn({ pool }, 'service is silent: letting it go');
        socket.terminate();
      },
      () => String(steadyNow()),
    );
    const say = (message: CtiMessage) => {
      if (socket.bufferedAmount > maxBufferedBytes) socket.terminate();
      else socket.send(JSON.stringify(message));
    };
    say({ type: 'snapshot', snapshot: sim.snapshot(), clock: steadyNow() });
    const unsubscribe = sim.subscribe((event) => say({ type: 'event', event }));
    log.info({ pool }, 'service connected');

    socket.on('message', (data) => {
      const request = parseRequest(data);
      if (!request) {
        log.warn('bad frame on the CTI link: closing it');
        socket.close(1008, 'bad frame');
        return;
      }
      const outcome =
        request.type === 'takeControl'
          ? control.take(request.pool, request.epoch)
          : steadyNow() > request.notAfter
            ? refuse('expired', 'the command came too late')
            : control.run(request.pool, request.epoch, request.command);
      say({ type: 'answer', id: request.id, error: outcome.ok ? null : outcome.error });
      if (request.type === 'takeControl') {
        log.info({ pool: request.pool, epoch: request.epoch, accepted: outcome.ok }, 'service takes control');
        if (outcome.ok)
          for (const route of sim.waitingRoutes())
            say({ type: 'event', event: { type: 'routeRequest', request: route } });
      }
    });
    socket.on('error', (error) => log.warn({ reason: error.message }, 'CTI link failed'));
    socket.on('close', () => {
      unsubscribe();
      control.leave(controller);
      log.info({ pool }, 'service gone');
    });
  }

  return {
    upgrade: (request, socket, head) => sockets.handleUpgrade(request, socket, head, serve),
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

/** Which pool the service is of: `/cti?pool=2`; 1 where it does not say. */
function poolOf({ url }: IncomingMessage): number | null {
  const named = new URLSearchParams(url?.split('?')[1]).get('pool');
  const pool = Pool.safeParse(Number(named ?? 1));
  return pool.success ? pool.data : null;
}

function parseRequest(data: RawData): CtiRequest | null {
  try {
    const parsed = CtiRequest.safeParse(JSON.parse(textOf(data)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8');
}
