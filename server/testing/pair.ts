/** The demo company in one process, for tests: a real simulated switch, a real store, real sockets, one or two services. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { CallId, Dn } from '../../shared/ids';
import type { ServiceName } from '../../shared/protocol/messages';
import { demoDirectory } from '../demo/directory';
import { demoSwitch } from '../demo/phones';
import { demoLineId, demoPassword } from '../demo/world';
import { startService, type Service, type ServiceOptions } from '../service';
import { openStore, type Db } from '../store/open';
import { seedDemo } from '../store/seed';
import { connectSwitch } from '../switch/cti/client';
import type { SwitchCall } from '../switch/port';
import { systemClock } from '../switch/sim/clock';
import { SimSwitch } from '../switch/sim/switch';
import { startSwitchApp, type SwitchApp } from '../switch/web/app';
import type { Press } from '../switch/web/press';
import { LineId } from '../../shared/ids';
import { sqlite, type TestStore, type TestStores } from './stores';
import { TestConsole } from './testConsole';
import { until } from './until';

const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });

export class Pair {
  readonly sim: SimSwitch;
  readonly #demo: ReturnType<typeof demoSwitch>;
  #app: SwitchApp;
  readonly #store: TestStore;
  readonly #services = new Map<ServiceName, Service>();
  /** Each service's port once it has had one: it comes back to the same. */
  readonly #ports = new Map<ServiceName, number>();
  readonly #consoles: TestConsole[] = [];

  private constructor(sim: SimSwitch, demo: ReturnType<typeof demoSwitch>, app: SwitchApp, store: TestStore) {
    this.sim = sim;
    this.#demo = demo;
    this.#app = app;
    this.#store = store;
  }

  /** `stores`: which kind of database (server/testing/stores). */
  static async open(stores: TestStores = sqlite): Promise<Pair> {
    const demo = demoSwitch();
    const sim = new SimSwitch({ plan: demo.plan, clock: systemClock, newId: randomUUID, routeTimeoutMs: 60_000 });
    const app = await startSwitchApp({ sim, demo, log, phonesDir: '/nowhere', port: 0 });
    return new Pair(sim, demo, app, await stores.create(stores.kind === 'SQLite' ? 'empty' : 'demo'));
  }

  get database(): string {
    return this.#store.url;
  }

  async start(name: ServiceName, change: Partial<ServiceOptions> = {}): Promise<Service> {
    const other = name === 'primary' ? 'backup' : 'primary';
    const service = await startService({
      name,
      host: '127.0.0.1',
      port: this.#ports.get(name) ?? 0,
      database: this.database,
      pool: 1,
      connectSwitch: () =>
        connectSwitch({
          url: `ws://127.0.0.1:${this.#app.port}/cti`,
          pool: change.pool ?? 1,
          log,
          reconnectDelayMs: 20,
        }),
      // Port 1 refuses: nobody is there yet.
      peer: () => `ws://127.0.0.1:${this.#ports.get(other) ?? 1}/peer`,
      prepareStore: async (db) => {
        await seedDemo(db, demoDirectory);
      },
      allowedOrigins: [],
      parameters: { heartbeatIntervalMs: 5_000, requestTimeoutMs: 5_000 },
      leaseMs: 60_000,
      hesitateMs: 0,
      presenceGraceMs: 60_000,
      log: log.child({ service: name }),
      ...change,
    });
    this.#ports.set(name, service.port);
    this.#services.set(name, service);
    return service;
  }

  /** Starts primary, waits until it is active with the switch in hand, then starts the backup. */
  async startBoth(change: Partial<ServiceOptions> = {}): Promise<void> {
    await this.start('primary', change);
    await this.active('primary');
    await this.start('backup', change);
    await until(() => (this.service('backup').health().store === 'up' ? true : undefined), 'the store of the backup');
  }

  service(name: ServiceName): Service {
    const service = this.#services.get(name);
    if (!service) throw new Error(`${name} is not running`);
    return service;
  }

  active(name: ServiceName): Promise<unknown> {
    const look = () => {
      return this.service(name).health().routing === 'up' ? true : undefined;
    };
    return until(look, `${name} to be active`);
  }

  async stop(name: ServiceName, how: 'clean' | 'abrupt'): Promise<void> {
    const service = this.service(name);
    this.#services.delete(name);
    await service.stop(how);
  }

  console(name: ServiceName, headers?: Record<string, string>): TestConsole {
    const console = new TestConsole(this.service(name).port, headers);
    this.#consoles.push(console);
    return console;
  }

  async loggedIn(name: ServiceName, userId: string): Promise<TestConsole> {
    const console = this.console(name);
    await console.login(userId, demoPassword);
    return console;
  }

  /** Somebody dials on their phone. */
  dial(from: string, to: string): CallId {
    const callId = CallId.parse(randomUUID());
    const dialled = this.sim.execute({
      type: 'makeCall',
      callId,
      lineId: LineId.parse(demoLineId(from)),
      to: Dn.parse(to),
    });
    if (!dialled.ok) throw new Error(dialled.error.message);
    return callId;
  }

  /** The switch cannot be reached any more; its calls go on. Returns the function that brings it back where it was. */
  async loseSwitch(): Promise<() => Promise<void>> {
    const { port } = this.#app;
    await this.#app.close();
    return async () => {
      this.#app = await startSwitchApp({ sim: this.sim, demo: this.#demo, log, phonesDir: '/nowhere', port });
    };
  }

  /** A key pressed on a phone: true when the switch, or the service behind it, did it. */
  async press(key: Press): Promise<boolean> {
    const response = await fetch(`http://127.0.0.1:${this.#app.port}/api/press`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(key),
    });
    return response.ok;
  }

  /** The truth about a call. */
  switchCall(callId: CallId): SwitchCall | undefined {
    return this.sim.snapshot().calls.find((call) => call.callId === callId);
  }

  /** DN and state of everybody in a call. */
  parties(callId: CallId): string[] {
    return (this.switchCall(callId)?.connections ?? []).map(({ dn, state }) => `${dn} ${state}`);
  }

  openStore(): Promise<Db> {
    return openStore(this.database);
  }

  async close(): Promise<void> {
    for (const console of this.#consoles) console.socket.terminate();
    for (const service of this.#services.values()) await service.stop('abrupt');
    this.sim.close();
    await this.#app.close();
    await this.#store.destroy();
  }
}
