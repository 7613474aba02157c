/** The calls of one assistant, as the console has seen them: missed, answered, placed (product §6). */
import { z } from 'zod';
import { Party } from '../calls/model';
import type { CallCause, CallView, ConsoleEvent, ConsoleState } from '../calls/model';
import { ConnectionId } from '../ids';

/** The oldest go first. */
export const maxHistory = 1_000;

export const HistoryEntry = z.object({
  id: ConnectionId,
  kind: z.enum(['missed', 'answered', 'placed']),
  party: Party,
  /** Whose line it was: the manager's name, or null on the assistant's own lines. */
  manager: z.string().max(400).nullable(),
  /** Wall-clock milliseconds of the service. */
  startedAt: z.number(),
  answeredAt: z.number().nullable(),
  endedAt: z.number(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const CallHistory = z.object({
  version: z.literal(1),
  /** Newest first. */
  entries: z.array(HistoryEntry).max(maxHistory),
  /** Missed calls that ended after this have not been looked at: the badge counts them. */
  seenUntil: z.number(),
});
export type CallHistory = z.infer<typeof CallHistory>;

export const noHistory: CallHistory = { version: 1, entries: [], seenUntil: 0 };

/** What a console knew when a call left it. */
export interface Leaving {
  readonly before: ConsoleState;
  /** The state it was missing from first; the same as `before` where only the call's own end is known. */
  readonly after: ConsoleState;
  /** Null where the call ended while the link was down: nobody saw how. */
  readonly cause: CallCause | null;
  /** Calls this assistant has sent on (redirect, voicemail): they were not missed. */
  readonly sentOn: ReadonlySet<ConnectionId>;
  /** By the service's clock. */
  readonly at: number;
}

/** The entries that one event makes: for a call that ended, or for those a changed configuration has taken away. */
export function entriesOfEvent(
  before: ConsoleState,
  event: ConsoleEvent,
  at: number,
  sentOn: ReadonlySet<ConnectionId>,
): HistoryEntry[] {
  if (event.type === 'replaced') return entriesOfSnapshot(before, event.state, at, sentOn);
  if (event.type !== 'callCleared') return [];
  const call = before.calls.find(({ connectionId }) => connectionId === event.connectionId);
  const entry = call && entryOf(call, { before, after: before, cause: event.cause, sentOn, at });
  return entry ? [entry] : [];
}

/** The entries of calls that were there before and are not in a new snapshot; oldest call first. */
export function entriesOfSnapshot(
  before: ConsoleState,
  after: ConsoleState,
  at: number,
  sentOn: ReadonlySet<ConnectionId>,
): HistoryEntry[] {
  const there = new Set(after.calls.map(({ connectionId }) => connectionId));
  return before.calls
    .filter(({ connectionId }) => !there.has(connectionId))
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .flatMap((call) => entryOf(call, { before, after, cause: null, sentOn, at }) ?? []);
}

/** The entries of the calls that are left behind when the assistant signs out or the console ends: as what they were until then (what still rang was not taken here); oldest call first. */
export function entriesAtEnd(last: ConsoleState, at: number, sentOn: ReadonlySet<ConnectionId>): HistoryEntry[] {
  return last.calls
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .flatMap((call) => entryOf(call, { before: last, after: last, cause: null, sentOn, at }) ?? []);
}

/** Newest first, at most `maxHistory`. A call that is told twice is there once, as it was told last. */
export function withEntries(history: CallHistory, entries: readonly HistoryEntry[]): CallHistory {
  if (entries.length === 0) return history;
  const told = new Set(entries.map(keyOf));
  const others = history.entries.filter((entry) => !told.has(keyOf(entry)));
  return { ...history, entries: [...entries.toReversed(), ...others].slice(0, maxHistory) };
}

/** The missed calls up to now have been looked at. */
export function withSeen(history: CallHistory, now: number): CallHistory {
  return { ...history, seenUntil: Math.max(history.seenUntil, now, ...history.entries.map(({ endedAt }) => endedAt)) };
}

/** Null for a call that is none of the three: nothing was dialled, somebody else has it, it was sent on. */
function entryOf(call: CallView, leaving: Leaving): HistoryEntry | null {
  const kind = kindOf(call, leaving);
  if (kind === null) return null;
  const { connectionId: id, party, startedAt, answeredAt } = call;
  return {
    id,
    kind,
    party,
    manager: managerName(call, leaving.before),
    startedAt,
    answeredAt: kind === 'missed' ? null : answeredAt,
    endedAt: leaving.at,
  };
}

function kindOf(call: CallView, leaving: Leaving): HistoryEntry['kind'] | null {
  const { direction, party, state, answeredAt } = call;
  if (direction === 'out') return party.number === null && party.name === null ? null : 'placed';
  if (state === 'alerting') return isMissed(call, leaving) ? 'missed' : null;
  return answeredAt === null ? null : 'answered';
}

function isMissed(call: CallView, { after, cause, sentOn }: Leaving): boolean {
  if (sentOn.has(call.connectionId)) return false;
  switch (cause) {
    // Answered at another phone with this line; or the call goes on under another name.
    case 'established':
    case 'transferred':
    case 'conferenced':
      return false;
    // Taken back by the manager, or on to the next assistant: the manager's own phone tells.
    case 'diverted':
    case null:
      return !isWithManager(call, after) && !isInUseElsewhere(call, after);
    default:
      return true;
  }
}

function isWithManager(call: CallView, { managers }: ConsoleState): boolean {
  const current = managers.find(({ managerId }) => managerId === call.managerId)?.currentCall;
  return current != null && current.party.number === call.party.number && current.party.name === call.party.name;
}

function isInUseElsewhere(call: CallView, { lines }: ConsoleState): boolean {
  return lines.find(({ lineId }) => lineId === call.lineId)?.inUseElsewhere ?? false;
}

function managerName(call: CallView, { lines, managers }: ConsoleState): string | null {
  if (call.managerId === null) return null;
  const label = lines.find(({ lineId }) => lineId === call.lineId)?.label;
  return managers.find(({ managerId }) => managerId === call.managerId)?.name ?? label ?? null;
}

/** A switch may use an id again after it was started anew. */
function keyOf({ id, startedAt }: HistoryEntry): string {
  return `${startedAt} ${id}`;
}
