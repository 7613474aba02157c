/** The service's call handling for tests, on a small simulated switch with a clock moved by hand and a real store; no sockets. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { ConsoleState } from '../../shared/calls/model';
import { CallId, CommandId, Dn, PhoneId, UserId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import { fail, ok } from '../../shared/result';
import { readLease, takeLease } from '../store/leaseRow';
import { loadCompany } from '../store/loadCompany';
import { openStore, type Db } from '../store/open';
import { loadPresence } from '../store/presence';
import type { FeatureKey, SwitchCommand, SwitchPhone } from '../switch/port';
import { manualClock } from '../switch/sim/manualClock';
import { SimSwitch } from '../switch/sim/switch';
import { sqlite, type TestStore, type TestStores } from '../testing/stores';
import { until } from '../testing/until';
import { Active, type ActiveOptions } from './active';
import { execute, type Done } from './execute';
import { SwitchMirror } from './mirror';
import { project } from './project';
import { lineId, seedTestCompany, testPlan } from './testCompany';

export const user = (id: string) => UserId.parse(id);

export class TestService {
  readonly clock = manualClock();
  readonly sim: SimSwitch;
  readonly mirror = new SwitchMirror();
  /** Every command to the switch, and whether it was accepted. */
  readonly sent: { readonly command: SwitchCommand; readonly accepted: boolean }[] = [];
  readonly db: Db;
  active: Active | null = null;
  /** The switch takes no command from the service while true. */
  cutOff = false;
  readonly #store: TestStore;

  private constructor(store: TestStore, db: Db) {
    this.#store = store;
    this.db = db;
    this.sim = new SimSwitch({ plan: testPlan, clock: this.clock, newId: randomUUID, routeTimeoutMs: 60_000 });
    this.sim.setServed(true);
    this.mirror.replace(this.sim.snapshot());
    this.sim.subscribe((event) => this.active?.switchChanged(event, this.mirror.apply(event)));
  }

  /** `parameters` as they are stored. */
  static async open(parameters: Record<string, string> = {}, stores: TestStores = sqlite): Promise<TestService> {
    const store = await stores.create('empty');
    const service = new TestService(store, await openStore(store.url));
    await seedTestCompany(service.db, parameters);
    await service.takeOver();
    return service;
  }

  /** What a service that has just got the lease does. */
  async takeOver(change: Partial<ActiveOptions> = {}): Promise<Active> {
    this.active?.close();
    const { db } = this;
    const holder = randomUUID();
    const epoch = (await takeLease(db, 1, await readLease(db, 1), holder, 0)) ?? 0;
    const active = new Active({
      fence: { pool: 1, holder, epoch },
      db,
      company: await loadCompany(db, 1),
      presence: await loadPresence(db, 1),
      presenceGraceMs: 60_000,
      mirror: this.mirror,
      port: {
        send: (command) => Promise.resolve(this.#send(command)),
        takeControl: () => Promise.resolve(ok(undefined)),
        listen: () => () => undefined,
        close: () => Promise.resolve(),
      },
      log: pino({ level: 'silent' }),
      onFenced: () => undefined,
      ...change,
    });
    this.active = active;
    this.mirror.replace(this.sim.snapshot());
    await active.takeControl();
    return active;
  }

  get now(): Active {
    if (!this.active) throw new Error('no service is active');
    return this.active;
  }

  online(...userIds: string[]): void {
    for (const userId of userIds) {
      this.now.presence.loggedIn(user(userId));
      this.now.presence.arrived(user(userId));
    }
  }

  console(userId: string): ConsoleState {
    const state = project(this.now.world, user(userId));
    if (!state) throw new Error(`${userId} is no assistant`);
    return state;
  }

  command(userId: string, command: Command): Promise<Done> {
    return execute(this.now, user(userId), CommandId.parse(randomUUID()), command);
  }

  key(number: string, key: FeatureKey): ReturnType<SimSwitch['pressFeatureKey']> {
    return this.sim.pressFeatureKey(PhoneId.parse(`phone-${number}`), key);
  }

  phone(number: string): SwitchPhone {
    const found = this.sim.snapshot().phones.find(({ phoneId }) => phoneId === `phone-${number}`);
    if (!found) throw new Error(`no phone ${number}`);
    return found;
  }

  dial(from: string, to: string): CallId {
    const callId = CallId.parse(randomUUID());
    const dialled = this.sim.execute({ type: 'makeCall', callId, lineId: lineId(from), to: Dn.parse(to) });
    if (!dialled.ok) throw new Error(dialled.error.message);
    return callId;
  }

  /** Number and state of everybody in the call but the caller. */
  at(callId: CallId): string {
    const call = this.sim.snapshot().calls.find((candidate) => candidate.callId === callId);
    if (!call) return 'ended';
    const called = call.connections.filter(({ direction }) => direction === 'in');
    return called.map(({ lineId: id, state }) => `${id.replace('line-', '')} ${state}`).join(', ');
  }

  /** Waits until the call is there, like `390 alerting`. */
  reaches(callId: CallId, where: string): Promise<true> {
    return until(() => (this.at(callId) === where ? true : undefined), `the call to be at ${where}`);
  }

  async changeLog(): Promise<string[]> {
    const rows = await this.db.selectFrom('change_log').selectAll().orderBy('id').execute();
    return rows.map((row) => {
      return `${row.by_role} ${row.by_user} for ${row.for_user} (${row.line_number}): ${row.parameter} ${row.old_value} -> ${row.new_value}`;
    });
  }

  async close(): Promise<void> {
    this.active?.close();
    this.sim.close();
    await this.db.destroy();
    await this.#store.destroy();
  }

  #send(command: SwitchCommand) {
    const answer = this.cutOff
      ? fail({ code: 'unreachable' as const, message: 'the switch does not answer' })
      : this.sim.execute(command);
    this.sent.push({ command, accepted: answer.ok });
    return answer;
  }
}
