/** The link to the other service under the load of many consoles that come at the same time. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { until } from '../testing/until';
import { connectPeer, type PeerLink } from './peer';

let other: WebSocketServer;
let link: PeerLink;
/** The other service's end, and how often it was pinged. */
let end: WebSocket;
let pings = 0;

beforeEach(async () => {
  pings = 0;
  other = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(other, 'listening');
  const connected = new Promise<WebSocket>((resolve) => other.once('connection', resolve));
  const { port } = other.address() as AddressInfo;
  link = connectPeer(
    () => `ws://127.0.0.1:${port}/peer`,
    20,
    () => undefined,
  );
  end = await connected;
  end.on('ping', () => (pings += 1));
  await until(() => (link.report().state === 'alive' ? true : undefined), 'the link');
});
afterEach(() => {
  link.close();
  for (const socket of other.clients) socket.terminate();
  other.close();
});

it('answers everybody who asks at the same time, and keeps nothing of them', async () => {
  const warnings: string[] = [];
  const warned = ({ name }: Error) => void warnings.push(name);
  process.on('warning', warned);
  for (let turn = 0; turn < 3; turn += 1) {
    const asked = Array.from({ length: 100 }, () => link.probe(5_000));
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['alive']));
  }
  await new Promise(setImmediate);
  process.off('warning', warned);
  expect(warnings).toEqual([]);
  expect(pings).toBeGreaterThan(0);
});

it('finds out that nobody is there any more', async () => {
  const asked = link.probe(5_000);
  other.close();
  end.terminate();
  expect(['gone', 'alive']).toContain(await asked);
  await until(async () => ((await link.probe(1_000)) === 'gone' ? true : undefined), 'the peer to be gone');
});

it('is not led astray by a dying process that lets one more attempt in and resets it', async () => {
  const dying = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(dying, 'listening');
  const { port } = dying.address() as AddressInfo;
  // Without the quick retries it would be looked at again in an hour.
  const patient = connectPeer(
    () => `ws://127.0.0.1:${port}/peer`,
    3_600_000,
    () => undefined,
  );
  try {
    const [first] = (await once(dying, 'connection')) as [WebSocket];
    await until(() => (patient.report().state === 'alive' ? true : undefined), 'the link');
    dying.shouldHandle = () => {
      dying.close();
      return false;
    };
    first.terminate();
    await until(() => (patient.report().state === 'gone' ? true : undefined), 'the peer to be found gone');
  } finally {
    patient.close();
    dying.close();
  }
});
