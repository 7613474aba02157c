/** What the contract tests of a switch have in common: the simulated switch behind its CTI link, services that listen, commands in short. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { CallId, Dn, LineId } from '../../../shared/ids';
import { demoSwitch } from '../../demo/phones';
import { connectSwitch } from '../cti/client';
import type {
  Destination,
  RouteRequest,
  SwitchCommand,
  SwitchEvent,
  SwitchPhone,
  SwitchPort,
  SwitchSnapshot,
} from '../port';
import { systemClock } from '../sim/clock';
import { SimSwitch } from '../sim/switch';
import { startSwitchApp, type SwitchApp } from '../web/app';

const log = pino({ level: 'silent' });
export const line = (dn: string) => LineId.parse(`line-${dn}`);
export const until = <T>(check: () => T) => vi.waitFor(check, { timeout: 5_000, interval: 5 });

/** A service's end of the link with everything it was told. */
export interface Service {
  readonly port: SwitchPort;
  readonly snapshots: SwitchSnapshot[];
  readonly events: SwitchEvent[];
  lost: number;
}

/** A switch before each test, gone after it. */
export class SwitchUnderTest {
  #app: SwitchApp | null = null;
  #sim: SimSwitch | null = null;
  #services: Service[] = [];

  constructor() {
    beforeEach(() => this.start());
    afterEach(async () => {
      await Promise.all(this.#services.map((service) => service.port.close()));
      this.#services = [];
      this.sim.close();
      await this.app.close();
    });
  }

  get app(): SwitchApp {
    if (!this.#app) throw new Error('the switch does not run');
    return this.#app;
  }

  get sim(): SimSwitch {
    if (!this.#sim) throw new Error('the switch does not run');
    return this.#sim;
  }

  async start(port = 0): Promise<void> {
    const demo = demoSwitch();
    const sim = new SimSwitch({ plan: demo.plan, clock: systemClock, newId: randomUUID, routeTimeoutMs: 60_000 });
    this.#sim = sim;
    this.#app = await startSwitchApp({ sim, demo, log, phonesDir: '/nowhere', port, ctiHeartbeatMs: 50 });
  }

  async connected(epoch?: number, pool = 1): Promise<Service> {
    const service = this.#connect(pool);
    await until(() => expect(service.snapshots).toHaveLength(1));
    if (epoch !== undefined) expect(await service.port.takeControl(epoch)).toMatchObject({ ok: true });
    return service;
  }

  phone(dn: string): SwitchPhone | undefined {
    return this.sim.snapshot().phones.find((phone) => phone.phoneId === `phone-${dn}`);
  }

  /** A key pressed on a phone. */
  press(body: unknown): Promise<Response> {
    return fetch(`http://127.0.0.1:${String(this.app.port)}/api/press`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  #connect(pool: number): Service {
    const url = `ws://127.0.0.1:${String(this.app.port)}/cti`;
    const port = connectSwitch({ url, pool, log, reconnectDelayMs: 10 });
    const service: Service = { port, snapshots: [], events: [], lost: 0 };
    port.listen({
      connected: (snapshot) => service.snapshots.push(snapshot),
      event: (event) => service.events.push(event),
      disconnected: () => (service.lost += 1),
    });
    this.#services.push(service);
    return service;
  }
}

export const newCall = () => CallId.parse(randomUUID());
export const dial = (from: string, to: string, callId = newCall()): SwitchCommand => ({
  type: 'makeCall',
  callId,
  lineId: line(from),
  to: Dn.parse(to),
});

/** Each is accepted. */
export async function does(service: Service, ...commands: readonly SwitchCommand[]): Promise<void> {
  for (const command of commands) expect(await service.port.send(command)).toEqual({ ok: true, value: undefined });
}

/** The causes and states of a call as a service heard them. */
export function story(service: Service): string[] {
  return service.events.map((event) => {
    if (event.type !== 'call') return event.type;
    return `${event.cause}: ${event.call.connections.map((at) => `${at.dn} ${at.state}`).join(', ')}`;
  });
}

/** The route request a service heard last. */
export function asked(service: Service): RouteRequest {
  const last = service.events.findLast((event) => event.type === 'routeRequest');
  if (last?.type !== 'routeRequest') throw new Error('nothing was asked');
  return last.request;
}

export const select = (service: Service, to: Destination, noAnswerMs: number | null = null) =>
  service.port.send({ type: 'routeSelect', routeId: asked(service).routeId, to, noAnswerMs });
export const atLine = (id: string): Destination => ({ kind: 'line', lineId: line(id) });
export const boxOf = (dn: string): Destination => ({ kind: 'voicemail', box: Dn.parse(dn) });
