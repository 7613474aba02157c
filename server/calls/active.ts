/** What exists only while this service holds the lease: routing, presence, the consoles' feeds. Made at a takeover, closed at its end. */
import type { Logger } from 'pino';
import type { Dn, LineId, UserId } from '../../shared/ids';
import { Endings } from '../console/endings';
import { Feeds } from '../console/feeds';
import { CallerNames } from '../directory/callerNames';
import { Directory } from '../directory/directory';
import { withManager, type Assistant, type Company, type Manager } from '../store/company';
import type { Fence } from '../store/fence';
import { nameByNumber } from '../store/directory';
import type { Db } from '../store/open';
import type { PresenceState, StoredPresence } from '../store/presence';
import { endSession } from '../store/sessions';
import { startUpkeep } from '../store/upkeep';
import type { SwitchEvent, SwitchPhone, SwitchPort } from '../switch/port';
import { uncounted, type Metrics } from '../web/metrics';
import { audienceOf, type Audience } from './audience';
import { DoNotDisturb } from './doNotDisturb';
import type { SwitchMirror } from './mirror';
import { ownersOf, type Owners } from './owners';
import { PhoneKeys } from './phoneKeys';
import { Presence } from './presence';
import { PresenceWriter } from './presenceWriter';
import { project } from './project';
import { playAlertTone, RouteRequests } from './routeRequests';
import { StatusWindows } from './statusWindows';
import { Turns } from './turns';
import type { NameOf, World } from './world';

/** Between two attempts to tell the store of a logout, milliseconds. */
const endingRetryMs = 1_000;

export interface ActiveOptions {
  readonly fence: Fence;
  readonly db: Db;
  readonly company: Company;
  /** Who was there at the takeover. */
  readonly presence: StoredPresence;
  readonly presenceGraceMs: number;
  readonly mirror: SwitchMirror;
  readonly port: SwitchPort;
  readonly log: Logger;
  /** Names of callers whom the switch does not name; left out, the directory is asked. */
  readonly nameOf?: NameOf;
  /** Kept warm by the service; left out, every search goes to the database. */
  readonly directory?: Directory;
  /** Left out, nobody counts. */
  readonly metrics?: Metrics;
  /** Store or switch says that someone newer is active. */
  readonly onFenced: () => void;
}

export class Active {
  readonly fence: Fence;
  readonly db: Db;
  readonly port: SwitchPort;
  readonly mirror: SwitchMirror;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly onFenced: () => void;
  readonly presence: Presence;
  readonly feeds: Feeds;
  /** Logouts, also those that the store does not know yet. */
  readonly endings: Endings;
  readonly doNotDisturb: DoNotDisturb;
  readonly directory: Directory;
  /** Settings of one manager are saved one after the other, so that memory ends with what the store ends with. */
  readonly managerTurns = new Turns<UserId>();
  readonly #names: CallerNames;
  readonly #nameOf: NameOf;
  readonly #presenceWriter: PresenceWriter;
  readonly #routes: RouteRequests;
  readonly #keys: PhoneKeys;
  readonly #windows: StatusWindows;
  readonly #stopUpkeep: () => void;
  #audience: Audience;
  #owners: Owners;
  #company: Company;
  /** What has been changed since the configuration is being read anew; null while it is not. */
  #meanwhile: ((company: Company) => Company)[] | null = null;
  #inControl = false;
  #closed = false;

  constructor(options: ActiveOptions) {
    this.fence = options.fence;
    this.db = options.db;
    this.port = options.port;
    this.mirror = options.mirror;
    this.log = options.log;
    this.metrics = options.metrics ?? uncounted();
    this.onFenced = options.onFenced;
    this.directory = options.directory ?? new Directory(options.log);
    this.#names = new CallerNames({
      rules: () => this.#company.rules.lookup,
      lookUp: (number) => nameByNumber(options.db, number),
      onFound: (number) => this.#callerNamed(number),
      now: () => performance.now(),
      log: options.log,
    });
    this.#nameOf = options.nameOf ?? ((number) => this.#names.nameOf(number));
    this.#company = options.company;
    this.#audience = audienceOf(options.company);
    this.#owners = ownersOf(options.company);
    this.#presenceWriter = new PresenceWriter(options);
    // The store holds every pool's; the others are looked after by their own services.
    const ours = (userIds: readonly UserId[]) => userIds.filter((userId) => options.company.assistants.has(userId));
    this.presence = new Presence(
      { graceMs: options.presenceGraceMs, onChange: (userId, state) => this.#presenceChanged(userId, state) },
      { online: ours(options.presence.online), away: ours(options.presence.away) },
    );
    this.endings = new Endings({
      end: (tokenHash) => endSession(options.db, options.fence, tokenHash),
      retryMs: endingRetryMs,
      onFenced: options.onFenced,
      onProblem: (error) => options.log.error({ err: error }, 'session not ended yet: its token is refused here'),
    });
    this.#stopUpkeep = startUpkeep(options.db, options.fence, options.log);
    this.feeds = new Feeds(options.fence.epoch, (userId) => project(this.world, userId));
    this.doNotDisturb = new DoNotDisturb(this);
    this.#routes = new RouteRequests(this, (manager) => void playAlertTone(this, manager));
    this.#keys = new PhoneKeys(this);
    this.#windows = new StatusWindows(this);
  }

  get world(): World {
    return {
      company: this.#company,
      mirror: this.mirror,
      online: this.presence.online,
      inControl: this.#inControl,
      nameOf: this.#nameOf,
    };
  }

  /** Declares itself to the switch and answers every call that waits at a route point or rings too long. */
  async takeControl(): Promise<void> {
    const taken = await this.port.takeControl(this.fence.epoch);
    this.#inControl = taken.ok && this.mirror.up;
    this.feeds.touchAll();
    if (!taken.ok) {
      this.log.warn({ code: taken.error.code, epoch: this.fence.epoch }, 'the switch did not give control');
      if (taken.error.code === 'fenced') this.onFenced();
      return;
    }
    for (const request of [...this.mirror.routeRequests.values()]) void this.#routes.answer(this.#owners, request);
    this.#windows.controlTaken();
  }

  /** The mirror has applied the event already. */
  switchChanged(event: SwitchEvent, touched: ReturnType<SwitchMirror['apply']>): void {
    if (touched.call) this.feeds.explain(touched.call.callId, touched.call.cause);
    for (const lineId of touched.lines) this.#lineChanged(lineId);
    if (event.type === 'phone') this.#phoneChanged(event.phone);
    else if (event.type === 'routeRequest') void this.#routes.answer(this.#owners, event.request);
    else if (event.type === 'featureKey') void this.#keys.press(this.#owners, event.press);
    else if (event.type === 'callCleared') this.#routes.forget(event.callId);
  }

  /** The link to the switch came or went. */
  switchReplaced(): void {
    this.#inControl = false;
    this.#routes.forgetEnded();
    this.doNotDisturb.linkReplaced();
    this.feeds.touchAll();
    if (!this.mirror.up) return;
    for (const phone of this.mirror.phones.values()) this.#phoneChanged(phone);
    void this.takeControl();
  }

  /** Routing follows at once; the store has saved it already. */
  managerChanged(managerId: UserId, change: (now: Manager) => Manager): void {
    this.#change((company) => withManager(company, managerId, change));
    this.feeds.touch(this.#audience.ofManager(managerId));
    this.#windows.touch([managerId]);
  }

  assistantChanged(userId: UserId, change: Partial<Assistant>): void {
    this.#change((company) => {
      const assistant = company.assistants.get(userId);
      if (!assistant) return company;
      return { ...company, assistants: new Map(company.assistants).set(userId, { ...assistant, ...change }) };
    });
    this.feeds.touch([userId]);
  }

  /** The directory has changed: callers may have other names now. */
  directoryChanged(): void {
    this.#names.clear();
    this.feeds.touchAll();
    this.#windows.touchAll();
  }

  /**
   * The administrator has changed the configuration: it is read again. What is changed meanwhile may be newer than what was read, and
   * is changed there too. One at a time. False when somebody else is active by now.
   */
  async reload(read: () => Promise<Company>): Promise<boolean> {
    const meanwhile: ((company: Company) => Company)[] = [];
    this.#meanwhile = meanwhile;
    try {
      const company = await read();
      if (this.#closed) return false;
      this.replaceCompany(meanwhile.reduce((now, change) => change(now), company));
      return true;
    } finally {
      this.#meanwhile = null;
    }
  }

  /** In force for the next call. */
  replaceCompany(company: Company): void {
    const before = this.#company;
    this.#names.clear();
    this.#company = company;
    this.#audience = audienceOf(company);
    this.#owners = ownersOf(company);
    for (const userId of this.presence.everybody) {
      const assistant = company.assistants.get(userId);
      if (!assistant) this.presence.left(userId);
      // Going offline exists in proxy line mode only.
      else if (assistant.mode === 'shared') this.presence.setOnline(userId, true);
    }
    this.feeds.replaceAll();
    const phones = new Set([...before.managers.values()].map(({ phoneId }) => phoneId));
    for (const { phoneId } of company.managers.values()) phones.delete(phoneId);
    this.#windows.dropped(phones);
    this.#windows.touchAll();
  }

  close(): void {
    this.#closed = true;
    this.#stopUpkeep();
    this.endings.close();
    this.presence.close();
    this.#windows.close();
    this.feeds.close();
  }

  #change(change: (company: Company) => Company): void {
    this.#company = change(this.#company);
    this.#meanwhile?.push(change);
  }

  #lineChanged(lineId: LineId): void {
    this.feeds.touch(this.#audience.atLine(lineId));
    const served = this.#owners.servedAt(lineId);
    if (served !== null) this.#windows.touch([served]);
  }

  #phoneChanged(phone: SwitchPhone): void {
    const { phoneId } = phone;
    this.feeds.touch(this.#audience.atPhone(phoneId));
    const managerId = this.#owners.ofPhone(phoneId);
    const manager = managerId === null ? undefined : this.#company.managers.get(managerId);
    if (!manager) return;
    void this.doNotDisturb.phoneChanged(phone, manager);
    this.#windows.phoneChanged(phoneId, phone.status, manager.userId);
  }

  #presenceChanged(userId: UserId, state: PresenceState): void {
    this.feeds.touch(this.#audience.ofAssistant(userId));
    this.#windows.touch(this.#company.assistants.get(userId)?.managers ?? []);
    this.#presenceWriter.save(userId, state);
  }

  /** The directory knows a caller who is shown by the number alone. */
  #callerNamed(number: Dn): void {
    for (const { caller, calledDn, connections } of this.mirror.calls.values()) {
      const shown = [caller.number, calledDn, ...connections.map(({ dn }) => dn)];
      if (!shown.includes(number)) continue;
      for (const { lineId } of connections) this.#lineChanged(lineId);
    }
  }
}
