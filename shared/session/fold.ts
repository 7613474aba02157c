/** What a session looks like after one more input: the live recorder and the replay run the same. Pure. */
import { assertNever } from '../assertNever';
import { reduce } from '../calls/reduce';
import type { ReplayState, SessionEvent } from './format';

export const nothingYet: ReplayState = {
  link: { phase: 'signedOut', failure: null },
  console: null,
  clockOffsetMs: 0,
  pending: [],
  view: { selected: null, selectedManager: null, overlay: null },
};

export function fold(state: ReplayState, event: SessionEvent): ReplayState {
  switch (event.kind) {
    case 'console':
      // Nobody is left to be told what became of a command. What lies over the panels may stay open.
      return event.console === null
        ? { ...state, console: null, clockOffsetMs: event.clockOffsetMs, pending: [] }
        : { ...state, console: event.console, clockOffsetMs: event.clockOffsetMs };
    case 'events': {
      const { clockOffsetMs } = event;
      if (state.console === null) return { ...state, clockOffsetMs };
      return {
        ...state,
        clockOffsetMs,
        console: event.events.reduce((now, one) => reduce(now, one.event), state.console),
      };
    }
    case 'link':
      return { ...state, link: event.link };
    case 'command':
      return { ...state, pending: withCommand(state.pending, event) };
    case 'outcome':
      return { ...state, pending: afterOutcome(state.pending, event) };
    case 'view':
      return { ...state, view: event.view };
    case 'checkpoint':
      return event.state;
    case 'linkEntry':
    case 'transition':
    case 'intent':
    case 'search':
    case 'problem':
    case 'gap':
    case 'end':
      return state;
    default:
      return assertNever(event);
  }
}

/** The core forgets the oldest, too. */
const maxPending = 200;

function withCommand(
  pending: ReplayState['pending'],
  { id, command }: Extract<SessionEvent, { kind: 'command' }>,
): ReplayState['pending'] {
  return [...pending, { id, command, status: 'sent' as const }].slice(-maxPending);
}

/** A lost answer leaves the command on the screen, as of unknown outcome, until the service was asked; it may not know either. */
function afterOutcome(
  pending: ReplayState['pending'],
  { id, outcome, learned }: Extract<SessionEvent, { kind: 'outcome' }>,
): ReplayState['pending'] {
  if (outcome.status !== 'unknown' || learned) return pending.filter((command) => command.id !== id);
  return pending.map((command) => (command.id === id ? { ...command, status: 'unknown' as const } : command));
}
