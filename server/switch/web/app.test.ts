import { request } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { demoSwitch } from '../../demo/phones';
import { manualClock } from '../sim/manualClock';
import { SimSwitch } from '../sim/switch';
import { startSwitchApp, type SwitchApp } from './app';
import { PhonesView } from './view';

let app: SwitchApp;
let sim: SimSwitch;
let phonesDir: string;

beforeEach(async () => {
  phonesDir = await mkdtemp(path.join(tmpdir(), 'phones-'));
  await writeFile(path.join(phonesDir, 'index.html'), '<!doctype html><title>Phones</title>');
  const demo = demoSwitch();
  sim = new SimSwitch({ plan: demo.plan, clock: manualClock(), newId: () => 'r', routeTimeoutMs: 1_500 });
  app = await startSwitchApp({ sim, demo, log: pino({ level: 'silent' }), phonesDir, port: 0 });
});

afterEach(async () => {
  sim.close();
  await app.close();
  await rm(phonesDir, { recursive: true });
});

const url = (at: string) => `http://127.0.0.1:${String(app.port)}${at}`;

async function state(): Promise<PhonesView> {
  return PhonesView.parse(await (await fetch(url('/api/state'))).json());
}

async function press(body: object): Promise<{ status: number; body: unknown }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url('/api/press'), { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

const states = async () =>
  (await state()).calls.flatMap((call) => call.connections.map((at) => `${at.dn} ${at.state}`));

describe('keys', () => {
  it('make a whole call: dial, answer, hold, resume, transfer, hang up', async () => {
    const dialled = await press({ dn: '1001', key: 'dial', number: '10-02' });
    expect(dialled).toEqual({ status: 200, body: { callId: (await state()).calls[0]?.callId } });
    await press({ phoneId: 'phone-1002', key: 'answer' });
    await press({ phoneId: 'phone-1002', key: 'hold' });
    expect(await states()).toEqual(['1001 connected', '1002 hold']);
    await press({ phoneId: 'phone-1002', key: 'resume' });
    await press({ phoneId: 'phone-1002', key: 'transfer', number: '1003' });
    expect(await states()).toEqual(['1001 alerting', '1003 alerting']);
    await press({ dn: '1001', key: 'hangUp' });
    expect(await states()).toEqual([]);
  });

  it('act on the call that is named, or the obvious one', async () => {
    await press({ dn: '1001', key: 'dial', number: '1003' });
    await press({ dn: '1002', key: 'dial', number: '1003' });
    const second = (await state()).calls[1]?.callId;
    await press({ dn: '1003', key: 'answer', callId: second });
    expect(await states()).toEqual(['1001 alerting', '1003 alerting', '1002 connected', '1003 connected']);
    await press({ dn: '1003', key: 'answer' });
    expect(await states()).toEqual(['1001 connected', '1003 connected', '1002 connected', '1003 hold']);
  });

  it('set do not disturb and forwarding on and off', async () => {
    const anna = async () => (await state()).phones.find((phone) => phone.phoneId === 'phone-60001');
    await press({ dn: '60001', key: 'dnd' });
    await press({ dn: '60001', key: 'forward', number: '1001' });
    expect(await anna()).toMatchObject({ doNotDisturb: true, forwardedTo: '1001' });
    await press({ dn: '60001', key: 'dnd' });
    await press({ dn: '60001', key: 'forward' });
    expect(await anna()).toMatchObject({ doNotDisturb: false, forwardedTo: null });
  });

  it.each([
    [{ phoneId: 'phone-1001', key: 'answer' }, 409, 'staleState'],
    [{ phoneId: 'phone-1001', key: 'hangUp', callId: 'gone' }, 409, 'noSuchCall'],
    [{ phoneId: 'phone-1001', key: 'dial', number: 'help' }, 409, 'cannotDial'],
    [{ phoneId: 'phone-1001', key: 'forward', number: '999999' }, 409, 'cannotDial'],
    [{ phoneId: 'phone-none', key: 'dnd' }, 409, 'notSupported'],
    [{ phoneId: 'phone-1001', key: 'messages' }, 409, 'notSupported'],
    [{ phoneId: 'phone-1001', key: 'intercept' }, 409, 'notSupported'],
    [{ phoneId: 'phone-60001', key: 'redirect' }, 409, 'notSupported'],
    [{ phoneId: 'phone-1001', lineId: 'line-1001', key: 'dnd' }, 400, 'badRequest'],
    [{ phoneId: 'phone-1001', key: 'explode' }, 400, 'badRequest'],
    [{ key: 'dnd' }, 400, 'badRequest'],
  ])('%j is answered with %i %s', async (body, status, code) => {
    expect(await press(body)).toMatchObject({ status, body: { error: { code } } });
  });
});

describe('the page', () => {
  it('is served with a strict policy', async () => {
    const response = await fetch(url('/'));
    expect(new URL(response.url).pathname).toBe('/phones/');
    expect(await response.text()).toContain('<title>Phones</title>');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is told every change', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${String(app.port)}/api/events`);
    const views: PhonesView[] = [];
    socket.on('message', (data: Buffer) => views.push(PhonesView.parse(JSON.parse(data.toString('utf8')))));
    await vi.waitFor(() => expect(views).toHaveLength(1), { interval: 5 });
    await press({ dn: '1001', key: 'dial', number: '1002' });
    await vi.waitFor(() => expect(views.at(-1)?.calls).toHaveLength(1), { interval: 5 });
    socket.terminate();
  });
});

describe('a page of another site', () => {
  /** The status of a request with these headers (fetch does not let a test set them). */
  const status = (at: string, method: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const sent = request(url(at), { method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('upgrade', (response, socket) => {
        socket.destroy();
        resolve(response.statusCode);
      });
      sent.on('error', reject).end(method === 'POST' ? '{"dn":"1001","key":"dnd"}' : undefined);
    });
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  };
  const json = { 'content-type': 'application/json' };

  it.each([
    ['GET', '/api/state', {}],
    ['POST', '/api/press', json],
    ['GET', '/api/events', upgrade],
    ['GET', '/cti', upgrade],
  ])('cannot %s %s', async (method, at, headers) => {
    const own = `127.0.0.1:${String(app.port)}`;
    expect(await status(at, method, { ...headers, host: 'evil.example' })).toBe(403);
    expect(await status(at, method, { ...headers, host: own, origin: 'https://evil.example' })).toBe(403);
    expect(await status(at, method, { ...headers, host: own, origin: 'null' })).toBe(403);
    expect(await status(at, method, { ...headers, host: own, origin: `http://${own}` })).toBe(
      'upgrade' in headers ? 101 : 200,
    );
  });
});
