/** The two links that a service makes itself, to the switch and to the other service, over wss: whom they trust, and what they make of others. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { CallId, Dn, LineId } from '../../shared/ids';
import { createAuthority, type Authority, type Identity } from '../../shared/testing/certificates';
import { demoSwitch } from '../demo/phones';
import { demoLineId } from '../demo/world';
import { connectPeer, type PeerLink } from '../lease/peer';
import { connectSwitch } from '../switch/cti/client';
import { createCtiServer, type CtiServer } from '../switch/cti/server';
import type { SwitchEvent, SwitchPort } from '../switch/port';
import { systemClock } from '../switch/sim/clock';
import { SimSwitch } from '../switch/sim/switch';
import { until } from '../testing/until';
import { trustWith, usualTrust, type OutgoingTls } from './trust';

const day = 24 * 60 * 60 * 1_000;
const validity = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 90 * day) };
const passed = { notBefore: new Date(Date.now() - 9 * day), notAfter: new Date(Date.now() - day) };

let folder: string;
let ours: OutgoingTls;
let good: Identity;
let bad: Readonly<Record<'stranger' | 'otherHost' | 'ended', Identity>>;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ipma-outgoing-'));
  const authority: Authority = await createAuthority('Example Authority', validity);
  const stranger = await createAuthority('Another Authority', validity);
  const file = path.join(folder, 'authority.crt');
  writeFileSync(file, authority.certificate);
  ours = trustWith(file);
  good = await authority.issue(['127.0.0.1'], validity);
  bad = {
    stranger: await stranger.issue(['127.0.0.1'], validity),
    otherHost: await authority.issue(['pbx.example'], validity),
    ended: await authority.issue(['127.0.0.1'], passed),
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let server: Server;
let warnings: string[];
const note = ({ reason }: { reason?: string }) => void warnings.push(reason ?? '');
const log = { info: () => undefined, warn: note };
const closing: (() => void | Promise<void>)[] = [];
beforeEach(() => {
  warnings = [];
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The other end's port, with this certificate. */
async function listen({ certificate, key }: Identity): Promise<number> {
  server = createServer({ cert: certificate, key });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

const renew = ({ certificate, key }: Identity) => server.setSecureContext({ cert: certificate, key });

/** What is wrong, where the certificate is the fault; each is tried with our own authority in hand but for the last. */
const faults: readonly [string, () => Identity, () => OutgoingTls, RegExp][] = [
  ['issued by another authority', () => bad.stranger, () => ours, /unable to verify|unable to get/],
  ['for another host', () => bad.otherHost, () => ours, /does not match/],
  ['at its end', () => bad.ended, () => ours, /expired/],
  ['of an authority that is not named', () => good, () => usualTrust, /unable to verify|unable to get/],
];

describe('the link to the switch', () => {
  let sim: SimSwitch;
  let cti: CtiServer;
  beforeEach(() => {
    const { plan } = demoSwitch();
    sim = new SimSwitch({ plan, clock: systemClock, newId: randomUUID, routeTimeoutMs: 60_000 });
    cti = createCtiServer(sim, log);
    closing.push(() => sim.close());
  });

  async function link(identity: Identity, trust: OutgoingTls): Promise<{ port: SwitchPort; seen: () => string[] }> {
    const number = await listen(identity);
    server.on('upgrade', (request, socket, head) => cti.upgrade(request, socket, head));
    closing.unshift(() => cti.close());
    const port = connectSwitch({ pool: 1, url: `wss://127.0.0.1:${number}/cti`, trust, log, reconnectDelayMs: 10 });
    closing.unshift(() => port.close());
    const seen: string[] = [];
    port.listen({
      connected: ({ phones }) => seen.push(`connected ${phones.length > 0}`),
      event: ({ type }: SwitchEvent) => seen.push(type),
      disconnected: () => seen.push('disconnected'),
    });
    return { port, seen: () => seen };
  }

  it('carries snapshot, commands and events where the own authority vouches for the switch', async () => {
    const { port, seen } = await link(good, ours);
    await until(() => (seen().length > 0 ? true : undefined), 'the snapshot');
    expect(seen()).toEqual(['connected true']);
    expect(await port.takeControl(1)).toMatchObject({ ok: true });
    const callId = CallId.parse(randomUUID());
    const lineId = LineId.parse(demoLineId('1001'));
    expect(await port.send({ type: 'makeCall', callId, lineId, to: Dn.parse('2001') })).toMatchObject({ ok: true });
    await until(() => (seen().includes('call') ? true : undefined), 'the call');
    expect(sim.snapshot().calls.map((call) => call.callId)).toEqual([callId]);
    expect(warnings).toEqual([]);
  });

  it.each(faults)(
    'is not made where its certificate is %s: said once, and tried on',
    async (_what, identity, trust, words) => {
      const { port, seen } = await link(identity(), trust());
      let attempts = 0;
      server.on('tlsClientError', () => (attempts += 1));
      server.on('secureConnection', () => (attempts += 1));
      await until(() => (attempts > 2 ? true : undefined), 'the third attempt');
      expect(warnings).toEqual([expect.stringMatching(words)]);
      expect(seen()).toEqual([]);
      expect(await port.takeControl(1)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
      expect(sim.snapshot().calls).toEqual([]);
    },
  );

  it('is made as soon as the switch has a good certificate', async () => {
    const { seen } = await link(bad.ended, ours);
    await until(() => (warnings.length > 0 ? true : undefined), 'the refusal');
    renew(good);
    await until(() => (seen().includes('connected true') ? true : undefined), 'the link');
  });
});

describe('the link to the other service', () => {
  let news: number;
  let sockets: WebSocketServer;
  async function link(identity: Identity, trust: OutgoingTls, scheme = 'wss'): Promise<PeerLink> {
    const number = await listen(identity);
    sockets = new WebSocketServer({ server });
    news = 0;
    const peer = connectPeer(
      () => `${scheme}://127.0.0.1:${number}/peer`,
      10,
      () => (news += 1),
      { trust, log },
    );
    closing.unshift(() => {
      peer.close();
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    });
    return peer;
  }
  const alive = (peer: PeerLink) => until(() => (peer.report().state === 'alive' ? true : undefined), 'the link');

  it('stands where the own authority vouches for it, and tells at once when nobody is there any more', async () => {
    const peer = await link(good, ours);
    await alive(peer);
    expect(await peer.probe(5_000)).toBe('alive');
    expect(warnings).toEqual([]);
    server.close();
    for (const socket of sockets.clients) socket.terminate();
    await until(async () => ((await peer.probe(1_000)) === 'gone' ? true : undefined), 'the peer to be gone');
  });

  // Taken for gone, a service that runs would lose its lease to the other over a certificate.
  it.each(faults)(
    'where its certificate is %s it is not known to be alive, nor gone: said once',
    async (_what, identity, trust, words) => {
      const peer = await link(identity(), trust());
      let attempts = 0;
      server.on('tlsClientError', () => (attempts += 1));
      server.on('secureConnection', () => (attempts += 1));
      await until(() => (attempts > 2 ? true : undefined), 'the third attempt');
      expect(await peer.probe(5_000)).toBe('unknown');
      expect(warnings).toEqual([expect.stringMatching(words)]);
      expect(news).toBe(0);
    },
  );

  it('stands as soon as the other service has a good certificate', async () => {
    const peer = await link(bad.stranger, ours);
    await until(() => (warnings.length > 0 ? true : undefined), 'the refusal');
    renew(good);
    await alive(peer);
  });

  it('is not known to be gone where one of the two speaks without TLS', async () => {
    const peer = await link(good, ours, 'ws');
    await until(() => (warnings.length > 0 ? true : undefined), 'the refusal');
    expect(await peer.probe(5_000)).toBe('unknown');
  });
});
