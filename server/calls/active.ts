/** What exists only while this service holds the lease: routing, presence, the consoles' feeds. Made at a takeover, closed at its end. */
import type { Logger } from 'pino';
import type { CallId, UserId } from '../../shared/ids';
import { Feeds } from '../console/feeds';
import { withSettings, type Company, type ManagerSettings } from '../store/company';
import type { Fence } from '../store/fence';
import type { Db } from '../store/open';
import { savePresence } from '../store/presence';
import { startUpkeep } from '../store/upkeep';
import type { RouteRequest, SwitchEvent, SwitchPort } from '../switch/port';
import { audienceOf, type Audience } from './audience';
import type { SwitchMirror } from './mirror';
import { Presence } from './presence';
import { project } from './project';
import { decideRoute } from './router';
import type { World } from './world';

export interface ActiveOptions {
  readonly fence: Fence;
  readonly db: Db;
  readonly company: Company;
  /** Who was online at the takeover. */
  readonly online: readonly UserId[];
  readonly presenceGraceMs: number;
  readonly mirror: SwitchMirror;
  readonly port: SwitchPort;
  readonly log: Logger;
  /** Store or switch says that someone newer is active. */
  readonly onFenced: () => void;
}

export class Active {
  readonly fence: Fence;
  readonly db: Db;
  readonly port: SwitchPort;
  readonly log: Logger;
  readonly onFenced: () => void;
  readonly presence: Presence;
  readonly feeds: Feeds;
  #audience: Audience;
  readonly #mirror: SwitchMirror;
  #company: Company;
  readonly #stopUpkeep: () => void;
  #inControl = false;
  /** Answered or being answered, until the call ends: the switch may deliver a request twice around a takeover. */
  readonly #routed = new Map<CallId, Set<string>>();

  constructor(options: ActiveOptions) {
    this.fence = options.fence;
    this.db = options.db;
    this.port = options.port;
    this.log = options.log;
    this.onFenced = options.onFenced;
    this.#company = options.company;
    this.#mirror = options.mirror;
    this.#audience = audienceOf(options.company);
    this.presence = new Presence(
      { graceMs: options.presenceGraceMs, onChange: (userId, online) => this.#presenceChanged(userId, online) },
      options.online,
    );
    this.#stopUpkeep = startUpkeep(options.db, options.fence, options.log);
    this.feeds = new Feeds(options.fence.epoch, (userId) => project(this.world, userId));
  }

  get world(): World {
    return {
      company: this.#company,
      mirror: this.#mirror,
      online: this.presence.online,
      inControl: this.#inControl,
    };
  }

  /** Declares itself to the switch and answers every call that waits at a route point. */
  async takeControl(): Promise<void> {
    const taken = await this.port.takeControl(this.fence.epoch);
    this.#setInControl(taken.ok && this.#mirror.up);
    if (!taken.ok) {
      this.log.warn({ code: taken.error.code, epoch: this.fence.epoch }, 'the switch did not give control');
      if (taken.error.code === 'fenced') this.onFenced();
      return;
    }
    for (const request of [...this.#mirror.routeRequests.values()]) void this.#route(request);
  }

  /** The mirror has applied the event already. */
  switchChanged(event: SwitchEvent, touched: ReturnType<SwitchMirror['apply']>): void {
    if (touched.call) this.feeds.explain(touched.call.callId, touched.call.cause);
    for (const lineId of touched.lines) this.feeds.touch(this.#audience.atLine(lineId));
    if (touched.phone !== null) this.feeds.touch(this.#audience.atPhone(touched.phone));
    if (event.type === 'routeRequest') void this.#route(event.request);
    else if (event.type === 'callCleared') this.#routed.delete(event.callId);
  }

  /** The link to the switch came or went. */
  switchReplaced(): void {
    this.#inControl = false;
    // What ended while the link was down is never reported.
    for (const callId of this.#routed.keys()) if (!this.#mirror.calls.has(callId)) this.#routed.delete(callId);
    this.feeds.touchAll();
    if (this.#mirror.up) void this.takeControl();
  }

  /** Routing follows at once; the store has saved it already. */
  settingsChanged(managerId: UserId, change: Partial<ManagerSettings>): void {
    this.#company = withSettings(this.#company, managerId, change);
    this.feeds.touch(this.#audience.ofManager(managerId));
  }

  /** The administrator has changed the configuration: in force for the next call. */
  replaceCompany(company: Company): void {
    this.#company = company;
    this.#audience = audienceOf(company);
    for (const userId of [...this.presence.online]) if (!company.assistants.has(userId)) this.presence.left(userId);
    this.feeds.replaceAll();
  }

  close(): void {
    this.#stopUpkeep();
    this.presence.close();
    this.feeds.close();
  }

  #setInControl(inControl: boolean): void {
    this.#inControl = inControl;
    this.feeds.touchAll();
  }

  #presenceChanged(userId: UserId, online: boolean): void {
    this.feeds.touch(this.#audience.ofAssistant(userId));
    // Whoever the administrator has removed has no row any more.
    if (!this.#company.assistants.has(userId)) return;
    savePresence(this.db, this.fence, userId, online, Date.now()).then(
      (saved) => {
        if (!saved.ok) this.onFenced();
      },
      (error: unknown) => this.log.error({ err: error }, 'presence not saved'),
    );
  }

  async #route(request: RouteRequest): Promise<void> {
    const routed = this.#routed.get(request.callId) ?? new Set();
    if (routed.has(request.routeId)) return;
    const routing = decideRoute(this.world, request);
    if (!routing) {
      this.log.warn({ routeId: request.routeId }, 'no manager has this route point');
      return;
    }
    this.#routed.set(request.callId, routed.add(request.routeId));
    const answer = await this.port.send({
      type: 'routeSelect',
      routeId: request.routeId,
      to: routing.to,
      noAnswerMs: null,
    });
    if (answer.ok) this.#mirror.routeRequests.delete(request.routeId);
    else routed.delete(request.routeId);
    const { row, destination } = routing.decision;
    const outcome = answer.ok ? 'accepted' : answer.error.code;
    this.log.info({ callId: request.callId, row, to: destination.kind, outcome }, 'call routed');
    if (!answer.ok && answer.error.code === 'fenced') this.onFenced();
  }
}
