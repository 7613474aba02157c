/** Make a call, end a call (ECMA-269 §17.1). */
import type { CallId, Dn } from '../../../shared/ids';
import { ok } from '../../../shared/result';
import type { SwitchCall, SwitchCommand } from '../port';
import { isRung, withoutLine } from './call';
import { deliver, failCall } from './delivery';
import { callsPerLine, failureOf, partyOfLine, reachNumber, type Dialling } from './dial';
import { locate, type Located } from './locate';
import type { PlannedLine } from './plan';
import { refuse, type Outcome } from './refusal';
import type { SwitchState } from './state';
import { silence } from './talking';

type CommandOf<T extends SwitchCommand['type']> = Extract<SwitchCommand, { type: T }>;

/** A number that cannot be reached is not a refusal: the caller hears the busy tone until hanging up. */
export function makeCall(state: SwitchState, { callId, lineId, to }: CommandOf<'makeCall'>): Outcome {
  const line = state.plan.lineById(lineId);
  if (!line) return refuse('cannotDial', 'no such line');
  const refused = whyNoCall(state, callId, line);
  if (refused) return refused;
  originate(state, line, callId, to, null);
  return ok(undefined);
}

/** Null where the line can make one more call. */
export function whyNoCall(state: SwitchState, callId: CallId, { lineId }: PlannedLine): Outcome | null {
  if (state.calls.has(callId)) return refuse('staleState', 'a call with this id exists already');
  const isFull = state.callsAtLine(lineId).length >= callsPerLine;
  return isFull ? refuse('cannotDial', 'no free call at this line') : null;
}

export function originate(
  state: SwitchState,
  line: PlannedLine,
  callId: CallId,
  to: Dn,
  consultation: SwitchCall['consultation'],
): void {
  silence(state, line.phoneId, callId);
  const now = state.clock.now();
  const { lineId, dn } = line;
  const name = state.phones.get(line.phoneId)?.name ?? null;
  const call: SwitchCall = {
    callId,
    connections: [{ lineId, dn, name, state: 'initiated', direction: 'out', since: now, digits: '' }],
    caller: partyOfLine(state, line),
    calledDn: to,
    routedFor: null,
    forwardedBy: null,
    startedAt: now,
    answeredAt: null,
    consultation,
  };
  state.put(call, 'originated');
  const reach = reachNumber(state, to, diallingFrom(state, line, callId));
  if (reach.ok) deliver(state, call, reach.value, reach.value.forwardedBy ? 'diverted' : 'delivered');
  else failCall(state, call, failureOf(reach));
}

export function diallingFrom(state: SwitchState, line: PlannedLine, callId: CallId): Dialling {
  const trusted = state.plan.isTrusted(line.lineId);
  return { callId, fromLine: line, leaving: [], boxOf: null, trusted, visited: new Set() };
}

/** A line leaves. Nobody talks alone: a call that two were in ends, and so does one that rings for nobody. */
export function clearConnection(state: SwitchState, { callId, lineId }: CommandOf<'clearConnection'>): Outcome {
  const located = locate(state, callId, lineId);
  if (!located.ok) return located;
  leave(state, located.value);
  return ok(undefined);
}

export function leave(state: SwitchState, { call, connection }: Located): void {
  const left = withoutLine(call, connection.lineId);
  if (left.length < 2 || left.every(isRung)) state.clear(call.callId, 'connectionCleared');
  else state.put({ ...call, connections: left }, 'connectionCleared');
}
