/** Attempts: begin one, lose one, stop. */
import type { LoginFailure } from '../bridge';
import type { ServiceName } from '../protocol/messages';
import type { ConnectionEffect, Transition } from './events';
import { generationInUse, otherServer } from './state';
import type { Connecting, ConnectionState } from './state';
import { moreTelling, needsSettingUp } from './telling';
import { attemptLimitMs, backoffMs, mostPutOffs, settledAfterMs, timingInForce } from './timing';

type Step = Transition<ConnectionState>;

/** Opens a new socket, after the old one (if any) was terminated: never two at a time. */
export function begin(state: ConnectionState, server: ServiceName, now: number, renewed = 0): Step {
  const generation = state.lastGeneration + 1;
  const deadline = freshDeadline(state, now);
  return {
    state: {
      ...state,
      lastGeneration: generation,
      link: { phase: 'connecting', server, generation, since: now, opened: false, asked: false, deadline, renewed },
    },
    effects: [...terminateInUse(state), { type: 'connect', generation, server }],
  };
}

/**
 * What was under way may have died with the network it was on, and would only be missed at its deadline: the same server again, on a new
 * socket. Not for ever: a network that changes again and again must not keep the console from the other server. Null: it stands.
 */
export function beginAnew(state: ConnectionState, link: Connecting, now: number): Step | null {
  if (link.renewed >= mostPutOffs || isPasswordOut(state, link)) return null;
  return begin(state, link.server, now, link.renewed + 1);
}

/** The timer of an attempt came far too late: it says nothing about the server. Null: there was time enough. */
export function beginAnewOrWait(state: ConnectionState, link: Connecting, now: number): Step | null {
  if (!isPasswordOut(state, link)) return beginAnew(state, link, now);
  if (link.renewed >= mostPutOffs) return null;
  const more = { ...link, deadline: freshDeadline(state, now), renewed: link.renewed + 1 };
  return { state: { ...state, link: more }, effects: [] };
}

/** It is said once: a wrong one that is said again counts twice at the service, and an assistant is soon locked out. */
function isPasswordOut({ resumable }: ConnectionState, { asked }: Connecting): boolean {
  return asked && !resumable;
}

function freshDeadline({ parameters, overrides, slow }: ConnectionState, now: number): number {
  return now + attemptLimitMs(timingInForce(parameters, overrides), slow);
}

/** Time is up. A server that is there, and too far away for the time it had, gets more the next time: else it were never reached. */
export function outOfTime(state: ConnectionState, now: number, random: number): Step {
  const { link } = state;
  const wasThere = link.phase === 'connecting' && link.opened;
  return lose(wasThere ? { ...state, slow: state.slow + 1 } : state, 'unreachable', now, random);
}

/** Ends the session and shows the login screen, with the reason if there is one. */
export function stop(state: ConnectionState, failure: LoginFailure | null): Step {
  return {
    state: {
      ...state,
      link: { phase: 'signedOut', failure },
      resumable: false,
      patient: false,
      askedAgain: false,
      failures: 0,
      problems: {},
    },
    effects: terminateInUse(state),
  };
}

/** The server in use is lost: on to the other one, at once in the first round, then with backoff. */
export function lose(state: ConnectionState, problem: LoginFailure, now: number, random: number): Step {
  const { link } = state;
  if (link.phase !== 'connecting' && link.phase !== 'live') return { state, effects: [] };
  const counted = failed(state, link.server, problem, now);
  if (isHopeless(counted)) return stop(counted, worstProblem(counted, problem));
  return retry({ ...counted, askedAgain: false }, otherServer(state, link.server), problem, now, random);
}

/**
 * A standby sends on to the other server. While it is electing it is likely to be active in a moment, and the other one, which has
 * failed just before, is likely to be gone for good: it is asked once more before the other gets its turn.
 */
export function standby(state: ConnectionState, electing: boolean, now: number, random: number): Step {
  const { link } = state;
  if (link.phase !== 'connecting') return { state, effects: [] };
  const otherHasFailed = state.problems[otherServer(state, link.server)] !== undefined;
  if (!electing || !otherHasFailed || state.askedAgain) return lose(state, 'standby', now, random);
  const counted = failed(state, link.server, 'standby', now);
  return retry({ ...counted, askedAgain: true }, link.server, 'standby', now, random);
}

/** Garbage or a gap. Live, the stream can't be trusted: the same server again, for a snapshot. Before that it is no service of ours. */
export function resync(state: ConnectionState, now: number, random: number): Step {
  const { link } = state;
  if (link.phase === 'connecting') return lose(state, link.asked ? 'badFrame' : 'notAService', now, random);
  if (link.phase !== 'live') return { state, effects: [] };
  const counted = failed(state, link.server, 'badFrame', now);
  // A server that keeps sending nonsense is not hammered: from the second time on it is like any other failure.
  if (counted.failures === 1) return begin(counted, link.server, now);
  return retry(counted, otherServer(state, link.server), 'badFrame', now, random);
}

function retry(state: ConnectionState, server: ServiceName, problem: LoginFailure, now: number, random: number): Step {
  const roundsDone = state.failures - state.servers.length;
  if (roundsDone < 0) return begin(state, server, now);
  return {
    state: {
      ...state,
      link: {
        phase: 'waiting',
        server,
        retryAt: now + backoffMs(roundsDone, random),
        problem: worstProblem(state, problem),
      },
    },
    effects: terminateInUse(state),
  };
}

function failed(state: ConnectionState, server: ServiceName, problem: LoginFailure, now: number): ConnectionState {
  const problems = { ...state.problems, [server]: problem };
  return { ...state, failures: failuresBefore(state, now) + 1, problems };
}

/** All were tried, and trying on would not help: ever, or while somebody waits at the login screen. */
function isHopeless({ servers, problems, resumable, patient }: ConnectionState): boolean {
  const known = servers.map((server) => problems[server]);
  if (known.every((problem) => problem === 'wrongVersion')) return true;
  if (resumable || patient || known.includes(undefined)) return false;
  return !known.includes('standby') || known.some((problem) => problem !== undefined && needsSettingUp(problem));
}

/** The assistant is told what explains most, not what happened last. */
function worstProblem({ servers, problems }: ConnectionState, last: LoginFailure): LoginFailure {
  return servers.reduce((worst, server) => moreTelling(worst, problems[server] ?? worst), last);
}

function failuresBefore({ link, failures }: ConnectionState, now: number): number {
  return link.phase === 'live' && now - link.since >= settledAfterMs ? 0 : failures;
}

function terminateInUse(state: ConnectionState): readonly ConnectionEffect[] {
  const generation = generationInUse(state);
  return generation === null ? [] : [{ type: 'terminate', generation }];
}
