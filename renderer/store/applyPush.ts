/** A push of the bridge over the state: pure; words are made of what changed by `notices`. */
import { assertNever } from '../../shared/assertNever';
import type { BridgePush, LinkView } from '../../shared/bridge';
import type { ConsoleState } from '../../shared/calls/model';
import { reduce } from '../../shared/calls/reduce';
import { withEntry } from '../../shared/connection/history';
import type { ConnectionId } from '../../shared/ids';
import { isAbout } from './about';
import { callOf, type Overlay } from './overlay';
import { problemKey } from './problemKey';
import { nextSelection } from './selection';
import { silence, type AppState } from './state';

export function applyPush(state: AppState, push: BridgePush): AppState {
  switch (push.kind) {
    case 'link':
      return withLink(state, push.link);
    case 'console':
      return withConsole({ ...state, clockOffsetMs: push.clockOffsetMs }, push.console);
    case 'events': {
      if (state.console === null) return { ...state, clockOffsetMs: push.clockOffsetMs };
      const next = push.events.reduce((console, stamped) => reduce(console, stamped.event), state.console);
      return withConsole({ ...state, clockOffsetMs: push.clockOffsetMs }, next);
    }
    case 'outcome':
      return {
        ...state,
        overlay: stillAsked(state, push),
        pending: state.pending.filter((command) => command.id !== push.id),
        // The truth takes the place of "unknown".
        toasts: state.toasts.filter(({ about }) => about !== push.id),
      };
    case 'settings':
      return { ...state, settings: push.settings };
    case 'preferences':
      return { ...state, preferences: push.preferences };
    case 'layout':
      return { ...state, layout: push.layout };
    case 'speedDials':
      return { ...state, speedDials: push.speedDials };
    case 'history':
      return { ...state, history: push.history };
    case 'signIn':
      return { ...state, signIn: push.signIn };
    case 'fileProblems':
      return withProblems(state, push.fileProblems);
    case 'recorder':
      return { ...state, recorder: push.recorder };
    case 'systemKeys':
      return { ...state, systemKeys: push.systemKeys };
    case 'update':
      return { ...state, update: push.update };
    case 'dialLink':
      return { ...state, dialLink: push.dialLink };
    case 'linkEntry':
      return { ...state, linkHistory: withEntry(state.linkHistory, push.entry) };
    case 'linkHistory':
      return { ...state, linkHistory: push.linkHistory };
    case 'connectionCheck':
      return { ...state, connectionCheck: push.check };
    case 'showCall':
      return withSelected(state, push.connectionId);
    case 'tookOver':
    case 'run':
      return state;
    default:
      return assertNever(push);
  }
}

/** A half-typed transfer is meant for the call it was opened on, never for another. */
function withSelected(state: AppState, selected: ConnectionId): AppState {
  if (!state.console?.calls.some(({ connectionId }) => connectionId === selected)) return state;
  const about = callOf(state.overlay);
  return { ...state, selected, overlay: about === null || about === selected ? state.overlay : null };
}

/** What was typed stays until it is known to have been done: else it can be pressed again. */
function stillAsked({ overlay, pending }: AppState, push: Extract<BridgePush, { kind: 'outcome' }>): Overlay | null {
  const done = push.outcome.status === 'done' ? pending.find(({ id }) => id === push.id) : undefined;
  if (overlay?.kind !== 'reach' || done === undefined) return overlay;
  return isAbout(done.command, overlay.connectionId) ? null : overlay;
}

/** A problem that was dismissed, was over and comes again is shown again. */
function withProblems(state: AppState, fileProblems: AppState['fileProblems']): AppState {
  const keys = new Set(fileProblems.map(problemKey));
  return { ...state, fileProblems, dismissedProblems: state.dismissedProblems.filter((key) => keys.has(key)) };
}

function withLink(state: AppState, link: LinkView): AppState {
  if (link.phase === 'live') return { ...state, link, lastLive: link.server };
  // Good news is over when the link is: "Now on backup" beside "Not connected" would be a lie.
  if (link.phase !== 'signedOut') return { ...state, link, toasts: state.toasts.filter(({ tone }) => tone !== 'good') };
  return { ...state, link, console: null, lastLive: null, selected: null, pending: [], ...closed };
}

/** What this window was doing ends with the session; what was said of its calls is not for whoever comes next. */
const closed = { selectedManager: null, overlay: null, dialText: '', announcements: silence } as const;

function withConsole(state: AppState, next: ConsoleState | null): AppState {
  if (next === null) return { ...state, console: null, selected: null, pending: [], ...closed };
  const before = state.console?.calls ?? [];
  const selected =
    before === next.calls && state.selected === null ? null : nextSelection(state.selected, before, next.calls);
  return { ...state, console: next, selected, overlay: stillMeant(state.overlay, next) };
}

/** What lies over the panels goes when the call or the manager it is about has gone. */
function stillMeant(overlay: Overlay | null, next: ConsoleState): Overlay | null {
  const connectionId = callOf(overlay);
  if (connectionId !== null && !next.calls.some((call) => call.connectionId === connectionId)) return null;
  if (overlay?.kind === 'configure' && !next.managers.some(({ managerId }) => managerId === overlay.managerId))
    return null;
  return overlay;
}
