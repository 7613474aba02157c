/** What a step of the machine adds to the link's history. Pure: the core gives the clocks. */
import type { LoginFailure } from '../bridge';
import type { ServiceName } from '../protocol/messages';
import type { ConnectionEvent } from './events';
import type { LinkEntry } from './linkEntry';
import { generationInUse } from './state';
import type { ConnectionState, Link } from './state';

/** What the next entry refers back to. */
export interface Trail {
  /** Where the session was live last; null before the first time. */
  readonly server: ServiceName | null;
  /** Since when it is away, by the machine's clock; null while it is live, and before the first time. */
  readonly lostAt: number | null;
  /** The last sleep of the machine, until something is heard after it. */
  readonly sleep: Sleep | null;
}

export const noTrail: Trail = { server: null, lostAt: null, sleep: null };

/** When the machine went to sleep: by the wall, and by its own clock, which may have stood still meanwhile. */
interface Sleep {
  readonly at: number;
  readonly now: number;
  /** By its own clock as if that had gone on. */
  readonly from: number;
}

type Moment = Pick<Step, 'now' | 'at'>;

/** The machine is awake again. Its own clock may have slept with it (Linux, macOS): what was away is away for as long as the wall says. */
export function afterSleep(trail: Trail, since: Moment, awake: Moment): Trail {
  const stood = Math.max(0, awake.at - since.at - (awake.now - since.now));
  const lostAt = trail.lostAt === null ? null : trail.lostAt - stood;
  return { ...trail, lostAt, sleep: { at: since.at, now: since.now, from: since.now - stood } };
}

export interface Step {
  readonly before: ConnectionState;
  readonly event: ConnectionEvent;
  readonly after: ConnectionState;
  /** By the machine's clock. */
  readonly now: number;
  /** By the wall. */
  readonly at: number;
}

export function entriesOf(trail: Trail, step: Step): { readonly trail: Trail; readonly entries: readonly LinkEntry[] } {
  const { before, after, event, now } = step;
  const at = Math.round(step.at);
  const entries: LinkEntry[] = [];
  let next = trail;
  // An attempt that was only begun anew says nothing about its server.
  const renewed = after.link.phase === 'connecting' && after.link.renewed > 0;
  const ended =
    inUse(before.link) && !renewed && generationInUse(after) !== before.link.generation ? before.link : null;
  if (ended !== null && event.type !== 'signOut') {
    const { server } = ended;
    const wasLive = ended.phase === 'live';
    const asked = wasLive && event.type === 'tick' ? silentSince(ended) : null;
    const slept = wasLive ? sleptThrough(trail, ended) : null;
    if (slept !== null) entries.push({ kind: 'asleep', at: Math.round(slept.at), server });
    else if (asked !== null) entries.push({ kind: 'missed', at: Math.round(step.at - (now - asked)), server });
    entries.push({ kind: 'lost', at, server, problem: problemOf(event, ended), wasLive });
  }
  if (ended?.phase === 'live') {
    const lostAt = sleptThrough(trail, ended)?.from ?? silentSince(ended) ?? now;
    next = { server: ended.server, lostAt, sleep: null };
  }
  if (after.link.phase === 'live' && before.link.phase === 'connecting') {
    const { server } = after.link;
    const awayMs = trail.lostAt === null ? null : tenths(now - trail.lostAt);
    entries.push({ kind: 'live', at, server, awayMs, failover: trail.server !== null && trail.server !== server });
    next = { server, lostAt: null, sleep: null };
  }
  const trip = roundTrip(before.link, after.link);
  if (trip !== null) entries.push({ kind: 'roundTrip', at, ...trip });
  if (after.link.phase === 'signedOut' && before.link.phase !== 'signedOut') {
    entries.push({ kind: 'signedOut', at });
    next = noTrail;
  }
  return { trail: next, entries };
}

/** Nothing has been heard since the machine went to sleep: whatever was asked after it, calls were away from then on. */
function sleptThrough({ sleep }: Trail, { lastHeard }: Extract<Link, { phase: 'live' }>): Sleep | null {
  return sleep !== null && lastHeard <= sleep.now ? sleep : null;
}

/** Where a question was not answered, calls were away from then on, not only since it was noticed. */
function silentSince({ ping }: Extract<Link, { phase: 'live' }>): number | null {
  return ping === null || ping.deadline === null ? null : ping.sentAt;
}

type InUse = Extract<Link, { generation: number }>;

function inUse(link: Link): link is InUse {
  return link.phase === 'connecting' || link.phase === 'live';
}

/** By the event, not by the state after it: a session that has ended remembers no problems. */
function problemOf(event: ConnectionEvent, ended: InUse): LoginFailure {
  switch (event.type) {
    case 'closed':
      return event.problem;
    case 'refused':
      return event.code;
    case 'welcome':
      return 'standby';
    case 'resync':
      return ended.phase === 'connecting' && !ended.asked ? 'notAService' : 'badFrame';
    default:
      // Time is up.
      return 'unreachable';
  }
}

/** A ping was answered, whatever the round trip: what was asked is no longer open. */
function roundTrip(before: Link, after: Link): { readonly server: ServiceName; readonly ms: number } | null {
  if (before.phase !== 'live' || after.phase !== 'live' || before.ping === null || after.ping !== null) return null;
  return after.roundTripMs === null ? null : { server: after.server, ms: tenths(after.roundTripMs) };
}

function tenths(ms: number): number {
  return Math.max(0, Math.round(ms * 10) / 10);
}
