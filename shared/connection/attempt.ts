/** Attempts: begin one, lose one, stop. */
import type { LoginFailure } from '../bridge';
import type { ServiceName } from '../protocol/messages';
import type { ConnectionEffect, Transition } from './events';
import { generationInUse, otherServer } from './state';
import type { ConnectionState } from './state';
import { moreTelling, needsSettingUp } from './telling';
import { attemptLimitMs, backoffMs, settledAfterMs, timingInForce } from './timing';

type Step = Transition<ConnectionState>;

/** Opens a new socket, after the old one (if any) was terminated: never two at a time. */
export function begin(state: ConnectionState, server: ServiceName, now: number): Step {
  const generation = state.lastGeneration + 1;
  const deadline = now + attemptLimitMs(timingInForce(state.parameters, state.overrides));
  return {
    state: {
      ...state,
      lastGeneration: generation,
      link: { phase: 'connecting', server, generation, asked: false, deadline },
    },
    effects: [...terminateInUse(state), { type: 'connect', generation, server }],
  };
}

/** Ends the session and shows the login screen, with the reason if there is one. */
export function stop(state: ConnectionState, failure: LoginFailure | null): Step {
  return {
    state: {
      ...state,
      link: { phase: 'signedOut', failure },
      resumable: false,
      patient: false,
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
  if (!state.resumable && !state.patient && isHopeless(counted)) return stop(counted, worstProblem(counted, problem));
  return retry(counted, otherServer(state, link.server), problem, now, random);
}

/** The stream can't be trusted: the same server again, for a snapshot. */
export function resync(state: ConnectionState, now: number, random: number): Step {
  const { link } = state;
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

/** All were tried, and none of them is expected to get better by itself. */
function isHopeless({ servers, problems }: ConnectionState): boolean {
  const known = servers.map((server) => problems[server]);
  if (known.includes(undefined)) return false;
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
