/** Real servers with real certificates: what the console makes of each, and what it never opens. */
import { createServer as createPlain } from 'node:http';
import type { Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { createAuthority } from '../../shared/testing/certificates';
import type { Authority, Identity } from '../../shared/testing/certificates';
import { openWebSocket } from './socket';
import type { SocketTarget } from './socket';

const hour = 3_600_000;
const validity = { notBefore: new Date(Date.now() - hour), notAfter: new Date(Date.now() + 24 * hour) };
const hosts = ['localhost', '127.0.0.1', '::1'];
let ours: Authority;
let strangers: Authority;
let good: Identity;
beforeAll(async () => {
  ours = await createAuthority('Example Authority', validity);
  strangers = await createAuthority('Another Authority', validity);
  good = await ours.issue(hosts, validity);
});

const servers: Server[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** `requests`: whatever came that was no upgrade, and upgrades. */
interface Running {
  readonly port: number;
  readonly seen: string[];
}

async function run(server: Server, host = '127.0.0.1'): Promise<Running> {
  const seen: string[] = [];
  servers.push(server);
  server.on('connection', () => seen.push('connection'));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return { port: (server.address() as AddressInfo).port, seen };
}

function withWebSockets<S extends Server>(server: S): S {
  new WebSocketServer({ server }).on('connection', (socket) => socket.send('welcome'));
  return server;
}

const secure = (identity: Identity, more: ServerOptions = {}): Promise<Running> =>
  run(withWebSockets(createSecure({ cert: identity.certificate, key: identity.key, ...more })));
const plain = (host?: string): Promise<Running> => run(withWebSockets(createPlain()), host);
const answering = (status: number, headers: Record<string, string> = {}): Promise<Running> =>
  run(createPlain((_request, response) => response.writeHead(status, headers).end('x')));

type End = { readonly said: string | null } | { readonly problem: string; readonly reason: string };

/** The first thing it says, or how it ended. */
function attempt(
  address: Partial<SocketTarget['address']>,
  more: Partial<Omit<SocketTarget, 'address'>> = {},
): Promise<End> {
  const whole = { host: '127.0.0.1', port: 1, tls: true, ...address };
  return new Promise((resolve) => {
    const socket = openWebSocket(
      { address: whole, allowPlain: false, authority: ours.certificate, ...more },
      {
        opened: () => undefined,
        message: (said) => {
          resolve({ said });
          socket.terminate();
        },
        closed: (reason, problem) => resolve({ reason, problem }),
      },
    );
  });
}

const welcomed = { said: 'welcome' };

describe('wss', () => {
  it('to a server that the own authority vouches for, by name and by address', async () => {
    const { port } = await secure(good);
    expect(await attempt({ port })).toEqual(welcomed);
    expect(await attempt({ port, host: 'localhost' })).toEqual(welcomed);
  });

  it('takes an authority of several certificates with words around them', async () => {
    const { port } = await secure(good);
    const authority = `Ours, since 2026\n${strangers.certificate}\nand\n${ours.certificate}\n`;
    expect(await attempt({ port }, { authority })).toEqual(welcomed);
  });

  it.each([
    ['none', () => null],
    ['another', () => strangers.certificate],
    ['a damaged one', () => ours.certificate.replace(/\n.{30}/, '\n*')],
    ['half a one', () => ours.certificate.slice(0, 200)],
    ['one with a key in it, which is not taken', () => ours.certificate + good.key],
  ])('authority: %s: untrusted, and nothing breaks', async (_what, authority) => {
    const { port } = await secure(good);
    expect(await attempt({ port }, { authority: authority() })).toMatchObject({ problem: 'certificateUntrusted' });
  });

  it('is not talked out of it by the environment', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const { port } = await secure(good);
    expect(await attempt({ port }, { authority: null })).toMatchObject({ problem: 'certificateUntrusted' });
  });

  it('a certificate for another host', async () => {
    const { port } = await secure(await ours.issue(['other.example', '10.0.0.1'], validity));
    expect(await attempt({ port })).toMatchObject({ problem: 'certificateWrongHost' });
    expect(await attempt({ port, host: 'localhost' })).toMatchObject({ problem: 'certificateWrongHost' });
  });

  it.each([
    ['expired', { notBefore: new Date(Date.now() - 3 * hour), notAfter: new Date(Date.now() - hour) }],
    ['not valid yet', { notBefore: new Date(Date.now() + hour), notAfter: new Date(Date.now() + 3 * hour) }],
  ])('a certificate that is %s', async (_what, when) => {
    const { port } = await secure(await ours.issue(hosts, when));
    expect(await attempt({ port })).toMatchObject({ problem: 'certificateExpired' });
  });

  it('to a server that speaks plainly', async () => {
    const { port } = await plain();
    expect(await attempt({ port })).toMatchObject({ problem: 'notEncrypted' });
  });

  it('to one that only speaks TLS of before 1.2', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const { port } = await secure(good, old);
    expect(await attempt({ port })).toMatchObject({ problem: 'notAService' });
  });

  it('to nobody', async () => {
    expect(await attempt({})).toMatchObject({ problem: 'unreachable' });
    expect(await attempt({ host: 'nobody.invalid' })).toMatchObject({ problem: 'unreachable' });
  });
});

describe('ws', () => {
  it('on this machine needs no leave', async () => {
    const { port } = await plain();
    expect(await attempt({ port, tls: false })).toEqual(welcomed);
    expect(await attempt({ port, tls: false, host: 'localhost' })).toEqual(welcomed);
  });

  it('to a server that wants TLS gets nowhere', async () => {
    const { port } = await secure(good);
    expect(await attempt({ port, tls: false })).toMatchObject({ problem: 'unreachable' });
  });

  const elsewhere = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address;
  it.skipIf(elsewhere === undefined)('to another machine only where allowed: else nothing is opened', async () => {
    const host = elsewhere ?? '';
    const { port, seen } = await plain('0.0.0.0');
    expect(await attempt({ host, port, tls: false })).toMatchObject({ problem: 'plainNotAllowed' });
    expect(seen).toEqual([]);
    expect(await attempt({ host, port, tls: false }, { allowPlain: true })).toEqual(welcomed);
  });

  it.each(['ipma.example.org', '10.0.0.5', 'fd00::1', '127.0.0.1.example.org', 'localhost.example.org'])(
    'to %s is refused',
    async (host) => {
      expect(await attempt({ host, tls: false })).toMatchObject({ problem: 'plainNotAllowed' });
    },
  );

  it.each(['a.example/x.localhost', 'a.example?.localhost', 'a.example#.localhost', 'me@a.localhost', 'a b', ''])(
    'a settings file that says host "%s" leads nowhere',
    async (host) => {
      expect(await attempt({ host, tls: false })).toMatchObject({ problem: 'unreachable' });
    },
  );
});

describe('something else answers', () => {
  it.each([200, 403, 404])('HTTP %d', async (status) => {
    const { port } = await answering(status);
    expect(await attempt({ port, tls: false })).toEqual({ problem: 'notAService', reason: `HTTP status ${status}` });
  });

  it('a service that is just ending, or a proxy without one, will be there again', async () => {
    const { port } = await answering(503);
    expect(await attempt({ port, tls: false })).toMatchObject({ problem: 'unreachable' });
  });

  it('a redirect is not followed', async () => {
    const target = await plain();
    const { port } = await answering(302, { location: `http://127.0.0.1:${target.port}/` });
    expect(await attempt({ port, tls: false })).toMatchObject({ problem: 'notAService' });
    expect(target.seen).toEqual([]);
  });
});

const hasIpv6 = Object.values(networkInterfaces()).some(
  (all) => all?.some(({ address }) => address === '::1') === true,
);
it.skipIf(!hasIpv6)('IPv6, with TLS and without', async () => {
  const one = await run(withWebSockets(createSecure({ cert: good.certificate, key: good.key })), '::1');
  expect(await attempt({ host: '::1', port: one.port })).toEqual(welcomed);
  const other = await plain('::1');
  expect(await attempt({ host: '::1', port: other.port, tls: false })).toEqual(welcomed);
});
