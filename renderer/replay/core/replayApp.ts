/** The real panels' App, fed from a recording: its store is set from a ReplayState, and its actions do nothing whatever is pressed. */
import { createStore } from 'zustand/vanilla';
import { noHistory } from '../../../shared/console/history';
import { noUpdates } from '../../../shared/desktop/update';
import { systemKeysOff } from '../../../shared/desktop/systemKeys';
import { noAbilities } from '../../../shared/console/noAbilities';
import { defaultPreferences } from '../../../shared/console/preferences';
import { noSpeedDials } from '../../../shared/console/speedDials';
import { defaultLayout } from '../../../shared/console/panels';
import type { ReplayState } from '../../../shared/session/format';
import type { Actions, App } from '../../store/app';
import { initialState, type AppState } from '../../store/state';

/** What the panels show of a moment; everything else in the state stays as it is. Pure. */
export function shownOf(
  state: ReplayState,
): Pick<AppState, 'link' | 'console' | 'clockOffsetMs' | 'pending' | 'selected' | 'selectedManager'> {
  const { link, console, clockOffsetMs, pending, view } = state;
  return { link, console, clockOffsetMs, pending, selected: view.selected, selectedManager: view.selectedManager };
}

const nothing = (): undefined => undefined;

/** There is nobody to tell. */
const noActions: Actions = {
  login: () => Promise.resolve({ status: 'failed', failure: 'internal' }),
  logout: nothing,
  cancelLogin: nothing,
  quit: nothing,
  saveSettings: (settings) => Promise.resolve(settings),
  readAuthority: () => Promise.resolve({ status: 'refused', why: 'noCertificate' }),
  savePreferences: nothing,
  saveLayout: nothing,
  saveSpeedDials: () => Promise.resolve(false),
  saveFile: () => Promise.resolve('cancelled'),
  historySeen: nothing,
  clearHistory: nothing,
  checkConnection: () => Promise.resolve(false),
  search: () => Promise.resolve({ status: 'unavailable' }),
  send: nothing,
  sendQuietly: () => Promise.resolve('unknown'),
  select: nothing,
  justEnded: () => null,
  selectManager: nothing,
  open: nothing,
  close: nothing,
  dismissDialLink: nothing,
  setDialText: nothing,
  toast: nothing,
  dismiss: nothing,
  announce: nothing,
  intend: nothing,
  ask: () => Promise.reject(new Error('a replay asks nobody')),
  dismissProblems: nothing,
};

export function replayApp(state: ReplayState): App {
  const store = createStore<AppState>()(() => ({
    ...initialState({
      ...shownOf(state),
      settings: nowhere,
      preferences: defaultPreferences,
      layout: defaultLayout,
      speedDials: noSpeedDials,
      history: noHistory,
      signIn: { rememberedUser: null, canRemember: 'browserHost', demo: null },
      linkHistory: [],
      abilities: noAbilities,
      fileProblems: [],
      recorder: { status: 'off', since: null },
      locked: [],
      systemKeys: systemKeysOff,
      update: noUpdates,
      dialLink: null,
      appVersion: '',
    }),
    ...shownOf(state),
  }));
  return { store, actions: noActions };
}

/** No panel asks for it. */
const nowhere = {
  version: 3,
  primary: { host: 'localhost', port: 1, tls: true },
  backup: null,
  heartbeatIntervalMs: null,
  requestTimeoutMs: null,
  logLevel: 'info',
  allowPlain: false,
  authority: null,
} as const;
