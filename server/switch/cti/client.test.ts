import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { PhoneId } from '../../../shared/ids';
import type { CtiMessage, SwitchCommand, SwitchPort } from '../port';
import { connectSwitch } from './client';

const emptySwitch: CtiMessage = { type: 'snapshot', snapshot: { phones: [], calls: [], routeRequests: [] }, clock: 0 };
const command: SwitchCommand = { type: 'setDoNotDisturb', phoneId: PhoneId.parse('phone-1'), on: true };

/** A switch's end that does only what the test makes it do. */
let server: WebSocketServer;
let sockets: WebSocket[];
let port: SwitchPort;
let connected: number;
let lively: boolean;
let paths: (string | undefined)[];

beforeEach(async () => {
  // It does not answer pings by itself, so that it can play dead.
  server = new WebSocketServer({ host: '127.0.0.1', port: 0, autoPong: false });
  lively = true;
  paths = [];
  await new Promise((resolve) => server.once('listening', resolve));
  sockets = [];
  connected = 0;
  server.on('connection', (socket, request) => {
    sockets.push(socket);
    paths.push(request.url);
    socket.on('ping', () => lively && socket.pong());
    socket.send(JSON.stringify(emptySwitch));
  });
  const { port: number } = server.address() as AddressInfo;
  port = connectSwitch({
    pool: 1,
    url: `ws://127.0.0.1:${String(number)}/cti`,
    log: pino({ level: 'silent' }),
    reconnectDelayMs: 5,
    requestTimeoutMs: 100,
    heartbeatMs: 20,
  });
  port.listen({ connected: () => (connected += 1), event: () => undefined, disconnected: () => undefined });
  await links(1);
});

afterEach(async () => {
  await port.close();
  for (const socket of server.clients) socket.terminate();
  await new Promise((resolve) => server.close(resolve));
});

const links = (count: number) => vi.waitFor(() => expect(connected).toBe(count), { timeout: 5_000, interval: 5 });

it('says that nobody knows when no answer comes in time, and makes the link anew', async () => {
  expect(await port.send(command)).toMatchObject({ ok: false, error: { code: 'unanswered' } });
  await links(2);
});

it('says that nobody knows when the link breaks before the answer', async () => {
  sockets[0]?.on('message', () => sockets[0]?.terminate());
  expect(await port.send(command)).toMatchObject({ ok: false, error: { code: 'unanswered' } });
  await links(2);
});

it.each(['{"type":"nonsense"}', 'not JSON'])('leaves a switch that says %s and comes back', async (frame) => {
  sockets[0]?.send(frame);
  await links(2);
});

it('sends commands with the epoch that it took control with', async () => {
  const heard: unknown[] = [];
  sockets[0]?.on('message', (data: Buffer) => {
    const request: unknown = JSON.parse(data.toString('utf8'));
    heard.push(request);
    sockets[0]?.send(JSON.stringify({ type: 'answer', id: heard.length, error: null }));
  });
  expect(await port.takeControl(7)).toMatchObject({ ok: true });
  expect(await port.send(command)).toMatchObject({ ok: true });
  expect(heard).toMatchObject([
    { type: 'takeControl', epoch: 7 },
    { type: 'command', epoch: 7, command },
  ]);
});

it('leaves a switch that is silent and comes back, also when nothing is asked', async () => {
  lively = false;
  await links(2);
});

it('stays with a switch that only answers pings', async () => {
  let pings = 0;
  sockets[0]?.on('ping', () => (pings += 1));
  await vi.waitFor(() => expect(pings).toBeGreaterThan(10), { timeout: 5_000, interval: 5 });
  expect(connected).toBe(1);
});

it('says which pool it is of', () => {
  expect(paths).toEqual(['/cti?pool=1']);
});
