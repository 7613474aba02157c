/** One assistant's session with the service pair: login, resume, the stream, what is under way. */
import { assertNever } from '../../shared/assertNever';
import type {
  BridgePush,
  BridgeState,
  CommandOutcome,
  LinkView,
  LoginOutcome,
  SearchOutcome,
  Settings,
} from '../../shared/bridge';
import type { ConsoleState } from '../../shared/calls/model';
import type { ConnectionState } from '../../shared/connection/state';
import type { Timing } from '../../shared/connection/timing';
import type { CommandId, UserId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import { protocolError } from '../../shared/protocol/errors';
import { protocolVersion } from '../../shared/protocol/messages';
import type { Position, ServerMessage } from '../../shared/protocol/messages';
import type { SessionEvent } from '../../shared/session/format';
import type { Clock } from './clock';
import { Commands, notReached } from './commands';
import type { DeviceStore } from './devices';
import { Link } from './link';
import { LinkHistoryKeeper } from './linkHistory';
import type { Log } from './log';
import { LoginAttempt } from './loginAttempt';
import { parseFrame } from './parse';
import { outcomeEvent, transitionEvent } from './recorder/events';
import { Searches } from './searches';
import { ServerClock, SteadyClock } from './serverClock';
import type { OpenSocket } from './socket';
import { EventStream } from './stream';
import type { StreamChange } from './stream';

export interface SessionEnvironment {
  readonly log: Log;
  readonly appVersion: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly openSocket: OpenSocket;
  readonly devices: DeviceStore;
  settings(): Settings;
  /** Before the state of the session is shown; again for the same assistant when it was resumed. */
  signedIn(userId: UserId): void;
  /** The session is given up: nobody is signed in any more. */
  signedOut(): void;
  push(message: BridgePush): void;
  /** What is not pushed and belongs into a recording of the session. */
  record(event: SessionEvent): void;
}

/** `token`: null while nobody is signed in. It never leaves the core but to the `servers` of the session. */
export interface SessionLook {
  readonly token: string | null;
  readonly servers: Pick<Settings, 'primary' | 'backup'>;
  readonly timing: Timing;
  readonly position: Position | null;
  readonly state: ConsoleState | null;
}

const introductions: ReadonlySet<ServerMessage['type']> = new Set(['welcome', 'session', 'error']);

export class Session {
  readonly #link: Link;
  readonly #history: LinkHistoryKeeper;
  readonly #stream = new EventStream();
  readonly #commands: Commands;
  readonly #searches: Searches;
  readonly #serverClock = new ServerClock();
  readonly #steadyClock = new SteadyClock();
  readonly #attempt = new LoginAttempt();
  /** Lives in memory only. */
  #resumeToken: string | null = null;
  /** The servers of this session, and how they may be reached: a change of the settings waits for the next login. */
  #servers: Pick<Settings, 'primary' | 'backup' | 'allowPlain' | 'authority'>;
  #wasLive = false;
  #toldOffsetMs = 0;

  constructor(private readonly environment: SessionEnvironment) {
    const { clock, log, random, openSocket } = environment;
    this.#servers = environment.settings();
    this.#history = new LinkHistoryKeeper(clock, (entry) => environment.push({ kind: 'linkEntry', entry }));
    this.#link = new Link(
      {
        clock,
        log,
        random,
        openSocket,
        targetOf: (server) => ({ ...this.#servers, address: this.#servers[server] ?? this.#servers.primary }),
        authenticate: (_generation, how) => this.#authenticate(how),
        frame: (generation, text) => this.#frame(generation, text),
        stepped: (step) => {
          if (step.before.link.phase !== step.after.link.phase) environment.record(transitionEvent(step));
          this.#history.stepped(step);
        },
        changed: (view, state) => this.#linkChanged(view, state),
      },
      environment.settings(),
    );
    const send = this.#link.send.bind(this.#link);
    this.#searches = new Searches({ clock, send });
    this.#commands = new Commands({
      clock,
      send,
      serviceNow: () => this.#steadyClock.at(clock.monotonic()),
      sent: (id, command) => environment.record({ kind: 'command', id, command }),
      settled: (id, outcome) => environment.record(outcomeEvent(id, outcome, false)),
      learned: (id, outcome) => environment.push({ kind: 'outcome', id, outcome }),
    });
  }

  snapshot(): Pick<BridgeState, 'link' | 'linkHistory' | 'console' | 'clockOffsetMs'> {
    return {
      link: this.#link.view,
      linkHistory: this.#history.history,
      console: this.#stream.state,
      clockOffsetMs: this.#serverClock.offsetMs,
    };
  }

  /** For *Check connection*: what an `inspect` is asked with, and what its answer is compared to. */
  look(): SessionLook {
    const { position, state } = this.#stream;
    return { token: this.#resumeToken, servers: this.#servers, timing: this.#link.timing, position, state };
  }

  /** `patient`: nobody waits for the outcome, so it is tried until a server can be reached. */
  login(userId: string, password: string, patient = false): Promise<LoginOutcome> {
    if (this.#link.phase === 'live') return Promise.resolve({ status: 'failed', failure: 'notAllowed' });
    // A second attempt replaces the first, whatever became of it.
    this.#end();
    this.#servers = this.environment.settings();
    const outcome = this.#attempt.begin({ userId, password });
    this.#link.dispatch({ type: 'signIn', hasBackup: this.#servers.backup !== null, patient });
    return outcome;
  }

  logout(): void {
    this.#link.send({ type: 'logout' });
    this.#link.closePolitely();
    this.#end();
  }

  /** Stops signing in, or resuming: the session is given up. Does nothing to a session that is live. */
  cancelLogin(): void {
    if (this.#link.phase !== 'live') this.#end();
  }

  command(id: CommandId, command: Command): Promise<CommandOutcome> {
    if (this.#link.phase === 'live') return this.#commands.run(id, command, this.#link.timing.requestTimeoutMs);
    const signedOut = this.#link.phase === 'signedOut';
    const error = signedOut ? protocolError('notLoggedIn', 'nobody is signed in') : notReached;
    const outcome: CommandOutcome = { status: 'refused', error };
    this.environment.record({ kind: 'command', id, command });
    this.environment.record(outcomeEvent(id, outcome, false));
    return Promise.resolve(outcome);
  }

  search(query: string): Promise<SearchOutcome> {
    if (this.#link.phase !== 'live') return Promise.resolve({ status: 'unavailable' });
    return this.#searches.run(query, this.#link.timing.requestTimeoutMs);
  }

  settingsChanged(): void {
    const { heartbeatIntervalMs, requestTimeoutMs } = this.environment.settings();
    this.#link.dispatch({ type: 'overrides', overrides: { heartbeatIntervalMs, requestTimeoutMs } });
  }

  probe(): void {
    this.#history.awake();
    this.#link.probe();
  }

  suspended(): void {
    this.#history.asleep();
  }

  close(): void {
    this.#link.dispatch({ type: 'signOut' });
    this.#searches.lost();
    this.#commands.forget();
  }

  #end(): void {
    this.#link.dispatch({ type: 'signOut' });
    this.#forget();
  }

  #forget(): void {
    this.#resumeToken = null;
    this.#commands.forget();
    this.#serverClock.forget();
    this.environment.signedOut();
    if (this.#stream.state !== null) {
      this.#stream.forget();
      this.#toldOffsetMs = 0;
      this.environment.push({ kind: 'console', console: null, clockOffsetMs: 0 });
    } else this.#tellClock();
  }

  #authenticate(how: 'login' | 'resume'): void {
    this.#link.send({ type: 'hello', protocol: protocolVersion, appVersion: this.environment.appVersion });
    if (how === 'resume' && this.#resumeToken !== null) {
      this.#link.send({ type: 'resume', token: this.#resumeToken, position: this.#stream.position });
      return;
    }
    const credentials = this.#attempt.credentials;
    if (credentials === null) return;
    const device = this.environment.devices.tokenOf(credentials.userId, this.#servers);
    this.#link.send({ type: 'login', ...credentials, device });
  }

  #frame(generation: number, text: string | null): void {
    const frame = parseFrame(text);
    if (frame.kind === 'message') {
      this.#message(generation, frame.message);
      return;
    }
    this.environment.log.warn({ generation, ...frame }, 'unexpected frame from the service');
    this.environment.record({ kind: 'problem', where: 'frame', code: frame.kind });
    // It may have been an event: what is known can't be trusted until a snapshot came.
    if (frame.kind === 'garbage') this.#resync(generation);
  }

  #message(generation: number, message: ServerMessage): void {
    // Before it is live a service has only a greeting, a session and refusals to give; what else it says belongs to no session.
    if (this.#link.phase !== 'live' && !introductions.has(message.type)) {
      this.environment.log.warn({ generation, type: message.type }, 'not expected before a session');
      return;
    }
    switch (message.type) {
      case 'welcome':
        if (message.protocol !== protocolVersion) {
          this.#link.dispatch({ type: 'refused', generation, code: 'wrongVersion' });
          return;
        }
        {
          const { role, electing = false } = message;
          this.#link.dispatch({ type: 'welcome', generation, role, electing });
          return;
        }
      case 'session': {
        this.#begun(generation, message);
        return;
      }
      case 'events':
        this.#serverClock.heard(message.serverTime, this.environment.clock.wall());
        {
          this.#apply(generation, this.#stream.append(message.events));
          return;
        }
      case 'parameters': {
        this.#link.dispatch({ type: 'parameters', generation, parameters: message.parameters });
        return;
      }
      case 'pong': {
        this.#steadyClock.heard(message.clock, this.environment.clock.monotonic());
        this.#link.dispatch({ type: 'pong', generation, id: message.id });
        return;
      }
      case 'result': {
        this.#commands.answered(message.id, message.result);
        return;
      }
      // Only asked for by *Check connection*, on a connection of its own.
      case 'inspected':
        return;
      case 'found': {
        this.#searches.answered(message.id, { status: 'found', entries: message.entries, more: message.more });
        return;
      }
      case 'searchRefused': {
        this.#searches.answered(message.id, { status: 'refused', error: message.error });
        return;
      }
      case 'error':
        this.environment.log.warn({ generation, code: message.error.code }, 'the service refused');
        this.#attempt.refused(message.error);
        {
          this.#link.dispatch({ type: 'refused', generation, code: message.error.code });
          return;
        }
      default:
        return assertNever(message);
    }
  }

  #begun(generation: number, message: Extract<ServerMessage, { type: 'session' }>): void {
    // A session nobody asked for, or a second one, is not looked at.
    if (!this.#link.awaitsSession) return;
    this.#resumeToken = message.resumeToken;
    this.environment.signedIn(message.userId);
    if (message.device !== null) this.environment.devices.keep(message.userId, this.#servers, message.device);
    this.#attempt.forgetPassword();
    this.#serverClock.forget();
    this.#serverClock.heard(message.serverTime, this.environment.clock.wall());
    this.#steadyClock.forget();
    this.#steadyClock.heard(message.clock, this.environment.clock.monotonic());
    const change = this.#stream.begin(message);
    // The state comes before the news that the link is live: the screen never shows old calls as current.
    this.#show(change);
    this.#link.dispatch({ type: 'session', generation, parameters: message.parameters });
    if (message.tookOver === true) this.environment.push({ kind: 'tookOver' });
    if (change.kind === 'broken') this.#resync(generation);
    else this.#commands.askAgain();
  }

  #apply(generation: number, change: StreamChange): void {
    this.#show(change);
    if (change.kind === 'broken') this.#resync(generation);
  }

  #show(change: StreamChange): void {
    const clockOffsetMs = this.#serverClock.offsetMs;
    if (change.kind === 'replaced') {
      this.#toldOffsetMs = clockOffsetMs;
      this.environment.push({ kind: 'console', console: change.state, clockOffsetMs });
      return;
    }
    if (change.events.length > 0) {
      this.#toldOffsetMs = clockOffsetMs;
      this.environment.push({ kind: 'events', events: [...change.events], clockOffsetMs });
    }
    if (change.kind === 'broken') {
      this.environment.log.warn({ problem: change.problem }, 'event stream broken');
      this.environment.record({ kind: 'problem', where: 'stream', code: 'broken' });
    }
    this.#tellClock();
  }

  /** Also where nothing else is to be told: the page and the recording count with the same clock as the core. */
  #tellClock(): void {
    const clockOffsetMs = this.#serverClock.offsetMs;
    if (clockOffsetMs === this.#toldOffsetMs) return;
    this.#toldOffsetMs = clockOffsetMs;
    this.environment.push({ kind: 'events', events: [], clockOffsetMs });
  }

  #resync(generation: number): void {
    if (this.#link.phase === 'live') this.#stream.distrust();
    this.#link.dispatch({ type: 'resync', generation });
  }

  #linkChanged(view: LinkView, state: ConnectionState): void {
    const live = state.link.phase === 'live';
    if (this.#wasLive && !live) {
      this.#commands.lost();
      this.#searches.lost();
    }
    this.#wasLive = live;
    if (view.phase === 'signedOut') this.#forget();
    this.environment.push({ kind: 'link', link: view });
    if (view.phase === 'live') this.#attempt.succeed();
    if (view.phase === 'signedOut') this.#attempt.fail(view.failure ?? 'unreachable');
  }
}
