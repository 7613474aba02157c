/** A bridge that plays one scene: enough to see every screen, and nothing that could be mistaken for a service. */
import type { Bridge, BridgePush, BridgeResult, BridgeRequestName, BridgeState } from '../../shared/bridge';
import { noAbilities } from '../../shared/console/noAbilities';
import type { Layout } from '../../shared/console/layout';
import type { Preferences } from '../../shared/console/preferences';
import type { SpeedDials } from '../../shared/console/speedDials';
import type { ExportWish } from '../../shared/session/library';
import { matchesQuery, parseQuery } from '../../shared/directory/query';
import { linkHistoryOf, linkOf, someCheck, type LinkScene } from './linkScenes';
import { managerScene, type ManagerScene } from './managerScenes';
import { someHistory, someSpeedDials } from './listScenes';
import { conference, halfDone, manyCalls, manyLines } from './callScenes';
import { someExport, someRecordings } from './recordingScenes';
import { busy, crowded, demoSignIn, directory, documents, live, quiet, settings, someAuthority } from './scenes';

export type Scene =
  | LinkScene
  | ManagerScene
  | 'login'
  | 'loginDemo'
  | 'loginFailed'
  | 'loginElsewhere'
  | 'loginBusy'
  | 'loginRemembered'
  | 'browserHost'
  | 'busy'
  | 'lists'
  | 'longLists'
  | 'quiet'
  | 'stale'
  | 'backup'
  | 'offline'
  | 'controlDown'
  | 'crowded'
  | 'halfDone'
  | 'conference'
  | 'manyCalls'
  | 'manyLines'
  | 'recorderStopped';

function opened(scene: Scene): BridgeState {
  const now = Date.now();
  const base = { link: live, console: busy(now), clockOffsetMs: 0, ...documents };
  switch (scene) {
    case 'linkHealthy':
    case 'linkFailover':
    case 'linkFlapping':
    case 'linkAway':
      return { ...base, link: linkOf(scene, now), linkHistory: linkHistoryOf(scene, now) };
    case 'login':
      return { ...base, console: null, link: { phase: 'signedOut', failure: null } };
    case 'loginDemo':
      return { ...base, console: null, link: { phase: 'signedOut', failure: null }, signIn: demoSignIn };
    case 'loginElsewhere':
      return { ...base, console: null, link: { phase: 'signedOut', failure: 'superseded' } };
    case 'loginRemembered':
      return {
        ...base,
        console: null,
        link: { phase: 'connecting', server: 'primary', resuming: false },
        signIn: { ...base.signIn, rememberedUser: 'maya' },
      };
    case 'browserHost':
      return {
        ...base,
        console: null,
        link: { phase: 'signedOut', failure: null },
        signIn: { ...base.signIn, canRemember: 'browserHost' },
        abilities: noAbilities,
      };
    case 'lists':
      return { ...base, speedDials: someSpeedDials(), history: someHistory(now) };
    case 'longLists':
      return { ...base, speedDials: someSpeedDials(2_000), history: someHistory(now, 1_000) };
    case 'offline':
      return { ...base, console: { ...quiet(), me: { ...quiet().me, online: false } } };
    case 'controlDown':
      return { ...base, console: { ...quiet(), service: { callControl: 'down', filtering: 'down' } } };
    case 'loginFailed':
      return { ...base, console: null, link: { phase: 'signedOut', failure: 'wrongPassword' } };
    case 'loginBusy':
      return { ...base, console: null, link: { phase: 'connecting', server: 'primary', resuming: false } };
    case 'managersFull':
    case 'managersShared':
    case 'managersNone':
      return { ...base, console: managerScene(scene, now) };
    case 'halfDone':
      return { ...base, console: halfDone(now) };
    case 'conference':
      return { ...base, console: conference(now) };
    case 'manyCalls':
      return { ...base, console: manyCalls(now) };
    case 'manyLines':
      return { ...base, console: manyLines(now) };
    case 'quiet':
      return { ...base, console: quiet() };
    case 'crowded':
      return { ...base, console: crowded(now) };
    case 'backup':
      return { ...base, link: { phase: 'live', server: 'backup', since: now, roundTripMs: 14 } };
    case 'stale':
      return {
        ...base,
        link: { phase: 'waiting', server: 'backup', resuming: true, retryAt: now + 60_000, lastProblem: 'unreachable' },
      };
    case 'recorderStopped':
      return { ...base, recorder: { status: 'stopped', since: null } };
    case 'busy':
      return base;
  }
}

export function sceneBridge(scene: Scene, preferences: Preferences): Bridge & { push(push: BridgePush): void } {
  const listeners = new Set<(push: BridgePush) => void>();
  const state = { ...opened(scene), preferences };
  const tell = <T>(push: BridgePush, saved: T): T => {
    listeners.forEach((listener) => listener(push));
    return saved;
  };
  const answers: { [K in BridgeRequestName]: (args: never) => BridgeResult<K> } = {
    open: () => state,
    login: () => ({ status: 'failed', failure: 'wrongPassword' }),
    logout: () => ({}),
    cancelLogin: () => ({}),
    command: () => ({ status: 'done' }),
    search: ({ query }: { query: string }) => {
      const parsed = parseQuery(query);
      const entries = directory(26).filter(
        (one) => parsed.ok && matchesQuery(parsed.value, one.firstName, one.lastName),
      );
      return { status: 'found', entries: entries.slice(0, 25), more: query === 'an' };
    },
    saveSettings: (next: typeof settings) => tell({ kind: 'settings', settings: next }, next),
    readAuthority: ({ pem }: { pem: string }) => someAuthority(pem),
    savePreferences: (next: Preferences) => tell({ kind: 'preferences', preferences: next }, next),
    saveLayout: (layout: Layout) => tell({ kind: 'layout', layout }, layout),
    saveSpeedDials: (speedDials: SpeedDials) => tell({ kind: 'speedDials', speedDials }, speedDials),
    saveFile: () => ({ status: 'cancelled' }),
    historySeen: () => ({}),
    clearHistory: () => ({}),
    checkConnection: () => tell({ kind: 'connectionCheck', check: someCheck }, someCheck),
    intent: () => ({}),
    view: () => ({}),
    recordings: () => ({ recordings: someRecordings() }),
    deleteRecording: () => ({}),
    prepareExport: (wish: ExportWish) => someExport(wish),
    saveExport: () => ({ status: 'saved' }),
    openReplay: () => ({ status: 'opened' }),
    menu: () => ({}),
    dismissDialLink: () => tell({ kind: 'dialLink', dialLink: null }, {}),
    checkForUpdates: () => ({}),
    installUpdate: () => ({ status: 'notReady' }),
    problem: () => ({}),
    restart: () => ({}),
    quit: () => ({}),
  };
  return {
    host: 'browser',
    request: (name, args) => Promise.resolve(answers[name](args as never)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push: (push) => listeners.forEach((listener) => listener(push)),
  };
}
