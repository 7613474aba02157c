/** The commands for calls (product §6, the table). */
import type { CallCommand } from '../../shared/calls/availability';
import { maxParties } from '../../shared/calls/parties';
import type { App } from '../store/app';
import { managerOf, neighbour } from '../store/selectors';
import type { AppState } from '../store/state';
import { callBackNumber, callFromOwnLine, ownLineReason } from './callOut';
import { command, type ConsoleCommand } from './command';
import { cancelReason, completeReason, completion, halfDone } from './halfDone';
import type { Reason } from './reason';
import { holdOrResume, selectedCall, target } from './target';
import { meantForEnded } from './meantForEnded';
import { partnerReason, runWithPartner } from './withPartner';

const group = 'call';

function reasonOf(name: CallCommand, state: AppState): Reason | null {
  const found = target(name, state);
  return found.ok ? null : found.reason;
}

function sendTo(name: 'answer' | 'hangUp' | 'hold' | 'retrieve' | 'redirect' | 'toVoicemail', app: App): void {
  const found = target(name, app.store.getState());
  // Whoever rings may be answered; anything else was meant for the call that was there.
  if (!found.ok || (name !== 'answer' && meantForEnded(app))) return;
  app.actions.select(found.call.connectionId);
  app.actions.send({ type: name, connectionId: found.call.connectionId });
}

/** Transfer, consult transfer and conference ask first: to whom? */
function reach(purpose: 'transfer' | 'consultTransfer' | 'consultConference', keys: readonly string[]): ConsoleCommand {
  return command({
    name: purpose,
    group,
    keys,
    unavailable: (state) => reasonOf(purpose, state) ?? (purpose === 'consultConference' ? fullReason(state) : null),
    run: ({ store, actions }) => {
      const found = target(purpose, store.getState());
      if (found.ok) actions.open({ kind: 'reach', purpose, connectionId: found.call.connectionId });
    },
  });
}

function fullReason(state: AppState): Reason | null {
  return (selectedCall(state)?.parties ?? 0) >= maxParties ? 'conferenceFull' : null;
}

/** In shared line mode there is nowhere to send a call until a target has been given. */
function redirectReason(state: AppState): Reason | null {
  const reason = reasonOf('redirect', state);
  if (reason !== null || state.console === null) return reason;
  return state.console.mode === 'shared' && state.console.me.redirectTo === null ? 'noRedirectTarget' : null;
}

function voicemailReason(state: AppState): Reason | null {
  const found = target('toVoicemail', state);
  if (!found.ok) return found.reason;
  const manager = state.console === null ? null : managerOf(state.console, found.call.managerId);
  return manager?.hasVoicemail === true ? null : 'noVoicemail';
}

function nextTo(step: 1 | -1, name: 'nextCall' | 'previousCall', keys: string): ConsoleCommand {
  return command({
    name,
    group,
    keys: [keys],
    unavailable: ({ console }) => (console === null || console.calls.length === 0 ? 'noCalls' : null),
    run: ({ store, actions }) => {
      const { console, selected } = store.getState();
      const next = console === null ? null : neighbour(console, selected, step);
      if (next !== null) actions.select(next);
    },
  });
}

export const callCommands: readonly ConsoleCommand[] = [
  command({
    name: 'answer',
    group,
    keys: ['F2', '$mod+a'],
    unavailable: (state) => reasonOf('answer', state),
    run: (app) => sendTo('answer', app),
  }),
  command({
    name: 'hangUp',
    group,
    keys: ['F4', '$mod+Shift+h'],
    unavailable: (state) => reasonOf('hangUp', state),
    run: (app) => sendTo('hangUp', app),
  }),
  command({
    name: 'holdResume',
    group,
    keys: ['F6', '$mod+l'],
    label: (state) => (holdOrResume(state) === 'hold' ? 'hold' : 'resume'),
    help: (state) => (holdOrResume(state) === 'hold' ? 'hold' : 'resume'),
    unavailable: (state) => reasonOf(holdOrResume(state), state),
    run: (app) => sendTo(holdOrResume(app.store.getState()), app),
  }),
  reach('transfer', ['F7', '$mod+Shift+x']),
  reach('consultTransfer', ['Shift+F7']),
  reach('consultConference', ['$mod+g']),
  command({
    name: 'complete',
    group,
    keys: ['$mod+Enter'],
    label: (state) => completeLabel[halfDone(state)?.purpose ?? 'none'],
    unavailable: completeReason,
    run: ({ store, actions }) => {
      const state = store.getState();
      const half = completeReason(state) === null ? halfDone(state) : null;
      const wanted = half === null ? null : completion(half);
      if (wanted !== null) actions.send(wanted);
    },
  }),
  command({
    name: 'cancelConsult',
    group,
    keys: ['Shift+F4'],
    label: (state) => cancelLabel[halfDone(state)?.purpose ?? 'none'],
    unavailable: cancelReason,
    run: ({ store, actions }) => {
      const state = store.getState();
      const half = cancelReason(state) === null ? halfDone(state) : null;
      if (half !== null) actions.send({ type: 'cancelConsult', connectionId: half.held.connectionId });
    },
  }),
  command({
    name: 'directTransfer',
    group,
    keys: ['$mod+Shift+Enter'],
    unavailable: (state) => partnerReason('directTransfer', state),
    run: (app) => runWithPartner('directTransfer', app),
  }),
  command({
    name: 'join',
    group,
    keys: ['$mod+j'],
    unavailable: (state) => partnerReason('join', state),
    run: (app) => runWithPartner('join', app),
  }),
  command({
    name: 'redirect',
    group,
    keys: ['F8', '$mod+Shift+d'],
    unavailable: redirectReason,
    run: (app) => {
      if (redirectReason(app.store.getState()) === null) sendTo('redirect', app);
    },
  }),
  command({
    name: 'redirectTarget',
    group,
    keys: ['$mod+Shift+F8'],
    unavailable: ({ link }) => (link.phase === 'live' ? null : 'notLive'),
    run: ({ actions }) => actions.open({ kind: 'redirectTarget' }),
  }),
  command({
    name: 'toVoicemail',
    group,
    keys: ['Shift+F8'],
    unavailable: voicemailReason,
    run: (app) => {
      if (voicemailReason(app.store.getState()) === null) sendTo('toVoicemail', app);
    },
  }),
  command({
    name: 'keypad',
    group,
    keys: ['Shift+F9'],
    unavailable: (state) => reasonOf('sendDigits', state),
    run: ({ store, actions }) => {
      const found = target('sendDigits', store.getState());
      if (found.ok) actions.open({ kind: 'keypad', connectionId: found.call.connectionId });
    },
  }),
  command({
    name: 'callBack',
    group,
    keys: ['$mod+b'],
    unavailable: (state) => ownLineReason(state) ?? (callBackNumber(state) === null ? 'nobodyToCallBack' : null),
    run: (app) => {
      const to = callBackNumber(app.store.getState());
      if (to !== null) callFromOwnLine(app, to);
    },
  }),
  nextTo(1, 'nextCall', '$mod+ArrowDown'),
  nextTo(-1, 'previousCall', '$mod+ArrowUp'),
  command({
    name: 'speedDialFromCall',
    group,
    keys: ['$mod+d'],
    unavailable: (state) => {
      const call = selectedCall(state);
      if (call === null) return 'noCall';
      return call.party.number === null ? 'numberWithheld' : null;
    },
    run: ({ store, actions }) => {
      const party = selectedCall(store.getState())?.party;
      if (party?.number == null) return;
      actions.open({ kind: 'speedDial', entryId: null, name: party.name ?? '', number: party.number });
    },
  }),
];

const completeLabel = { transfer: 'completeTransfer', conference: 'completeConference', none: 'complete' } as const;
const cancelLabel = { transfer: 'cancelTransfer', conference: 'cancelConference', none: 'cancelConsult' } as const;
