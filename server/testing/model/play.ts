/** Plays steps on a real pair of services and keeps, beside them, what ought to be true; `disagreements` compares the two. */
import { randomUUID } from 'node:crypto';
import { assertNever } from '../../../shared/assertNever';
import type { CallId } from '../../../shared/ids';
import { CommandId, Dn, LineId } from '../../../shared/ids';
import type { ServiceName } from '../../../shared/protocol/messages';
import { demoAssistants, demoLineId, demoManagers, managerLinesOf } from '../../demo/world';
import type { Db } from '../../store/open';
import { raiseRevision } from '../../store/revision';
import type { Pair } from '../pair';
import type { TestConsole } from '../testConsole';
import { until } from '../until';
import { callsAfter, commandOf, endsWithout } from './callCommands';
import { changeOf, toggleOf, type Change } from './changes';
import { disagreements } from './compare';
import { expectedDn, type ManagerModel } from './oracle';
import { callers, managerDns, type AssistantId, type CallStep, type Step } from './steps';

export interface ChangeModel {
  readonly forUser: string;
  readonly by: string;
  readonly parameter: string;
  readonly oldValue: string;
  readonly newValue: string;
}

/** A console that is signed in, or was until its link or its service went. */
export interface ConsoleModel {
  console: TestConsole;
  linked: boolean;
  online: boolean;
}

export class Play {
  readonly pair: Pair;
  readonly managers = new Map<string, ManagerModel>();
  readonly consoles = new Map<AssistantId, ConsoleModel>();
  readonly changes: ChangeModel[] = [];
  /** Calls that nobody has hung up. */
  readonly calls = new Set<CallId>();
  readonly running = new Set<ServiceName>();
  /** Service parameter *Divert all applies to calls the filter sent to the manager*. */
  always = false;

  /** The test's own view of the database. */
  readonly log: Db;

  private constructor(pair: Pair, log: Db) {
    this.pair = pair;
    this.log = log;
    for (const dn of managerDns) {
      const manager = demoManagers.find((candidate) => candidate.dn === dn);
      if (manager) this.managers.set(dn, freshManager(manager.userId, dn));
    }
  }

  /** Starts both services of the pair. */
  static async open(pair: Pair): Promise<Play> {
    await pair.startBoth();
    const play = new Play(pair, await pair.openStore());
    play.running.add('primary').add('backup');
    return play;
  }

  async close(): Promise<void> {
    await this.log.destroy();
    await this.pair.close();
  }

  get online(): ReadonlySet<string> {
    return new Set([...this.consoles].filter(([, model]) => model.online).map(([userId]) => userId));
  }

  async step(step: Step): Promise<void> {
    await this.#do(step);
    await this.settled(JSON.stringify(step));
  }

  /** Until switch, services, consoles, change log and the model agree. */
  async settled(after: string): Promise<void> {
    let found: string[] = [];
    try {
      await until(async () => {
        found = await disagreements(this);
        return found.length === 0 ? true : undefined;
      }, 'agreement');
    } catch {
      throw new Error(`after ${after}:\n${found.join('\n')}`);
    }
  }

  async #do(step: Step): Promise<void> {
    switch (step.kind) {
      case 'ring':
        return this.#ring(step);
      case 'phone':
        return this.#phone(step);
      case 'command':
        return this.#command(step);
      case 'set':
        return this.#set(step);
      case 'key':
        return this.#key(step);
      case 'come':
        return this.#come(step.assistant);
      case 'logOut':
        return this.#logOut(step.assistant);
      case 'dropLink':
        return this.#dropLink(step.assistant);
      case 'goOffline':
        return this.#goOffline(step);
      case 'forward':
        return this.#forward(step);
      case 'parameter':
        return this.#parameter(step.always);
      case 'stopActive':
        return this.#stopActive(step.how);
      case 'startMissing':
        return this.#startMissing();
      default:
        return assertNever(step);
    }
  }

  /** A call to a manager rings where the table says, or at the manager's phone when no service is there. */
  async #ring({ caller, manager: at }: Extract<Step, { kind: 'ring' }>): Promise<void> {
    const from = callers[caller];
    const manager = this.managers.get(managerDns[at] ?? '');
    if (from === undefined || !manager || this.#callsAt(from) > 0) return;
    const served = this.running.size > 0;
    const expected = served ? expectedDn(manager, from, this.online, this.always) : (manager.forwardedTo ?? manager.dn);
    // A line with all its calls taken is another story (tested elsewhere).
    if (this.#callsAt(expected) >= 4) return;
    const callId = this.pair.dial(from, manager.dn);
    this.calls.add(callId);
    await until(() => (this.#rings(callId).includes(expected) ? true : undefined), `${from} to ring ${expected}`);
  }

  #phone({ key, pick }: Extract<Step, { kind: 'phone' }>): Promise<void> {
    const all = this.pair.sim
      .snapshot()
      .calls.flatMap(({ callId, connections }) => connections.map((at) => ({ callId, at })));
    const chosen = all[pick % Math.max(1, all.length)];
    if (!chosen) return Promise.resolve();
    const { callId, at } = chosen;
    // The voicemail system has no keys to press: there it is refused.
    const ends = endsWithout(this.pair.sim.snapshot(), callId, at.lineId);
    const pressed = this.pair.sim.execute({ type: key, callId, lineId: at.lineId });
    if (pressed.ok && key === 'clearConnection' && ends) this.calls.delete(callId);
    return Promise.resolve();
  }

  async #command(step: CallStep): Promise<void> {
    const { assistant, pick } = step;
    const model = this.consoles.get(assistant);
    const calls = model?.console.state?.calls ?? [];
    const call = calls[pick % Math.max(1, calls.length)];
    if (!model?.linked || !call) return;
    const wanted = commandOf(step, call, calls);
    const before = this.pair.sim.snapshot();
    const result = await model.console.command(wanted);
    if (result.status !== 'done') return;
    const now = this.pair.sim.snapshot();
    const after = callsAfter(this.calls, wanted, call, before, now);
    this.calls.clear();
    for (const callId of after) this.calls.add(callId);
  }

  async #set(step: Extract<Step, { kind: 'set' }>): Promise<void> {
    const model = this.consoles.get(step.assistant);
    const manager = this.managers.get(managerDns[step.manager] ?? '');
    if (!model?.linked || !manager) return;
    const change = changeOf(manager, step);
    const id = CommandId.parse(randomUUID());
    const mine = manager.assistants.some(({ userId }) => userId === step.assistant);
    if (!step.killing || this.running.size < 2) {
      const result = await model.console.command(change.command, id);
      if ((result.status === 'done') !== mine)
        throw new Error(`${step.what}: ${JSON.stringify(result)}, mine: ${mine}`);
      if (mine) this.#changed(manager, step.assistant, change);
      return;
    }
    model.console.send({ type: 'command', id, expiresInMs: 10_000, command: change.command });
    await this.#stopActive('abrupt');
    const outcome = await model.console.outcome(id);
    const view = model.console.state?.managers.find(({ managerId }) => managerId === manager.userId);
    // Begun and not ended: the settings themselves say whether it was done.
    const done =
      outcome.status === 'done' ||
      (outcome.status === 'unknown' && outcome.begun && view !== undefined && change.isIn(view));
    if (done) this.#changed(manager, step.assistant, change);
  }

  async #key({ manager: at, key }: Extract<Step, { kind: 'key' }>): Promise<void> {
    const manager = this.managers.get(managerDns[at] ?? '');
    if (!manager) return;
    const done = await this.pair.press({ dn: manager.dn, key });
    if (done !== this.running.size > 0) throw new Error(`key ${key}: ${done ? 'done' : 'refused'}`);
    if (!done) return;
    const what = key === 'filter' ? 'filterOn' : key;
    this.#changed(manager, manager.userId, toggleOf(manager, what));
  }

  /** Signs in, or takes up the session again after its link was lost. */
  async #come(assistant: AssistantId): Promise<void> {
    const model = this.consoles.get(assistant);
    const active = await this.#active();
    if (active === null || model?.linked) return;
    if (model) return this.#resume(model, active);
    const console = await this.pair.loggedIn(active, assistant);
    this.consoles.set(assistant, { console, linked: true, online: true });
  }

  async #resume(model: ConsoleModel, active: ServiceName): Promise<void> {
    const { token, position, state } = model.console;
    model.console = this.pair.console(active);
    model.console.state = state;
    await model.console.resume(token, position);
    model.linked = true;
  }

  async #logOut(assistant: AssistantId): Promise<void> {
    const model = this.consoles.get(assistant);
    if (!model?.linked) return;
    model.console.send({ type: 'logout' });
    await model.console.closed();
    this.consoles.delete(assistant);
  }

  async #dropLink(assistant: AssistantId): Promise<void> {
    const model = this.consoles.get(assistant);
    if (!model?.linked) return;
    model.console.socket.terminate();
    await model.console.closed();
    model.linked = false;
  }

  async #goOffline({ assistant, online }: Extract<Step, { kind: 'goOffline' }>): Promise<void> {
    const model = this.consoles.get(assistant);
    if (!model?.linked) return;
    const result = await model.console.command({ type: 'setOnline', online });
    if (result.status !== 'done') throw new Error(`setOnline: ${JSON.stringify(result)}`);
    if (model.online !== online) {
      const [oldValue, newValue] = [String(model.online), String(online)];
      this.changes.push({ forUser: assistant, by: assistant, parameter: 'online', oldValue, newValue });
    }
    model.online = online;
  }

  #forward({ manager: at, to }: Extract<Step, { kind: 'forward' }>): Promise<void> {
    const manager = this.managers.get(managerDns[at] ?? '');
    const phone = this.pair.sim.snapshot().phones.find(({ lines }) => lines.some(({ dn }) => dn === manager?.dn));
    if (manager && phone) {
      this.pair.sim.setForward(phone.phoneId, to === null ? null : Dn.parse(to));
      manager.forwardedTo = to;
    }
    return Promise.resolve();
  }

  /** The administrator changes it from outside; a console that shows it tells when it is in force. */
  async #parameter(always: boolean): Promise<void> {
    if (![...this.consoles.values()].some(({ linked }) => linked)) return;
    const key = 'divertAllAppliesToFiltered';
    await this.log.transaction().execute(async (tx) => {
      await tx.deleteFrom('parameters').where('key', '=', key).execute();
      await tx
        .insertInto('parameters')
        .values({ key, value: String(always) })
        .execute();
      await raiseRevision(tx, 'company');
    });
    this.always = always;
  }

  /** Every console goes on at the other service, if there is one. */
  async #stopActive(how: 'abrupt' | 'clean'): Promise<void> {
    const active = await this.#active();
    if (active === null) return;
    this.running.delete(active);
    await this.pair.stop(active, how);
    for (const model of this.consoles.values()) {
      if (model.linked) await model.console.closed();
      model.linked = false;
    }
    const next = await this.#active();
    if (next !== null) for (const model of this.consoles.values()) await this.#resume(model, next);
  }

  async #startMissing(): Promise<void> {
    const missing = (['primary', 'backup'] as const).find((name) => !this.running.has(name));
    if (!missing) return;
    await this.pair.start(missing);
    this.running.add(missing);
    await until(() => (this.pair.service(missing).health().store === 'up' ? true : undefined), 'the store');
    if (this.running.size > 1) return;
    await this.pair.active(missing);
    for (const model of this.consoles.values()) await this.#resume(model, missing);
  }

  async #active(): Promise<ServiceName | null> {
    if (this.running.size === 0) return null;
    const find = () => [...this.running].find((name) => this.pair.service(name).health().routing === 'up');
    return until(find, 'a service to be active');
  }

  #changed(manager: ManagerModel, by: string, change: Change): void {
    const { parameter, oldValue, newValue } = change;
    change.apply(manager);
    if (oldValue !== newValue) this.changes.push({ forUser: manager.userId, by, parameter, oldValue, newValue });
  }

  #rings(callId: CallId): string[] {
    return (this.pair.switchCall(callId)?.connections ?? []).map(({ dn }) => dn);
  }

  #callsAt(dn: string): number {
    const lineId = LineId.parse(demoLineId(dn));
    return this.pair.sim.snapshot().calls.filter((call) => call.connections.some((at) => at.lineId === lineId)).length;
  }
}

/** A manager as the demo's seed makes it. */
function freshManager(userId: string, dn: string): ManagerModel {
  const serving = demoAssistants.flatMap((assistant) =>
    managerLinesOf(assistant)
      .filter(({ manager }) => manager.userId === userId)
      .map((line) => ({ userId: assistant.userId, proxyDn: line.dn, isDefault: line.isDefault })),
  );
  return {
    userId,
    dn,
    assistants: serving,
    defaultAssistant: serving.find(({ isDefault }) => isDefault)?.userId ?? '',
    divertAll: false,
    divertTo: null,
    filterOn: true,
    filterMode: userId === 'jtanaka' ? 'exclusive' : 'inclusive',
    inclusive: userId === 'akowalska' ? ['49305557*'] : [],
    exclusive: userId === 'jtanaka' ? ['88625550*'] : [],
    forwardedTo: null,
  };
}
