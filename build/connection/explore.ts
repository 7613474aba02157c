/**
 * Walks through everything the connection machine can do, by asking the real transition function: from each kind of state every
 * kind of event, until nothing new comes. What is drawn and tabulated in docs/connection.md is what was found here.
 */
import type { ConnectionEvent } from '../../shared/connection/events';
import { generationInUse, initialState } from '../../shared/connection/state';
import type { ConnectionState } from '../../shared/connection/state';
import { dueAt } from '../../shared/connection/tick';
import { lateTickMs } from '../../shared/connection/timing';
import { transition } from '../../shared/connection/transition';

/** The states of the diagram; the machine's `connecting` and `live` are two each, for people. */
export type Shown = 'SignedOut' | 'Connecting' | 'SigningIn' | 'Waiting' | 'Live' | 'Asking';

export interface Edge {
  readonly from: Shown;
  readonly to: Shown;
  readonly on: string;
}

interface Place {
  readonly state: ConnectionState;
  readonly now: number;
}

const timing = { heartbeatIntervalMs: 30_000, requestTimeoutMs: 30_000 };
const random = 0.5;

export function shown({ link }: ConnectionState): Shown {
  switch (link.phase) {
    case 'signedOut':
      return 'SignedOut';
    case 'waiting':
      return 'Waiting';
    case 'connecting':
      return link.asked ? 'SigningIn' : 'Connecting';
    case 'live':
      return link.ping?.deadline == null ? 'Live' : 'Asking';
  }
}

/** What happens, in words for people; several that the machine treats alike at every place share their words. */
function happenings({ state, now }: Place): readonly (readonly [string, ConnectionEvent, number])[] {
  const generation = generationInUse(state);
  const due = Math.max(dueAt(state) ?? now, now);
  const outside: readonly (readonly [string, ConnectionEvent, number])[] = [
    ...[true, false].flatMap((hasBackup) =>
      [true, false].map((patient) => ['sign in', { type: 'signIn', hasBackup, patient }, now] as const),
    ),
    ['log out', { type: 'signOut' }, now],
    ['time is up', { type: 'tick' }, due],
    ['time is up far too late', { type: 'tick' }, due + lateTickMs + 1],
    ['probe', { type: 'probe' }, now],
    ['settings', { type: 'overrides', overrides: timing }, now],
  ];
  if (generation === null) return outside;
  return [
    ...outside,
    ['connection fails', { type: 'closed', generation, problem: 'unreachable' }, now],
    ['connection fails', { type: 'closed', generation, problem: 'certificateUntrusted' }, now],
    ['greeting: active', { type: 'welcome', generation, role: 'active', electing: false }, now],
    ['greeting: standby', { type: 'welcome', generation, role: 'standby', electing: false }, now],
    ['greeting: standby', { type: 'welcome', generation, role: 'standby', electing: true }, now],
    ['session', { type: 'session', generation, parameters: timing }, now],
    ['parameters', { type: 'parameters', generation, parameters: timing }, now],
    ['refusal', { type: 'refused', generation, code: 'internal' }, now],
    ['refusal', { type: 'refused', generation, code: 'standby' }, now],
    ['refusal', { type: 'refused', generation, code: 'wrongPassword' }, now],
    ['refusal', { type: 'refused', generation, code: 'wrongVersion' }, now],
    ['any frame', { type: 'frame', generation }, now],
    ['pong', { type: 'pong', generation, id: state.lastPing }, now],
    ['garbage or a gap', { type: 'resync', generation }, now],
    ['late word of an old socket', { type: 'closed', generation: generation - 1, problem: 'unreachable' }, now],
  ];
}

/** Two places that are alike here can do the same things. Failures beyond these only make waits longer. */
function kindOf({ state, now }: Place): string {
  const { link, servers, resumable, patient, problems, askedAgain, failures } = state;
  const settled = link.phase === 'live' && now - link.since > 1_000;
  const server = 'server' in link ? link.server : null;
  const spent = link.phase === 'live' ? Math.min(link.ping?.putOff ?? 0, 4) : 0;
  const asked = link.phase === 'live' && link.ping === null;
  return JSON.stringify([
    shown(state),
    server,
    servers.length,
    resumable,
    patient,
    problems,
    askedAgain,
    Math.min(failures, 3),
    settled,
    spent,
    asked,
  ]);
}

/** Every change of the state shown, and every event that keeps it but does something (`effects` other than timers). */
export function explore(): { readonly edges: readonly Edge[]; readonly places: readonly ConnectionState[] } {
  const edges = new Map<string, Edge>();
  const seen = new Map<string, Place>();
  const open: Place[] = [{ state: initialState(), now: 0 }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const kind = kindOf(place);
    if (seen.has(kind)) continue;
    seen.set(kind, place);
    for (const [on, event, now] of happenings(place)) {
      const { state, effects } = transition(place.state, event, now, random);
      const from = shown(place.state);
      const to = shown(state);
      const acts = effects.some(({ type }) => type !== 'armTimer' && type !== 'disarmTimer');
      if (from !== to || acts) edges.set(`${from} ${to} ${on}`, { from, to, on });
      open.push({ state, now });
    }
  }
  return { edges: [...edges.values()], places: [...seen.values()].map(({ state }) => state) };
}
