import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { PhoneId } from '../../../shared/ids';
import type { CtiMessage, SwitchCommand, SwitchPort } from '../port';
import { connectSwitch } from './client';

const emptySwitch: CtiMessage = { type: 'snapshot', snapshot: { phones: [], calls: [], routeRequests: [] } };
const command: SwitchCommand = { type: 'setDoNotDisturb', phoneId: PhoneId.parse('phone-1'), on: true };

/** A switch's end that does only what the test makes it do. */
let server: WebSocketServer;
let sockets: WebSocket[];
let port: SwitchPort;
let connected: number;

beforeEach(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  sockets = [];
  connected = 0;
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.send(JSON.stringify(emptySwitch));
  });
  const { port: number } = server.address() as AddressInfo;
  port = connectSwitch({
    pool: 1,
    url: `ws://127.0.0.1:${String(number)}/cti`,
    log: pino({ level: 'silent' }),
    reconnectDelayMs: 5,
    requestTimeoutMs: 100,
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

it('answers unreachable when no answer comes in time, and makes the link anew', async () => {
  expect(await port.send(command)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  await links(2);
});

it('answers unreachable when the link breaks before the answer', async () => {
  sockets[0]?.on('message', () => sockets[0]?.terminate());
  expect(await port.send(command)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
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
