/** Answer, hold, retrieve (ECMA-269 §17.1). One phone talks in one call: taking up one puts the other on hold. */
import type { CallId, PhoneId } from '../../../shared/ids';
import { ok } from '../../../shared/result';
import type { SwitchCall, SwitchCommand, SwitchConnection } from '../port';
import { inState, withState } from './call';
import { locate } from './locate';
import { refuse, type Outcome } from './refusal';
import type { SwitchState } from './state';

type CommandOf<T extends SwitchCommand['type']> = Extract<SwitchCommand, { type: T }>;

export function answerCall(state: SwitchState, { callId, lineId }: CommandOf<'answerCall'>): Outcome {
  const located = locate(state, callId, lineId);
  if (!located.ok) return located;
  const { call, connection, line } = located.value;
  if (connection.state !== 'alerting' || connection.direction !== 'in') {
    return refuse('staleState', 'the call does not ring at this line');
  }
  silence(state, line.phoneId, callId);
  const now = state.clock.now();
  const connections = call.connections.map((at) =>
    at.lineId === lineId ? inState(at, 'connected', now) : joined(state, call, at, now),
  );
  state.put({ ...call, connections, answeredAt: now }, 'established');
  return ok(undefined);
}

export function holdCall(state: SwitchState, { callId, lineId }: CommandOf<'holdCall'>): Outcome {
  const located = locate(state, callId, lineId);
  if (!located.ok) return located;
  const { call, connection } = located.value;
  if (connection.state !== 'connected') return refuse('staleState', 'the call is not connected at this line');
  state.put(withState(call, lineId, 'hold', state.clock.now()), 'held');
  return ok(undefined);
}

/** A call that was sent on while it was on hold here is ringing: who takes it back hears that. */
export function retrieveCall(state: SwitchState, { callId, lineId }: CommandOf<'retrieveCall'>): Outcome {
  const located = locate(state, callId, lineId);
  if (!located.ok) return located;
  const { call, connection, line } = located.value;
  if (connection.state !== 'hold') return refuse('staleState', 'the call is not on hold at this line');
  silence(state, line.phoneId, callId);
  const next = call.answeredAt === null ? 'alerting' : 'connected';
  state.put(withState(call, lineId, next, state.clock.now()), 'retrieved');
  return ok(undefined);
}

/** Puts what this phone is talking in on hold, except the named call. */
export function silence(state: SwitchState, phoneId: PhoneId, except: CallId): void {
  for (const { call, connection } of talksOf(state, phoneId, except)) {
    state.put(withState(call, connection.lineId, 'hold', state.clock.now()), 'held');
  }
}

/** A caller who has meanwhile taken up another call does not lose that one: this one waits on hold. */
function joined(state: SwitchState, call: SwitchCall, at: SwitchConnection, now: number): SwitchConnection {
  if (at.state !== 'alerting') return at;
  const phoneId = state.plan.lineById(at.lineId)?.phoneId;
  const busy = phoneId !== undefined && talksOf(state, phoneId, call.callId).length > 0;
  return inState(at, busy ? 'hold' : 'connected', now);
}

function talksOf(state: SwitchState, phoneId: PhoneId, except: CallId) {
  return [...state.calls.values()]
    .filter((call) => call.callId !== except)
    .flatMap((call) => call.connections.map((connection) => ({ call, connection })))
    .filter(({ connection }) => connection.state === 'connected')
    .filter(({ connection }) => state.plan.lineById(connection.lineId)?.phoneId === phoneId);
}
