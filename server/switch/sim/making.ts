/** Make a call, end a call (ECMA-269 §17.1). */
import { ok } from '../../../shared/result';
import type { SwitchCall, SwitchCommand } from '../port';
import { isRung, withoutLine } from './call';
import { deliver, failCall } from './delivery';
import { callsPerLine, partyOfLine, reachNumber, type Dialling } from './dial';
import { locate } from './locate';
import { refuse, type Outcome } from './refusal';
import type { SwitchState } from './state';
import { silence } from './talking';

type CommandOf<T extends SwitchCommand['type']> = Extract<SwitchCommand, { type: T }>;

/** A number that cannot be reached is not a refusal: the caller hears the busy tone until hanging up. */
export function makeCall(state: SwitchState, { callId, lineId, to }: CommandOf<'makeCall'>): Outcome {
  const line = state.plan.lineById(lineId);
  if (!line) return refuse('cannotDial', 'no such line');
  if (state.calls.has(callId)) return refuse('staleState', 'a call with this id exists already');
  if (state.callsAtLine(lineId).length >= callsPerLine) return refuse('cannotDial', 'no free call at this line');
  silence(state, line.phoneId, callId);
  const now = state.clock.now();
  const caller = partyOfLine(state, line);
  const name = state.phones.get(line.phoneId)?.name ?? null;
  const call: SwitchCall = {
    callId,
    connections: [{ lineId, dn: line.dn, name, state: 'initiated', direction: 'out', since: now, digits: '' }],
    caller,
    calledDn: to,
    routedFor: null,
    forwardedBy: null,
    startedAt: now,
    answeredAt: null,
    consultation: null,
  };
  state.put(call, 'originated');
  const trusted = state.plan.isTrusted(lineId);
  const dialling: Dialling = { callId, fromLine: line, leaving: [], boxOf: null, trusted, visited: new Set() };
  const reach = reachNumber(state, to, dialling);
  if (reach.ok) deliver(state, call, reach.value, reach.value.forwardedBy ? 'diverted' : 'delivered');
  else failCall(state, call);
  return ok(undefined);
}

/** A line leaves. Nobody talks alone: a call that two were in ends, and so does one that rings for nobody. */
export function clearConnection(state: SwitchState, { callId, lineId }: CommandOf<'clearConnection'>): Outcome {
  const located = locate(state, callId, lineId);
  if (!located.ok) return located;
  const { call } = located.value;
  const left = withoutLine(call, lineId);
  if (left.length < 2 || left.every(isRung)) state.clear(callId, 'connectionCleared');
  else state.put({ ...call, connections: left }, 'connectionCleared');
  return ok(undefined);
}
