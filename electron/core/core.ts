/**
 * The console core: everything of the console that is not on the screen, on plain Node, the same in both hosts.
 * Joins the link (connection machine), the event stream, commands and searches behind the bridge contract.
 */
import type { BridgeHandlers, BridgePush, BridgeState } from '../../shared/bridge';
import { BridgeError } from '../../shared/bridgeWire';
import type { BridgeErrorCode } from '../../shared/bridgeWire';
import { repaired } from '../../shared/console/layout';
import type { Result } from '../../shared/result';
import { Belongings } from './belongings';
import { systemClock } from './clock';
import type { Clock } from './clock';
import type { DeviceStore } from './devices';
import type { Documents } from './documents';
import type { Log } from './log';
import { Session } from './session';
import { openWebSocket } from './socket';
import type { OpenSocket } from './socket';

export interface CoreEnvironment {
  readonly documents: Documents;
  readonly devices: DeviceStore;
  readonly log: Log;
  readonly appVersion: string;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly openSocket?: OpenSocket;
}

export interface Core {
  readonly handlers: BridgeHandlers;
  /** Every push, to every listener. Returns the function that ends it. */
  subscribe(listener: (push: BridgePush) => void): () => void;
  /** The machine woke up or the network changed: look at the link, reload nothing. */
  probe(): void;
  close(): void;
}

export function createCore(environment: CoreEnvironment): Core {
  const { documents, devices, log, appVersion } = environment;
  const { settings, preferences, layout } = documents;
  const listeners = new Set<(push: BridgePush) => void>();
  const push = (message: BridgePush) => listeners.forEach((listener) => listener(message));
  const belongings = new Belongings(documents, push);
  const session = new Session({
    log,
    appVersion,
    devices,
    push,
    settings: () => settings.value,
    signedIn: (userId) => belongings.open(userId),
    signedOut: () => belongings.putAway(),
    clock: environment.clock ?? systemClock,
    random: environment.random ?? Math.random,
    openSocket: environment.openSocket ?? openWebSocket,
  });

  const state = (): BridgeState => ({
    ...session.snapshot(),
    settings: settings.value,
    preferences: preferences.value,
    layout: layout.value,
    speedDials: belongings.speedDials,
    history: belongings.history,
    // not yet: remembered sign-in
    signIn: { rememberedUser: null, canRemember: 'browserHost', demo: null },
    abilities: { quit: false, popToFront: false, startWithComputer: false, notifications: false },
    fileProblems: [...documents.problems()],
    appVersion,
  });

  /** What was saved is told to every page; what could not be saved is not in force, and the one who asked is told. */
  function told<T>(saved: Result<undefined, BridgeErrorCode | Error>, value: T, news: BridgePush): Promise<T> {
    if (!saved.ok) return Promise.reject(new BridgeError(saved.error instanceof Error ? 'storage' : saved.error));
    push(news);
    return Promise.resolve(value);
  }

  const handlers: BridgeHandlers = {
    open: () => Promise.resolve(state()),
    login: ({ userId, password }) => session.login(userId, password),
    logout() {
      session.logout();
      return Promise.resolve({});
    },
    cancelLogin() {
      session.cancelLogin();
      return Promise.resolve({});
    },
    command: ({ id, command }) => session.command(id, command),
    search: ({ query }) => session.search(query),
    saveSettings: (wanted) => {
      const saved = settings.save(wanted);
      if (saved.ok) session.settingsChanged();
      return told(saved, wanted, { kind: 'settings', settings: wanted });
    },
    savePreferences: (wanted) => told(preferences.save(wanted), wanted, { kind: 'preferences', preferences: wanted }),
    saveLayout: (wanted) => {
      const whole = repaired(wanted);
      return told(layout.save(whole), whole, { kind: 'layout', layout: whole });
    },
    saveSpeedDials: (wanted) =>
      told(belongings.saveSpeedDials(wanted), wanted, { kind: 'speedDials', speedDials: wanted }),
    historySeen: () => Promise.resolve({}),
    clearHistory: () => Promise.resolve({}),
    quit: () => Promise.reject(new BridgeError('unknownRequest')),
  };

  return {
    handlers,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    probe: () => session.probe(),
    close() {
      session.close();
      documents.flush();
    },
  };
}
