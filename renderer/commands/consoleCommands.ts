/** The commands for the console itself. */
import { defaultLayout } from '../../shared/console/panels';
import { t } from '../strings/i18n';
import type { AppState } from '../store/state';
import { command, type ConsoleCommand } from './command';
import type { Reason } from './reason';

const group = 'console';

function onlineReason(state: AppState): Reason | null {
  if (state.link.phase !== 'live' || state.console === null) return 'notLive';
  if (state.console.mode === 'shared') return 'onlyProxy';
  return state.pending.some(({ command: sent }) => sent.type === 'setOnline') ? 'pending' : null;
}

function popToFrontReason({ abilities, locked }: AppState): Reason | null {
  if (!abilities.popToFront) return 'notHere';
  return locked.includes('popToFront') ? 'locked' : null;
}

export const consoleCommands: readonly ConsoleCommand[] = [
  command({
    name: 'newSpeedDial',
    group,
    keys: ['$mod+Shift+s'],
    run: ({ actions }) => actions.open({ kind: 'speedDial', entryId: null, name: '', number: '' }),
  }),
  command({
    name: 'goOnlineOffline',
    group,
    keys: ['$mod+Shift+o'],
    label: ({ console }) => (console?.me.online === false ? 'goOnline' : 'goOffline'),
    help: ({ console }) => (console?.me.online === false ? 'goOnline' : 'goOffline'),
    unavailable: onlineReason,
    run: ({ store, actions }) => {
      const state = store.getState();
      if (state.console === null || onlineReason(state) !== null) return;
      actions.send({ type: 'setOnline', online: !state.console.me.online });
    },
  }),
  command({
    name: 'togglePopToFront',
    group,
    keys: ['$mod+Shift+p'],
    label: ({ preferences }) => (preferences.popToFront ? 'popToFrontOff' : 'popToFrontOn'),
    unavailable: popToFrontReason,
    run: ({ store, actions }) => {
      const { preferences } = store.getState();
      if (popToFrontReason(store.getState()) !== null) return;
      const popToFront = !preferences.popToFront;
      actions.savePreferences({ ...preferences, popToFront });
      actions.toast('info', t(popToFront ? 'toast.popToFrontOn' : 'toast.popToFrontOff'));
    },
  }),
  command({
    name: 'toggleRing',
    group,
    keys: ['$mod+Shift+b'],
    label: ({ preferences }) => (preferences.ring.on ? 'ringOff' : 'ringOn'),
    unavailable: ({ locked }) => (locked.includes('ring') ? 'locked' : null),
    run: ({ store, actions }) => {
      const { preferences, locked } = store.getState();
      if (locked.includes('ring')) return;
      const ring = { ...preferences.ring, on: !preferences.ring.on };
      actions.savePreferences({ ...preferences, ring });
      actions.toast('info', t(ring.on ? 'toast.ringOn' : 'toast.ringOff'));
    },
  }),
  command({
    name: 'preferences',
    group,
    keys: ['$mod+,'],
    run: ({ actions }) => actions.open({ kind: 'preferences', tab: 'general' }),
  }),
  command({
    name: 'shortcuts',
    group,
    keys: ['Shift+F1'],
    run: ({ actions }) => actions.open({ kind: 'preferences', tab: 'shortcuts' }),
  }),
  command({ name: 'cheatSheet', group, keys: ['$mod+/'], run: ({ actions }) => actions.open({ kind: 'cheatSheet' }) }),
  command({
    name: 'resetLayout',
    group,
    keys: ['$mod+Shift+F9'],
    run: ({ actions }) => {
      actions.saveLayout(defaultLayout);
      actions.toast('info', t('toast.layoutReset'));
    },
  }),
  command({
    name: 'checkConnection',
    group,
    keys: ['$mod+Shift+F2'],
    run: ({ actions }) => actions.open({ kind: 'check' }),
  }),
  command({
    name: 'recordings',
    group,
    keys: ['$mod+Shift+F3'],
    run: ({ actions }) => actions.open({ kind: 'recordings' }),
  }),
  command({
    name: 'saveLastMinutes',
    group,
    keys: ['$mod+Shift+F6'],
    run: ({ actions }) => actions.open({ kind: 'export', wish: { kind: 'lastMinutes', minutes: 10 } }),
  }),
  command({
    name: 'reportProblem',
    group,
    keys: ['$mod+Shift+F7'],
    run: ({ actions }) => actions.open({ kind: 'report' }),
  }),
  command({ name: 'about', group, keys: ['$mod+Shift+F1'], run: ({ actions }) => actions.open({ kind: 'about' }) }),
  // Two-handed on purpose: no slip of a finger ends the day.
  command({ name: 'signOut', group, keys: ['$mod+Shift+F12'], run: ({ actions }) => actions.logout() }),
  command({
    name: 'quit',
    group,
    keys: ['$mod+Shift+F11'],
    unavailable: ({ abilities }) => (abilities.quit ? null : 'notHere'),
    run: ({ store, actions }) => {
      if (store.getState().abilities.quit) actions.quit();
    },
  }),
];
