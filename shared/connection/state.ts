/** What the connection machine knows. Times are milliseconds of one clock that never jumps; the core turns them into wall-clock time. */
import type { LoginFailure } from '../bridge';
import type { ServiceName } from '../protocol/messages';
import type { Problems } from './telling';
import { defaultTiming } from './timing';
import type { Timing, TimingOverrides } from './timing';

export interface SignedOut {
  readonly phase: 'signedOut';
  readonly failure: LoginFailure | null;
}

/** One attempt: connect, greeting, login or resume, all under one deadline. */
export interface Connecting {
  readonly phase: 'connecting';
  readonly server: ServiceName;
  readonly generation: number;
  readonly since: number;
  /** The server has answered so far as to open the WebSocket. */
  readonly opened: boolean;
  /** The login or resume has been sent. */
  readonly asked: boolean;
  readonly deadline: number;
  /** How often it was begun anew, or given more time, because the machine woke up or the network changed. */
  readonly renewed: number;
}

/** Between two attempts; `server` is the next one. */
export interface Waiting {
  readonly phase: 'waiting';
  readonly server: ServiceName;
  readonly retryAt: number;
  readonly problem: LoginFailure;
}

export interface Ping {
  readonly id: number;
  readonly sentAt: number;
  /** Null once another frame has proved life: the ping then only measures the round trip. */
  readonly deadline: number | null;
  /** How often a probe has put the deadline off without a sign of life. */
  readonly putOff: number;
}

export interface Live {
  readonly phase: 'live';
  readonly server: ServiceName;
  readonly generation: number;
  readonly since: number;
  readonly lastHeard: number;
  readonly ping: Ping | null;
  readonly roundTripMs: number | null;
}

export type Link = SignedOut | Connecting | Waiting | Live;

export interface ConnectionState {
  readonly link: Link;
  /** In the order in which they are tried first. */
  readonly servers: readonly [ServiceName, ...ServiceName[]];
  readonly parameters: Timing;
  readonly overrides: TimingOverrides;
  /** There has been a session: attempts resume it, for ever, without the password. */
  readonly resumable: boolean;
  /** The first session is tried for as long as it takes, too. */
  readonly patient: boolean;
  /** The server that was electing has been asked once more already. */
  readonly askedAgain: boolean;
  /** Failures since the last session that settled; the loss of that session is the first. */
  readonly failures: number;
  /** How many attempts since the last session ran out of time although their server was there: the way to it is slow. */
  readonly slow: number;
  /** What came of the last attempt at each server since there was a session. */
  readonly problems: Problems;
  readonly lastGeneration: number;
  readonly lastPing: number;
  /** When the armed timer is due; null when none is armed. */
  readonly timerAt: number | null;
}

const noOverrides: TimingOverrides = { heartbeatIntervalMs: null, requestTimeoutMs: null };

export function initialState(overrides: TimingOverrides = noOverrides): ConnectionState {
  return {
    link: { phase: 'signedOut', failure: null },
    servers: ['primary'],
    parameters: defaultTiming,
    overrides,
    resumable: false,
    patient: false,
    askedAgain: false,
    failures: 0,
    slow: 0,
    problems: {},
    lastGeneration: 0,
    lastPing: 0,
    timerAt: null,
  };
}

/** The generation of the one socket in use, or null. */
export function generationInUse({ link }: ConnectionState): number | null {
  return link.phase === 'connecting' || link.phase === 'live' ? link.generation : null;
}

export function otherServer(state: ConnectionState, server: ServiceName): ServiceName {
  return state.servers.find((candidate) => candidate !== server) ?? server;
}
