/** The commands for a manager: the selected one, else the one the selected call is for. */
import type { LineView, ManagerView } from '../../shared/calls/model';
import type { ManagerFeature } from '../../shared/protocol/commands';
import type { AppState } from '../store/state';
import { callFromOwnLine, ownLineReason } from './callOut';
import { command, type CommandLabel, type ConsoleCommand } from './command';
import { managerTarget } from './managerTarget';
import type { CommandName } from './names';
import type { Reason } from './reason';
import { serviceReason } from './target';

const group = 'manager';

/** Changing what a manager has set needs the service, not the phone system. */
function changeReason(state: AppState, proxyOnly: boolean): Reason | null {
  if (state.link.phase !== 'live' || state.console === null) return 'notLive';
  if (proxyOnly && state.console.mode === 'shared') return 'onlyProxy';
  return managerTarget(state) === null ? 'noManager' : null;
}

/** The assistant's intercom line for this manager. */
function intercomLine(state: AppState, manager: ManagerView | null): LineView | null {
  const isIt = (line: LineView): boolean => line.kind === 'intercom' && line.managerId === manager?.managerId;
  return manager === null ? null : (state.console?.lines.find(isIt) ?? null);
}

function intercomReason(state: AppState): Reason | null {
  const notNow = serviceReason(state);
  if (notNow !== null) return notNow;
  const manager = managerTarget(state);
  if (manager === null) return 'noManager';
  return manager.intercomDn === null || intercomLine(state, manager) === null ? 'noIntercom' : null;
}

interface Toggle {
  readonly name: CommandName;
  readonly feature: ManagerFeature;
  readonly keys: string;
  readonly proxyOnly: boolean;
  /** What a press would do: turn it on, turn it off. */
  readonly labels: readonly [CommandLabel, CommandLabel];
}

function toggle({ name, feature, keys, proxyOnly, labels: [turnOn, turnOff] }: Toggle): ConsoleCommand {
  const isOut = (state: AppState, { managerId }: ManagerView): boolean =>
    state.pending.some(
      ({ command: sent }) => sent.type === 'setFeature' && sent.feature === feature && sent.managerId === managerId,
    );
  const unavailable = (state: AppState): Reason | null => {
    const reason = changeReason(state, proxyOnly);
    const manager = managerTarget(state);
    return reason ?? (manager !== null && isOut(state, manager) ? 'pending' : null);
  };
  return command({
    name,
    group,
    keys: [keys],
    label: (state) => (managerTarget(state)?.[feature] === true ? turnOff : turnOn),
    unavailable,
    run: ({ store, actions }) => {
      const state = store.getState();
      const manager = managerTarget(state);
      if (manager === null || unavailable(state) !== null) return;
      actions.send({ type: 'setFeature', managerId: manager.managerId, feature, on: !manager[feature] });
    },
  });
}

const otherMode = { inclusive: 'exclusive', exclusive: 'inclusive' } as const;

function filterModeReason(state: AppState): Reason | null {
  const reason = changeReason(state, true);
  const managerId = managerTarget(state)?.managerId;
  const isOut = state.pending.some(
    ({ command: sent }) => sent.type === 'setFilterMode' && sent.managerId === managerId,
  );
  return reason ?? (isOut ? 'pending' : null);
}

export const managerCommands: readonly ConsoleCommand[] = [
  command({
    name: 'intercom',
    group,
    keys: ['$mod+i'],
    unavailable: intercomReason,
    run: ({ store, actions }) => {
      const state = store.getState();
      const manager = managerTarget(state);
      const line = intercomLine(state, manager);
      if (intercomReason(state) !== null || line === null || manager?.intercomDn == null) return;
      actions.send({ type: 'makeCall', lineId: line.lineId, to: manager.intercomDn });
    },
  }),
  command({
    name: 'callManager',
    group,
    keys: ['$mod+e'],
    unavailable: (state) => ownLineReason(state) ?? (managerTarget(state) === null ? 'noManager' : null),
    run: (app) => {
      const manager = managerTarget(app.store.getState());
      if (manager !== null) callFromOwnLine(app, manager.dn);
    },
  }),
  toggle({
    name: 'toggleDoNotDisturb',
    feature: 'doNotDisturb',
    keys: '$mod+Shift+k',
    proxyOnly: false,
    labels: ['doNotDisturbOn', 'doNotDisturbOff'],
  }),
  toggle({
    name: 'toggleDivertAll',
    feature: 'divertAll',
    keys: '$mod+Shift+a',
    proxyOnly: true,
    labels: ['divertAllOn', 'divertAllOff'],
  }),
  toggle({
    name: 'toggleFilter',
    feature: 'filterOn',
    keys: '$mod+Shift+f',
    proxyOnly: true,
    labels: ['filterOn', 'filterOff'],
  }),
  command({
    name: 'toggleFilterMode',
    group,
    keys: ['$mod+Shift+m'],
    label: (state) => (managerTarget(state)?.filterMode === 'inclusive' ? 'modeExclusive' : 'modeInclusive'),
    unavailable: filterModeReason,
    run: ({ store, actions }) => {
      const state = store.getState();
      const manager = managerTarget(state);
      if (manager === null || filterModeReason(state) !== null) return;
      actions.send({ type: 'setFilterMode', managerId: manager.managerId, mode: otherMode[manager.filterMode] });
    },
  }),
  toggle({
    name: 'toggleAssistantWatch',
    feature: 'assistantWatch',
    keys: '$mod+Shift+e',
    proxyOnly: true,
    labels: ['watchOn', 'watchOff'],
  }),
  toggle({
    name: 'toggleAlertTone',
    feature: 'alertTone',
    keys: '$mod+Shift+l',
    proxyOnly: true,
    labels: ['alertToneOn', 'alertToneOff'],
  }),
  command({
    name: 'configureManager',
    group,
    keys: ['$mod+Shift+g'],
    unavailable: (state) => (managerTarget(state) === null ? 'noManager' : null),
    run: ({ store, actions }) => {
      const state = store.getState();
      const manager = managerTarget(state);
      if (manager === null) return;
      // In shared line mode there is nothing to set but the divert target.
      const tab = state.console?.mode === 'shared' ? 'divert' : 'assistant';
      actions.open({ kind: 'configure', managerId: manager.managerId, tab });
    },
  }),
];
