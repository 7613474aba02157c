/** The line to the active service is spoiled in every way there is: the assistant is told, nothing is lost, nothing is done twice. */
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { protocolVersion, type ServerMessage } from '../../shared/protocol/messages';
import { calm, expect, other, test } from './desk';
import type { Fault } from './proxy';

const cuts: readonly [string, Fault][] = [
  ['reset', { kind: 'reset' }],
  ['refused', { kind: 'refuse' }],
  ['half open, both ways', { kind: 'swallow', towards: 'both' }],
  ['half open, towards the server', { kind: 'swallow', towards: 'server' }],
  ['half open, towards the console', { kind: 'swallow', towards: 'client' }],
  ['accepted and nothing said', { kind: 'silent' }],
  ['a web server in its place', { kind: 'wrongProtocol', speaks: 'http' }],
  ['garbage in its place', { kind: 'wrongProtocol', speaks: 'garbage' }],
];

for (const [name, fault] of cuts) {
  test(name, async ({ desk }) => {
    await desk.talk();
    const line = desk.lines[await desk.active()];
    const before = desk.press();
    await line.set(fault);
    const lost = desk.press();
    await desk.noticed();
    await Promise.all([before, lost]);
    await desk.refusedMeanwhile();
    await line.set({ kind: 'pass' });
    await desk.agrees();
    expect(await desk.press()).toBe('done');
    await desk.kept();
    await desk.agrees();
  });
}

test.describe('slow', () => {
  test.use({ clocks: calm });
  const slow: readonly [string, Fault][] = [
    ['every byte in a packet of its own', { kind: 'fragments', pauseMs: 0 }],
    ['two seconds each way', { kind: 'latency', ms: 2_000 }],
  ];
  for (const [name, fault] of slow) {
    test(`${name}: nothing is given up`, async ({ desk }) => {
      await desk.talk();
      const line = desk.lines[await desk.active()];
      const { ever } = line;
      await line.set(fault);
      expect(await Promise.all([desk.press(), desk.press()])).toEqual(['done', 'done']);
      await desk.page.keyboard.press('F6');
      await expect(desk.screen.call(/Anna Kowalska/)).toHaveAttribute('data-call-state', 'hold');
      await desk.agrees();
      await desk.page.keyboard.press('F6');
      await expect(desk.screen.call(/Anna Kowalska/)).toHaveAttribute('data-call-state', 'connected');
      await line.set({ kind: 'pass' });
      await desk.agrees();
      await desk.kept();
      expect(line.ever).toBe(ever);
    });
  }
});

const lies: readonly [string, readonly ServerMessage[]][] = [
  ['says that it is active, and no more', []],
  ['says that it is active, and then that it is not', [{ type: 'error', error: { code: 'standby', message: '' } }]],
  ['says that it is active, and knows nothing', [{ type: 'error', error: { code: 'internal', message: '' } }]],
  ['says that it is active, and speaks of calls of nobody', [{ type: 'events', serverTime: 0, events: [] }]],
];

for (const [name, answers] of lies) {
  test(`the standby lies: ${name}`, async ({ desk }) => {
    await desk.talk();
    const active = await desk.active();
    const liar = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await new Promise((resolve) => liar.once('listening', resolve));
    let asked = 0;
    liar.on('connection', (socket) => {
      const say = (message: ServerMessage) => socket.send(JSON.stringify(message));
      say({ type: 'welcome', protocol: protocolVersion, service: other(active), role: 'active' });
      socket.on('error', () => undefined);
      socket.on('message', (data: Buffer) => {
        if (!data.toString('utf8').includes('"resume"')) return;
        asked += 1;
        answers.forEach(say);
      });
    });
    try {
      await desk.lines[other(active)].set({ kind: 'elsewhere', port: (liar.address() as AddressInfo).port });
      await desk.lines[active].set({ kind: 'refuse' });
      await desk.noticed();
      await expect.poll(() => asked).toBeGreaterThan(1);
      await desk.refusedMeanwhile();
      await expect(desk.page.getByText('Last known state').first()).toBeVisible();
      await desk.lines[active].set({ kind: 'pass' });
      await desk.lines[other(active)].set({ kind: 'pass' });
      await desk.agrees();
      expect(await desk.press()).toBe('done');
      await desk.kept();
    } finally {
      for (const socket of liar.clients) socket.terminate();
      liar.close();
    }
  });
}
