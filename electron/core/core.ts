/**
 * The console core: everything of the console that is not on the screen, on plain Node, the same in both hosts.
 * Joins the link (connection machine), the event stream, commands and searches behind the bridge contract.
 */
import type { BridgeHandlers, BridgePush, BridgeState, FileProblem, HostNews, SignInView } from '../../shared/bridge';
import { BridgeError } from '../../shared/bridgeError';
import type { BridgeErrorCode } from '../../shared/bridgeWire';
import type { ConnectionCheck } from '../../shared/connection/check';
import { repaired } from '../../shared/console/panels';
import type { ConnectionId } from '../../shared/ids';
import type { Result } from '../../shared/result';
import { readAuthority } from './authority';
import { Belongings } from './belongings';
import { ConnectionChecker } from './check/checker';
import { systemNetwork } from './check/network';
import type { Network } from './check/network';
import { systemClock } from './clock';
import type { Clock } from './clock';
import type { DeviceStore } from './devices';
import type { Documents } from './documents';
import { Exporter } from './export/exporter';
import type { Export } from './export/exporter';
import type { RecentLines } from './export/recentLines';
import type { HostPort } from './host';
import { initialHostState, withNews } from './hostState';
import type { Log } from './log';
import { PageProblems } from './logging/pageProblems';
import { noRemembering } from './presets/noRemembering';
import { eventOf, searchEvent } from './recorder/events';
import { createRecording } from './recorder/recording';
import type { RecordingPlace } from './recorder/recording';
import type { SecretStore } from './secrets';
import { Session } from './session';
import { SignIn } from './signIn';
import { openWebSocket } from './socket';
import { isOnThePhone } from '../../shared/desktop/onThePhone';
import type { OpenSocket } from './socket';

export interface CoreEnvironment {
  readonly documents: Documents;
  readonly devices: DeviceStore;
  readonly secrets: SecretStore;
  /** The accounts of the demo, where this console was started with it. */
  readonly demo?: SignInView['demo'];
  readonly host: HostPort;
  readonly log: Log;
  /** What was logged lately, for a report; without it a report has an empty log. */
  readonly recentLog?: RecentLines;
  readonly appVersion: string;
  /** Where sessions are recorded; without it none are. */
  readonly recording?: RecordingPlace;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly openSocket?: OpenSocket;
  readonly network?: Network;
}

export interface Core {
  readonly handlers: BridgeHandlers;
  /** What a page that opens now is told. */
  state(): BridgeState;
  /** Signs in whoever is remembered. Resolves when that has begun. */
  start(): Promise<void>;
  /** Every push, to every listener. Returns the function that ends it. */
  subscribe(listener: (push: BridgePush) => void): () => void;
  /** Has the page run a command of its registry that was chosen outside of it. */
  run(command: string): void;
  /** Has the page select this call, where it is still there. */
  showCall(connectionId: ConnectionId): void;
  /** The text of a recording of this machine, in pieces, for the host to show in a replay; null where there is none. */
  recording(id: string): Promise<AsyncIterable<Buffer> | null>;
  /** What a browser downloads with this ticket, once. */
  takeExport(ticket: string): Export | null;
  /** News of the host itself: kept for pages that open later, and pushed. */
  hostSays(news: HostNews): void;
  /** The machine woke up or the network changed: look at the link, reload nothing. */
  probe(): void;
  /** The machine goes to sleep: from here on nothing is heard. */
  suspended(): void;
  close(): void;
}

export function createCore(environment: CoreEnvironment): Core {
  const { documents, devices, host, log, appVersion } = environment;
  const { settings, preferences, layout } = documents;
  const clock = environment.clock ?? systemClock;
  const listeners = new Set<(push: BridgePush) => void>();
  const push = (message: BridgePush) => listeners.forEach((listener) => listener(message));
  const belongings = new Belongings(documents, push);
  const { recorder, recordings, watched } = createRecording(environment.recording ?? null, {
    clock,
    log,
    appVersion,
    live() {
      const { link, console, clockOffsetMs } = session.snapshot();
      return { link, console, clockOffsetMs };
    },
    told: (view) => push({ kind: 'recorder', recorder: view }),
  });
  const session = new Session({
    log,
    appVersion,
    devices,
    push(message) {
      const event = eventOf(message);
      if (event !== null) recorder.record(event);
      belongings.heard(message, clock.wall());
      push(message);
    },
    record: (event) => recorder.record(event),
    settings: () => settings.value,
    signedIn: (userId) => belongings.open(userId),
    signedOut: () => belongings.putAway(clock.wall()),
    clock,
    random: environment.random ?? Math.random,
    openSocket: environment.openSocket ?? openWebSocket,
  });

  let lastCheck: ConnectionCheck | null = null;
  const checker = new ConnectionChecker({
    clock,
    network: environment.network ?? systemNetwork,
    appVersion,
    settings: () => settings.value,
    look: () => session.look(),
    progress(check) {
      lastCheck = check;
      push({ kind: 'connectionCheck', check });
    },
  });

  const exporter = new Exporter({
    recordings,
    host,
    clock,
    log,
    facts: () => ({
      appVersion,
      settings: settings.value,
      linkHistory: session.snapshot().linkHistory,
      check: lastCheck,
      log: environment.recentLog?.lines() ?? [],
    }),
  });

  const signIn = new SignIn({
    session,
    secrets: documents.locked.includes('rememberMe') ? noRemembering(environment.secrets) : environment.secrets,
    demo: environment.demo ?? null,
    servers: () => settings.value,
    changed: (view) => push({ kind: 'signIn', signIn: view }),
  });

  const pageProblems = new PageProblems(log, () => clock.wall());
  let hostState = initialHostState;
  const hostSays = (news: HostNews) => {
    hostState = withNews(hostState, news);
    push(news);
  };

  const state = (): BridgeState => ({
    ...session.snapshot(),
    settings: settings.value,
    preferences: preferences.value,
    layout: layout.value,
    speedDials: belongings.speedDials,
    history: belongings.history,
    signIn: signIn.view,
    abilities: host.abilities,
    fileProblems: [...documents.problems()],
    recorder: recorder.view,
    ...hostState,
    locked: [...documents.locked],
    appVersion,
  });

  let knownProblems: readonly FileProblem[] = [];
  const recordFileProblems = () => {
    const problems = documents.problems();
    for (const problem of problems)
      if (!knownProblems.includes(problem))
        recorder.record({ kind: 'problem', where: problem.file, code: problem.why });
    knownProblems = problems;
  };
  documents.onProblems(() => {
    recordFileProblems();
    push({ kind: 'fileProblems', fileProblems: [...documents.problems()] });
  });
  recorder.turn(preferences.value.recordSessions);
  recordFileProblems();

  const serviceNow = () => clock.wall() + session.snapshot().clockOffsetMs;

  /** What was saved is told to every page; what could not be saved is not in force, and the one who asked is told. */
  function told<T>(saved: Result<undefined, BridgeErrorCode | Error>, value: T, news: BridgePush): Promise<T> {
    if (!saved.ok) return Promise.reject(new BridgeError(saved.error instanceof Error ? 'storage' : saved.error));
    push(news);
    return Promise.resolve(value);
  }

  const handlers: BridgeHandlers = {
    open: () => Promise.resolve(state()),
    login: (wanted) => signIn.login(wanted),
    logout() {
      signIn.logout();
      return Promise.resolve({});
    },
    cancelLogin() {
      session.cancelLogin();
      return Promise.resolve({});
    },
    command({ id, command }) {
      const outcome = session.command(id, command);
      belongings.commanded(command, outcome);
      return outcome;
    },
    async search({ query }) {
      const outcome = await session.search(query);
      recorder.record(searchEvent(query, outcome));
      return outcome;
    },
    saveSettings: (wanted) => {
      const saved = settings.save(wanted);
      if (saved.ok) session.settingsChanged();
      return told(saved, wanted, { kind: 'settings', settings: wanted });
    },
    readAuthority: ({ pem }) => Promise.resolve(readAuthority(pem)),
    savePreferences(wanted) {
      const saved = preferences.save(wanted);
      if (saved.ok) recorder.turn(wanted.recordSessions);
      return told(saved, wanted, { kind: 'preferences', preferences: wanted });
    },
    saveLayout: (wanted) => {
      const whole = repaired(wanted);
      return told(layout.save(whole), whole, { kind: 'layout', layout: whole });
    },
    saveSpeedDials: (wanted) =>
      told(belongings.saveSpeedDials(wanted), wanted, { kind: 'speedDials', speedDials: wanted }),
    historySeen() {
      belongings.historySeen(serviceNow());
      return Promise.resolve({});
    },
    clearHistory() {
      belongings.clearHistory(serviceNow());
      return Promise.resolve({});
    },
    checkConnection: () => checker.run(),
    saveFile({ name, text }) {
      if (!host.abilities.saveFiles) return Promise.reject(new BridgeError('unknownRequest'));
      return host.saveFile(name, text);
    },
    intent(intent) {
      recorder.record({ kind: 'intent', intent });
      return Promise.resolve({});
    },
    view(view) {
      recorder.record({ kind: 'view', view });
      return Promise.resolve({});
    },
    recordings: async () => ({ recordings: [...(await recordings.list())] }),
    async deleteRecording({ id }) {
      if (!(await recordings.delete(id))) throw new BridgeError('badRequest');
      return {};
    },
    prepareExport: (wish) => exporter.prepare(wish),
    saveExport: ({ ticket }) => exporter.save(ticket),
    openReplay: ({ id }) => Promise.resolve(host.openReplay(id)),
    menu(model) {
      if (!host.abilities.menus) return Promise.reject(new BridgeError('unknownRequest'));
      host.showMenu(model);
      return Promise.resolve({});
    },
    dismissDialLink() {
      hostSays({ kind: 'dialLink', dialLink: null });
      return Promise.resolve({});
    },
    checkForUpdates() {
      host.checkForUpdates();
      return Promise.resolve({});
    },
    installUpdate() {
      if (hostState.update.phase !== 'ready') return Promise.resolve({ status: 'notReady' });
      if (isOnThePhone(session.snapshot().console)) return Promise.resolve({ status: 'inCall' });
      host.installUpdate();
      return Promise.resolve({ status: 'restarting' });
    },
    problem(problem) {
      pageProblems.take(problem);
      return Promise.resolve({});
    },
    restart() {
      if (!host.abilities.restart) return Promise.reject(new BridgeError('unknownRequest'));
      host.restart();
      return Promise.resolve({});
    },
    quit() {
      if (!host.abilities.quit) return Promise.reject(new BridgeError('unknownRequest'));
      host.quit();
      return Promise.resolve({});
    },
  };

  return {
    handlers: watched(handlers),
    state,
    start: () => signIn.start(),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    run: (command) => push({ kind: 'run', command }),
    showCall: (connectionId) => push({ kind: 'showCall', connectionId }),
    hostSays,
    recording: (id) => recordings.read(id),
    takeExport: (ticket) => exporter.take(ticket),
    probe: () => session.probe(),
    suspended: () => session.suspended(),
    close() {
      belongings.end(clock.wall());
      checker.close();
      exporter.close();
      session.close();
      documents.flush();
      recorder.close();
    },
  };
}
