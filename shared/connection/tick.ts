/** Time has passed, or the machine has woken up. */
import { assertNever } from '../assertNever';
import { begin, beginAnew, beginAnewOrWait, lose, outOfTime } from './attempt';
import type { Transition } from './events';
import { ask, askAnew, liveDueAt } from './heartbeat';
import type { ConnectionState, Link, SignedOut } from './state';
import { lateTickMs } from './timing';

type Step = Transition<ConnectionState>;

/** When something is to be done next; null when signed out. */
export function dueAt(state: ConnectionState): number | null {
  return state.link.phase === 'signedOut' ? null : dueOf(state, state.link);
}

/** A tick that comes far too late tells of a suspended machine, not of a dead server: it only probes. */
export function tick(state: ConnectionState, now: number, random: number): Step {
  const { link } = state;
  if (link.phase === 'signedOut') return { state, effects: [] };
  const due = dueOf(state, link);
  if (now < due) return { state, effects: [] };
  const late = now - due > lateTickMs;
  switch (link.phase) {
    case 'waiting':
      return begin(state, link.server, now);
    case 'connecting':
      return (late ? beginAnewOrWait(state, link, now) : null) ?? outOfTime(state, now, random);
    case 'live': {
      const unanswered = link.ping !== null && link.ping.deadline !== null;
      return unanswered && !late ? lose(state, 'unreachable', now, random) : ask(state, link, now);
    }
    default:
      return assertNever(link);
  }
}

/** Resume from sleep, network change, clock jump. */
export function probe(state: ConnectionState, now: number): Step {
  const { link } = state;
  if (link.phase === 'live') return askAnew(state, link, now);
  if (link.phase === 'waiting') return begin(state, link.server, now);
  const anew = link.phase === 'connecting' ? beginAnew(state, link, now) : null;
  return anew ?? { state, effects: [] };
}

function dueOf(state: ConnectionState, link: Exclude<Link, SignedOut>): number {
  switch (link.phase) {
    case 'connecting':
      return link.deadline;
    case 'waiting':
      return link.retryAt;
    case 'live':
      return liveDueAt(state, link);
    default:
      return assertNever(link);
  }
}
