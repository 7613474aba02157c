/**
 * The console core: everything of the console that is not on the screen, on plain Node, the same in both hosts.
 * Joins the link (connection machine), the event stream, commands and searches behind the bridge contract.
 */
import type { BridgeHandlers, BridgePush, BridgeState, Settings } from '../../shared/bridge';
import { BridgeError } from '../../shared/bridgeWire';
import { noHistory } from '../../shared/console/history';
import { defaultLayout } from '../../shared/console/layout';
import { defaultPreferences } from '../../shared/console/preferences';
import { noSpeedDials } from '../../shared/console/speedDials';
import { systemClock } from './clock';
import type { Clock } from './clock';
import type { DeviceStore } from './devices';
import type { Log } from './log';
import { Session } from './session';
import type { SettingsStore } from './settings';
import { openWebSocket } from './socket';
import type { OpenSocket } from './socket';

export interface CoreEnvironment {
  readonly settings: SettingsStore;
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
  const { settings, devices, log, appVersion } = environment;
  const listeners = new Set<(push: BridgePush) => void>();
  const push = (message: BridgePush) => listeners.forEach((listener) => listener(message));
  const session = new Session({
    log,
    appVersion,
    devices,
    push,
    settings: () => settings.current(),
    clock: environment.clock ?? systemClock,
    random: environment.random ?? Math.random,
    openSocket: environment.openSocket ?? openWebSocket,
  });

  // not yet: files, history, remembered sign-in
  let documents: Omit<BridgeState, 'link' | 'console' | 'clockOffsetMs' | 'settings' | 'appVersion'> = {
    preferences: defaultPreferences,
    layout: defaultLayout,
    speedDials: noSpeedDials,
    history: noHistory,
    signIn: { rememberedUser: null, canRemember: 'browserHost', demo: null },
    abilities: { quit: false, popToFront: false, startWithComputer: false, notifications: false },
    fileProblems: [],
  };

  const handlers: BridgeHandlers = {
    open: () => Promise.resolve({ ...session.snapshot(), ...documents, settings: settings.current(), appVersion }),
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
    saveSettings: (wanted: Settings) => {
      if (!settings.save(wanted).ok) return Promise.reject(new BridgeError('storage'));
      session.settingsChanged();
      push({ kind: 'settings', settings: wanted });
      return Promise.resolve(wanted);
    },
    savePreferences: (preferences) => {
      documents = { ...documents, preferences };
      push({ kind: 'preferences', preferences });
      return Promise.resolve(preferences);
    },
    saveLayout: (layout) => {
      documents = { ...documents, layout };
      push({ kind: 'layout', layout });
      return Promise.resolve(layout);
    },
    saveSpeedDials: (speedDials) => {
      documents = { ...documents, speedDials };
      push({ kind: 'speedDials', speedDials });
      return Promise.resolve(speedDials);
    },
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
    close: () => session.close(),
  };
}
