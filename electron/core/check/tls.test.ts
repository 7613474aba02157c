/** The step of *Check connection* that looks at the encryption: real certificates of an authority made for it. */
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:https';
import { afterEach, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import type { ServerAddress } from '../../../shared/bridge';
import { protocolVersion } from '../../../shared/protocol/messages';
import { createAuthority } from '../../../shared/testing/certificates';
import { checkerOf, endAll, ends, failureOf, passed, scripted, stepOf, tcpServer } from './testing/bench';

afterEach(endAll);

const day = 86_400_000;
const now = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 30 * day) };

interface Certified {
  readonly hosts?: readonly string[];
  readonly validity?: typeof now;
}

/** A scripted greeting over TLS, under a name of its own. */
async function tlsServer({ hosts = ['ipma.example'], validity = now }: Certified = {}) {
  const authority = await createAuthority('Check', now);
  const { certificate, key } = await authority.issue(hosts, validity);
  const server = createServer({ cert: certificate, key });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.send(JSON.stringify({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'standby' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const address: ServerAddress = { host: 'ipma.example', port: (server.address() as AddressInfo).port, tls: true };
  const network = { lookup: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]) };
  return { address, network, pem: authority.certificate };
}

it('tls: tells version, cipher and certificate, and goes on inside', async () => {
  const { address, network, pem } = await tlsServer();
  const { checker } = checkerOf({ primary: address, network, settings: { authority: pem } });
  const check = await checker.run();
  const validUntil = Math.floor(now.notAfter.getTime() / 1_000) * 1_000;
  expect(stepOf(check, 'tls')).toMatchObject({
    status: 'ok',
    found: { of: 'tls', version: 'TLSv1.3', subject: 'ipma.example', validUntil },
  });
  expect(stepOf(check, 'greeting')).toMatchObject({ status: 'ok', found: { role: 'standby' } });
});

it.each([
  ['an authority nobody trusts', {}, false, 'certificateUntrusted'],
  ['another host', { hosts: ['other.example'] }, true, 'certificateWrongHost'],
  [
    'days long past',
    { validity: { notBefore: new Date(Date.now() - 3 * day), notAfter: new Date(Date.now() - day) } },
    true,
    'certificateExpired',
  ],
] as const)('tls: a certificate of %s', async (_what, certified, trusted, problem) => {
  const { address, network, pem } = await tlsServer(certified);
  const { checker } = checkerOf({ primary: address, network, settings: { authority: trusted ? pem : null } });
  expect(failureOf(await checker.run())).toMatchObject({ step: 'tls', problem });
});

it('tls: a server without encryption', async () => {
  const service = await scripted();
  const { checker } = checkerOf({ primary: { ...service.address, tls: true } });
  expect(failureOf(await checker.run())).toMatchObject({ step: 'tls', problem: 'notEncrypted' });
});

it('tls: a server that accepts and says nothing', async () => {
  const address = await tcpServer(() => undefined);
  const { checker, clock, progress } = checkerOf({ primary: { ...address, tls: true } });
  const checked = checker.run();
  await passed(5_000, clock, progress, 'tls');
  expect(failureOf(await checked)).toMatchObject({ step: 'tls', problem: 'timeout' });
});
