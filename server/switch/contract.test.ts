/** What every switch behind the port must do. Runs against the simulated switch through its CTI link. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { CallId, Dn, LineId, PhoneId } from '../../shared/ids';
import { demoSwitch } from '../demo/phones';
import { connectSwitch } from './cti/client';
import type { Destination, RouteRequest, SwitchCommand, SwitchEvent, SwitchPort, SwitchSnapshot } from './port';
import { systemClock } from './sim/clock';
import { SimSwitch } from './sim/switch';
import { managerStatus } from './sim/testSwitch';
import { startSwitchApp, type SwitchApp } from './web/app';

const log = pino({ level: 'silent' });
const line = (dn: string) => LineId.parse(`line-${dn}`);
const until = <T>(check: () => T) => vi.waitFor(check, { timeout: 5_000, interval: 5 });

/** A service's end of the link with everything it was told. */
interface Service {
  readonly port: SwitchPort;
  readonly snapshots: SwitchSnapshot[];
  readonly events: SwitchEvent[];
  lost: number;
}

let app: SwitchApp;
let sim: SimSwitch;
let services: Service[];

async function startSwitch(port = 0): Promise<void> {
  const demo = demoSwitch();
  sim = new SimSwitch({ plan: demo.plan, clock: systemClock, newId: randomUUID, routeTimeoutMs: 60_000 });
  app = await startSwitchApp({ sim, demo, log, phonesDir: '/nowhere', port, ctiHeartbeatMs: 50 });
}

function connect(pool: number): Service {
  const port = connectSwitch({ url: `ws://127.0.0.1:${String(app.port)}/cti`, pool, log, reconnectDelayMs: 10 });
  const service: Service = { port, snapshots: [], events: [], lost: 0 };
  port.listen({
    connected: (snapshot) => service.snapshots.push(snapshot),
    event: (event) => service.events.push(event),
    disconnected: () => (service.lost += 1),
  });
  services.push(service);
  return service;
}

async function connected(epoch?: number, pool = 1): Promise<Service> {
  const service = connect(pool);
  await until(() => expect(service.snapshots).toHaveLength(1));
  if (epoch !== undefined) expect(await service.port.takeControl(epoch)).toMatchObject({ ok: true });
  return service;
}

const newCall = () => CallId.parse(randomUUID());
const dial = (from: string, to: string, callId = newCall()): SwitchCommand => ({
  type: 'makeCall',
  callId,
  lineId: line(from),
  to: Dn.parse(to),
});

/** The causes and states of a call as a service heard them. */
function story(service: Service): string[] {
  return service.events.map((event) => {
    if (event.type !== 'call') return event.type;
    return `${event.cause}: ${event.call.connections.map((at) => `${at.dn} ${at.state}`).join(', ')}`;
  });
}

beforeEach(async () => {
  services = [];
  await startSwitch();
});

afterEach(async () => {
  await Promise.all(services.map((service) => service.port.close()));
  sim.close();
  await app.close();
});

describe('a switch behind the port', () => {
  it('begins with a snapshot of phones and calls', async () => {
    const first = await connected(1);
    await first.port.send(dial('1001', '1002'));
    const second = await connected();
    expect(second.snapshots[0]?.phones.length).toBeGreaterThan(200);
    expect(second.snapshots[0]?.calls).toHaveLength(1);
  });

  it('makes, answers, holds, retrieves and clears a call, told as events', async () => {
    const service = await connected(1);
    const callId = newCall();
    const at = { callId, lineId: line('1002') };
    const commands: SwitchCommand[] = [
      dial('1001', '1002', callId),
      { type: 'answerCall', ...at },
      { type: 'holdCall', ...at },
      { type: 'retrieveCall', ...at },
      { type: 'clearConnection', ...at },
    ];
    for (const command of commands) expect(await service.port.send(command)).toEqual({ ok: true, value: undefined });
    expect(story(service)).toEqual([
      'originated: 1001 initiated',
      'delivered: 1001 alerting, 1002 alerting',
      'established: 1001 connected, 1002 connected',
      'held: 1001 connected, 1002 hold',
      'retrieved: 1001 connected, 1002 connected',
      'callCleared',
    ]);
  });

  it('transfers and deflects', async () => {
    const service = await connected(1);
    const callId = newCall();
    await service.port.send(dial('1001', '1002', callId));
    const to = (number: string) => ({ kind: 'number', number: Dn.parse(number) }) as const;
    await service.port.send({ type: 'deflectCall', callId, lineId: line('1002'), to: to('1003') });
    await service.port.send({ type: 'answerCall', callId, lineId: line('1003') });
    await service.port.send({ type: 'singleStepTransfer', callId, lineId: line('1003'), to: to('1004') });
    expect(story(service).slice(2)).toEqual([
      'diverted: 1001 alerting, 1003 alerting',
      'established: 1001 connected, 1003 connected',
      'transferred: 1001 alerting, 1004 alerting',
    ]);
  });

  it('refuses with a code and changes nothing', async () => {
    const service = await connected(1);
    const at = { callId: newCall(), lineId: line('1002') };
    expect(await service.port.send({ type: 'answerCall', ...at })).toMatchObject({ error: { code: 'noSuchCall' } });
    await service.port.send(dial('1001', '1002', at.callId));
    expect(await service.port.send({ type: 'holdCall', ...at })).toMatchObject({ error: { code: 'staleState' } });
    const nobody = { kind: 'number', number: Dn.parse('999999') } as const;
    const deflected = await service.port.send({ type: 'deflectCall', ...at, to: nobody });
    expect(deflected).toMatchObject({ error: { code: 'cannotDial' } });
    expect(story(service)).toHaveLength(2);
  });

  it('marks do not disturb', async () => {
    const service = await connected(1);
    await service.port.send({ type: 'setDoNotDisturb', phoneId: PhoneId.parse('phone-60001'), on: true });
    expect(service.events).toMatchObject([{ type: 'phone', phone: { name: 'Anna Kowalska', doNotDisturb: true } }]);
  });

  it('asks the service in control where a manager’s call goes', async () => {
    const service = await connected(1);
    await service.port.send(dial('1001', '60001'));
    const asked = service.events.find((event) => event.type === 'routeRequest');
    expect(asked).toMatchObject({ request: { routePoint: '60001', caller: { number: '1001' } } });
    const routeId = asked?.type === 'routeRequest' ? asked.request.routeId : '';
    const to = { kind: 'line', lineId: line('39001') } as const;
    expect(await service.port.send({ type: 'routeSelect', routeId, to, noAnswerMs: null })).toMatchObject({ ok: true });
    expect(story(service).at(-1)).toBe('delivered: 1001 alerting, 39001 alerting');
  });
});

/** The route request a service heard last. */
function asked(service: Service): RouteRequest {
  const last = service.events.findLast((event) => event.type === 'routeRequest');
  if (last?.type !== 'routeRequest') throw new Error('nothing was asked');
  return last.request;
}

const select = (service: Service, to: Destination, noAnswerMs: number | null = null) =>
  service.port.send({ type: 'routeSelect', routeId: asked(service).routeId, to, noAnswerMs });
const atLine = (id: string): Destination => ({ kind: 'line', lineId: line(id) });
const boxOf = (dn: string): Destination => ({ kind: 'voicemail', box: Dn.parse(dn) });
const phoneOf = (dn: string) => sim.snapshot().phones.find((phone) => phone.phoneId === `phone-${dn}`);

describe('a call that nobody answers', () => {
  const rung = async (service: Service, noAnswerMs: number) => {
    await service.port.send(dial('1001', '60001'));
    await select(service, atLine('39001'), noAnswerMs);
    await until(() => expect(asked(service).reason).toBe('noAnswer'));
  };

  it('is asked about again, with where it has rung, and moves on', async () => {
    const service = await connected(1);
    await rung(service, 5);
    expect(asked(service)).toMatchObject({ routePoint: '60001', tried: ['line-39001'] });
    expect(story(service).at(-2)).toBe('delivered: 1001 alerting, 39001 alerting');
    expect(await select(service, atLine('38001'), 5)).toMatchObject({ ok: true });
    await until(() => expect(asked(service).tried).toEqual(['line-39001', 'line-38001']));
    expect(await select(service, boxOf('60001'))).toMatchObject({ ok: true });
    expect(story(service).at(-1)).toBe('established: 1001 connected, 7000 connected');
  });

  it('rings on when the destination cannot be reached, or the service wants it to', async () => {
    const service = await connected(1);
    await rung(service, 5);
    expect(await select(service, boxOf('1001'))).toMatchObject({ error: { code: 'cannotDial' } });
    const { routeId } = asked(service);
    expect(await service.port.send({ type: 'routeEnd', routeId })).toMatchObject({ ok: true });
    expect(await service.port.send({ type: 'routeEnd', routeId })).toMatchObject({ error: { code: 'noSuchCall' } });
    expect(story(service).findLast((told) => told !== 'routeRequest')).toBe('delivered: 1001 alerting, 39001 alerting');
  });

  it('is in the snapshot, and asked again of the service that takes over', async () => {
    const old = await connected(1);
    await rung(old, 5);
    await old.port.close();
    const fresh = await connected(2);
    expect(fresh.snapshots[0]?.routeRequests).toMatchObject([{ reason: 'noAnswer', tried: ['line-39001'] }]);
    await until(() => expect(asked(fresh)).toMatchObject({ reason: 'noAnswer', tried: ['line-39001'] }));
    expect(await select(fresh, atLine('38001'))).toMatchObject({ ok: true });
  });
});

describe('voicemail', () => {
  it('takes a message, shows it, and plays it to its owner', async () => {
    const service = await connected(1);
    const callId = newCall();
    await service.port.send(dial('1001', '60001', callId));
    await select(service, boxOf('60001'));
    await service.port.send({ type: 'clearConnection', callId, lineId: line('1001') });
    expect(service.events.at(-1)).toMatchObject({
      type: 'phone',
      phone: { phoneId: 'phone-60001', messageWaiting: true },
    });
    expect((await press({ phoneId: 'phone-60001', key: 'messages' })).status).toBe(200);
    expect(phoneOf('60001')?.messageWaiting).toBe(false);
  });
});

describe('lines of other kinds', () => {
  it('an intercom line answers by itself and cannot be held or transferred', async () => {
    const service = await connected(1);
    const callId = newCall();
    await service.port.send(dial('50001', '52001', callId));
    expect(story(service).at(-1)).toBe('established: 50001 connected, 52001 connected');
    const at = { callId, lineId: line('52001') };
    const refused: SwitchCommand[] = [
      { type: 'holdCall', ...at },
      { type: 'singleStepTransfer', ...at, to: atLine('2002') },
    ];
    for (const command of refused) {
      expect(await service.port.send(command)).toMatchObject({ error: { code: 'notSupported' } });
    }
  });

  it('a shared line rings on every phone, and who answers has it', async () => {
    const service = await connected(1);
    const callId = newCall();
    await service.port.send(dial('1001', '60009', callId));
    expect(story(service).at(-1)).toBe('delivered: 1001 alerting, 60009 alerting, 60009 alerting');
    await service.port.send({ type: 'answerCall', callId, lineId: line('60009-2004') });
    expect(sim.snapshot().calls[0]?.connections.map((at) => at.lineId)).toEqual(['line-1001', 'line-60009-2004']);
    expect(story(service).at(-1)).toBe('established: 1001 connected, 60009 connected');
  });
});

describe('a manager’s phone', () => {
  const phoneId = PhoneId.parse('phone-60001');
  const served = async () => {
    const service = await connected(1);
    await service.port.send({ type: 'setPhoneStatus', phoneId, status: managerStatus });
    return service;
  };
  const pressed = (service: Service) =>
    until(() => {
      const last = service.events.at(-1);
      if (last?.type !== 'featureKey') throw new Error('no key was pressed');
      return last.press;
    });

  it('shows what the service says and plays the alert tone', async () => {
    const service = await served();
    await service.port.send({ type: 'playAlertTone', phoneId });
    const { status, alertedAt } = phoneOf('60001') ?? {};
    expect(status).toEqual(managerStatus);
    expect(alertedAt).not.toBeNull();
  });

  it.each([
    [null, 200],
    ['Divert all is the administrator’s', 409],
  ])('waits for the service’s answer %j to a feature key', async (refusal, code) => {
    const service = await served();
    const answer = press({ phoneId, key: 'divertAll' });
    const { pressId, key } = await pressed(service);
    expect(key).toEqual({ key: 'divertAll' });
    const command: SwitchCommand = { type: 'answerFeatureKey', pressId, refusal };
    expect(await service.port.send(command)).toMatchObject({ ok: true });
    const response = await answer;
    expect(response.status).toBe(code);
    if (refusal !== null) expect(await response.json()).toEqual({ error: { code: 'notSupported', message: refusal } });
    expect(await service.port.send(command)).toMatchObject({ error: { code: 'staleState' } });
  });

  it('names the call that a key acts on', async () => {
    const service = await served();
    const callId = newCall();
    await service.port.send(dial('2001', '60001', callId));
    const answer = press({ phoneId, key: 'voicemail' });
    const { pressId, key } = await pressed(service);
    expect(key).toEqual({ key: 'toVoicemail', callId });
    await service.port.send({ type: 'answerFeatureKey', pressId, refusal: null });
    expect((await answer).status).toBe(200);
  });

  it('has dead keys when the last service has gone, and so has any other phone', async () => {
    const service = await served();
    const waiting = press({ phoneId, key: 'filter' });
    await pressed(service);
    await service.port.close();
    expect((await waiting).status).toBe(409);
    expect(phoneOf('60001')?.status).toBeNull();
    for (const dn of ['60001', '1001']) {
      const response = await press({ dn, key: 'filter' });
      expect(await response.json()).toMatchObject({ error: { code: 'notSupported' } });
    }
  });
});

describe('pools', () => {
  it('are fenced apart, and each takes its own feature keys along', async () => {
    const one = await connected(5);
    const two = await connected(9, 2);
    const status = (service: Service, dn: string) =>
      service.port.send({ type: 'setPhoneStatus', phoneId: PhoneId.parse(`phone-${dn}`), status: managerStatus });
    expect(await status(one, '60001')).toMatchObject({ ok: true });
    expect(await status(two, '60002')).toMatchObject({ ok: true });
    await two.port.close();
    await until(() => expect(phoneOf('60002')?.status).toBeNull());
    expect(phoneOf('60001')?.status).toEqual(managerStatus);
  });
});

describe('two services', () => {
  it('the older one is fenced off when the newer takes control', async () => {
    const old = await connected(1);
    const fresh = await connected(2);
    expect(await old.port.send(dial('1001', '1002'))).toMatchObject({ error: { code: 'fenced' } });
    expect(await old.port.takeControl(1)).toMatchObject({ error: { code: 'fenced' } });
    expect(await fresh.port.send(dial('1001', '1002'))).toMatchObject({ ok: true });
    await until(() => expect(story(old)).toEqual(story(fresh)));
  });

  it('the one that takes over is asked again about calls that still wait', async () => {
    const old = await connected(1);
    await old.port.send(dial('1001', '60001'));
    const fresh = await connected();
    await old.port.close();
    expect(await fresh.port.takeControl(2)).toMatchObject({ ok: true });
    await until(() => expect(fresh.events).toMatchObject([{ type: 'routeRequest', request: { routePoint: '60001' } }]));
  });

  it('a call that comes between the two waits for the standby to take over', async () => {
    const active = await connected(1);
    const standby = await connected();
    await active.port.close();
    expect((await press({ phoneId: 'phone-1001', key: 'dial', number: '60001' })).status).toBe(200);
    await until(() => expect(standby.events.some((event) => event.type === 'routeRequest')).toBe(true));
    expect(story(standby).at(-1)).not.toContain('60001 alerting');
    expect(await standby.port.takeControl(2)).toMatchObject({ ok: true });
    await until(() => expect(standby.events.filter((event) => event.type === 'routeRequest')).toHaveLength(2));
  });

  it('without any service, managers’ phones ring at once', async () => {
    const active = await connected(1);
    await active.port.close();
    await until(async () => {
      await press({ phoneId: 'phone-1001', key: 'dial', number: '60001' });
      expect(sim.snapshot().calls.some((call) => call.connections.some(({ dn }) => dn === '60001'))).toBe(true);
    });
  });
});

describe('the link', () => {
  it('lets a service go that is frozen, and then no call waits for it', async () => {
    const frozen = new WebSocket(`ws://127.0.0.1:${String(app.port)}/cti`, { autoPong: false });
    const closed = new Promise((resolve) => frozen.once('close', resolve));
    frozen.on('error', () => undefined);
    await new Promise((resolve) => frozen.once('open', resolve));
    await closed;
    await press({ phoneId: 'phone-1001', key: 'dial', number: '60001' });
    expect(sim.snapshot().calls[0]?.connections.map(({ dn }) => dn)).toEqual(['1001', '60001']);
  });

  it('answers unreachable while it is down, and begins again with a snapshot when the switch is back', async () => {
    const service = await connected(1);
    const { port } = app;
    await app.close();
    await until(() => expect(service.lost).toBe(1));
    expect(await service.port.send(dial('1001', '1002'))).toMatchObject({ error: { code: 'unreachable' } });
    expect(await service.port.takeControl(2)).toMatchObject({ error: { code: 'unreachable' } });
    await startSwitch(port);
    await until(() => expect(service.snapshots).toHaveLength(2));
    expect(await service.port.takeControl(2)).toMatchObject({ ok: true });
  });
});

function press(body: unknown): Promise<Response> {
  return fetch(`http://127.0.0.1:${String(app.port)}/api/press`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
