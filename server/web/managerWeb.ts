/** The manager's web page under `/manager/`: its files, its API, its stream of changes. */
import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { z } from 'zod';
import { contentPolicy } from '../../shared/contentPolicy';
import type { Result } from '../../shared/result';
import { networkOf } from '../accounts/network';
import type { Doorkeeper } from '../accounts/prove';
import type { Active } from '../calls/active';
import { findSession } from '../store/sessions';
import { cookie } from './cookies';
import { isOurHost, isOurOrigin } from './guard';
import { makeChange } from './managerChange';
import { ManagerEvents, type Viewer } from './managerEvents';
import { Change, Login, NewPassword, type Failure, type FailureCode } from './managerProtocol';
import { logIn, logOut, setPassword, viewerOf } from './managerSession';
import { managerPage } from './managerState';

export interface ManagerWebOptions {
  /** Null while standby. */
  readonly active: () => Active | null;
  /** WebSocket address of the other service; null where there is none. */
  readonly peer: (() => string) | null;
  readonly allowedOrigins: readonly string[];
  readonly doorkeeper: Doorkeeper;
  /** The built page; without it the API works alone. */
  readonly pageDir: string | null;
  readonly log: Logger;
}

export interface ManagerWeb {
  /** For WebSocket upgrades of the events path. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes the open pages of sessions that the administrator has ended, without waiting for the next look. */
  dropEnded(): Promise<void>;
  close(): void;
}

/** Requests of one network, a minute; a page needs a few. Many managers may share an address. */
const requestsAMinute = 1_200;

const statusOf: Partial<Record<FailureCode, number>> = {
  standby: 503,
  internal: 503,
  switchUnreachable: 503,
  notLoggedIn: 401,
  unknownUser: 401,
  wrongPassword: 401,
  lockedOut: 429,
  tooManyRequests: 429,
  notManager: 403,
  wrongPool: 403,
  forbidden: 403,
  changedElsewhere: 409,
};

export async function serveManagerPage(app: FastifyInstance, options: ManagerWebOptions): Promise<ManagerWeb> {
  const { active, doorkeeper, allowedOrigins, log } = options;
  const requests = new RateLimiterMemory({ points: requestsAMinute, duration: 60 });
  const other = (): string | null => (options.peer === null ? null : pageAt(options.peer()));
  const events = new ManagerEvents({
    page: (userId) => {
      const now = active();
      return now ? managerPage(now.world, userId, other()) : null;
    },
    isSession: async ({ sessionHash }) => {
      const now = active();
      return now === null || (await findSession(now.db, 'web', sessionHash, Date.now())) !== null;
    },
  });

  const refuse = (reply: FastifyReply, error: Failure['error']) =>
    reply.code(statusOf[error.code] ?? 400).send({ error, ...(error.code === 'standby' && { other: other() }) });
  const answer = (reply: FastifyReply, done: Result<unknown, Failure['error']>) =>
    done.ok ? reply.send({}) : refuse(reply, done.error);

  /** Runs while active only. */
  const whileActive = async (reply: FastifyReply, work: (active: Active) => Promise<unknown>) => {
    const now = active();
    if (now) return work(now);
    return refuse(reply, { code: 'standby', message: 'the other service is active' });
  };
  const forViewer = (
    request: FastifyRequest,
    reply: FastifyReply,
    work: (active: Active, viewer: Viewer) => Promise<unknown>,
  ) =>
    whileActive(reply, async (now) => {
      const viewer = await viewerOf(now, request.raw);
      if (viewer) return work(now, viewer);
      return refuse(reply, { code: 'notLoggedIn', message: 'log in first' });
    });
  const show = (reply: FastifyReply, now: Active, userId: Viewer['userId']) => {
    const page = managerPage(now.world, userId, other());
    return page ? reply.send(page) : refuse(reply, { code: 'notManager', message: 'not a manager of this service' });
  };

  await app.register(
    async (scope) => {
      scope.setErrorHandler((error, _request, reply) => {
        const status = statusCodeOf(error);
        if (status >= 500) log.error({ err: error }, 'the page cannot be served now');
        const failure: Failure['error'] =
          status >= 500
            ? { code: 'internal', message: 'the service cannot do this now' }
            : { code: 'badRequest', message: 'this is not a request of the page' };
        return refuse(reply, failure);
      });
      scope.addHook('onRequest', async (request, reply) => {
        reply.headers(headersFor(other(), request.raw));
        if (!isOurHost(request.raw, allowedOrigins)) {
          return refuse(reply, { code: 'forbidden', message: 'not under this name' });
        }
        if (request.method !== 'GET' && request.method !== 'HEAD' && !isOurOrigin(request.raw, allowedOrigins)) {
          return refuse(reply, { code: 'forbidden', message: 'not from this page' });
        }
        const mayAsk = await requests.consume(networkOf(request.ip)).then(
          () => true,
          () => false,
        );
        if (!mayAsk) return refuse(reply, { code: 'tooManyRequests', message: 'too many requests' });
        return undefined;
      });

      scope.get('/api/state', (request, reply) =>
        forViewer(request, reply, async (now, { userId }) => show(reply, now, userId)),
      );
      post(scope, '/api/login', Login, refuse, (request, reply, claim) =>
        whileActive(reply, async (now) => {
          const begun = await logIn(now, doorkeeper, request.raw, claim);
          if (!begun.ok) {
            log.info({ address: request.ip, code: begun.error.code }, 'login at the page refused');
            return refuse(reply, begun.error);
          }
          const { userId, session, device } = begun.value;
          log.info({ address: request.ip, userId }, 'manager logged in');
          reply.header('set-cookie', [
            cookie(request.raw, 'ipma_session', session),
            cookie(request.raw, 'ipma_device', device),
          ]);
          return show(reply, now, userId);
        }),
      );
      scope.post('/api/logout', (request, reply) =>
        forViewer(request, reply, async (now, viewer) => {
          const ended = await logOut(now, events, viewer);
          if (ended.ok) reply.header('set-cookie', cookie(request.raw, 'ipma_session', null));
          return answer(reply, ended);
        }),
      );
      post(scope, '/api/change', Change, refuse, (request, reply, change) =>
        forViewer(request, reply, async (now, { userId }) => {
          const made = await makeChange(now, userId, change);
          events.look();
          return made.ok ? show(reply, now, userId) : refuse(reply, made.error);
        }),
      );
      post(scope, '/api/password', NewPassword, refuse, (request, reply, passwords) =>
        forViewer(request, reply, async (now, viewer) => {
          const set = await setPassword(now, doorkeeper, request.raw, viewer, passwords);
          if (set.ok) {
            log.info({ userId: viewer.userId }, 'password changed');
            await events.recheck();
          }
          return answer(reply, set);
        }),
      );
      const { pageDir } = options;
      if (pageDir !== null && existsSync(path.join(pageDir, 'index.html'))) {
        await scope.register(fastifyStatic, { root: pageDir, prefix: '/', cacheControl: false });
      }
    },
    { prefix: '/manager' },
  );
  app.get('/manager', (_request, reply) => reply.redirect('/manager/'));

  async function open(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const now = active();
    if (!isOurHost(request, allowedOrigins) || !isOurOrigin(request, allowedOrigins)) reject(socket, '403 Forbidden');
    else if (!now) reject(socket, '503 Service Unavailable');
    else {
      const viewer = await viewerOf(now, request);
      if (!viewer) reject(socket, '401 Unauthorized');
      else if (!events.open(viewer, request, socket, head)) reject(socket, '429 Too Many Requests');
    }
  }

  return {
    upgrade(request, socket, head) {
      open(request, socket, head).catch((error: unknown) => {
        log.error({ err: error }, 'the page cannot be told of changes now');
        reject(socket, '503 Service Unavailable');
      });
    },
    dropEnded: () => events.recheck(),
    close: () => events.close(),
  };
}

/** A route whose body is parsed first; what does not parse is refused without a trace of what was in it. */
function post<S extends z.ZodType>(
  scope: FastifyInstance,
  url: string,
  schema: S,
  refuse: (reply: FastifyReply, error: Failure['error']) => unknown,
  handle: (request: FastifyRequest, reply: FastifyReply, body: z.output<S>) => Promise<unknown>,
): void {
  scope.post(url, { bodyLimit: 32 * 1024 }, async (request, reply) => {
    const body = schema.safeParse(request.body);
    if (body.success) return handle(request, reply, body.data);
    return refuse(reply, { code: 'badRequest', message: 'this is not a request of the page' });
  });
}

function headersFor(other: string | null, { url }: IncomingMessage): Record<string, string> {
  // The page asks the other service whether it is there, before it sends anybody to it.
  const connect = other === null ? "'self'" : `'self' ${new URL(other).origin}`;
  return {
    'content-security-policy': contentPolicy(connect),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': url?.startsWith('/manager/assets/') ? 'max-age=31536000, immutable' : 'no-store',
  };
}

/** `ws://host:port/peer` is the service whose page is at `http://host:port/manager/`. */
function pageAt(peer: string): string {
  const url = new URL('/manager/', peer);
  url.protocol = url.protocol === 'wss:' ? 'https:' : 'http:';
  return url.href;
}

function statusCodeOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;
}

function reject(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
