/** Answer, hold, retrieve (ECMA-269 §17.1). One phone talks in one call: taking up one puts the other on hold. */
import type { CallId, LineId, PhoneId } from '../../../shared/ids';
import { ok } from '../../../shared/result';
import type { SwitchCall, SwitchCommand, SwitchConnection } from '../port';
import { inState, isRung, withState } from './call';
import { locate } from './locate';
import { refuse, type Outcome } from './refusal';
import type { SwitchState } from './state';

/** Keys that are remembered of each line in a call. */
const mostDigits = 32;

type CommandOf<T extends SwitchCommand['type']> = Extract<SwitchCommand, { type: T }>;

export function answerCall(state: SwitchState, { callId, lineId }: CommandOf<'answerCall'>): Outcome {
  const located = locate(state, callId, lineId);
  if (!located.ok) return located;
  const { call, connection, line } = located.value;
  if (!isRung(connection)) return refuse('staleState', 'the call does not ring at this line');
  silence(state, line.phoneId, callId);
  establish(state, call, lineId);
  return ok(undefined);
}

/** The line takes the call: everybody who heard the ringing tone hears it, and other lines that ring have lost it. */
export function establish(state: SwitchState, call: SwitchCall, lineId: LineId): void {
  const now = state.clock.now();
  state.routing.settle(call.callId);
  for (const at of call.connections) {
    // An intercom call that is answered cannot wait: what its caller talks in meanwhile does.
    const line = at.state === 'alerting' && !isRung(at) ? state.plan.lineById(at.lineId) : undefined;
    if (line?.intercom) silence(state, line.phoneId, call.callId);
  }
  const connections = call.connections
    .filter((at) => at.lineId === lineId || !isRung(at))
    .map((at) => (at.lineId === lineId ? inState(at, 'connected', now) : joined(state, call, at, now)));
  state.put({ ...call, connections, answeredAt: now }, 'established');
}

export function holdCall(state: SwitchState, { callId, lineId }: CommandOf<'holdCall'>): Outcome {
  const located = locate(state, callId, lineId);
  if (!located.ok) return located;
  const { call, connection, line } = located.value;
  if (line.intercom) return refuse('notSupported', 'an intercom call cannot be put on hold');
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

/** Keys pressed while talking; whoever listens hears them. */
export function generateDigits(state: SwitchState, { callId, lineId, digits }: CommandOf<'generateDigits'>): Outcome {
  const located = locate(state, callId, lineId);
  if (!located.ok) return located;
  const { call, connection } = located.value;
  if (connection.state !== 'connected') return refuse('staleState', 'the call is not connected at this line');
  const connections = call.connections.map((at) =>
    at.lineId === lineId ? { ...at, digits: `${at.digits}${digits}`.slice(-mostDigits) } : at,
  );
  state.put({ ...call, connections }, 'established');
  return ok(undefined);
}

/** Puts what this phone is talking in on hold, except the named calls. An intercom call cannot wait: it ends, also one that still rings. */
export function silence(state: SwitchState, phoneId: PhoneId, ...except: readonly CallId[]): void {
  for (const { call, connection, line } of callsUsing(state, phoneId, except)) {
    if (line.intercom) state.clear(call.callId, 'connectionCleared');
    else if (connection.state === 'connected') {
      state.put(withState(call, line.lineId, 'hold', state.clock.now()), 'held');
    }
  }
}

/** Is somebody talking or calling on this phone, in another call than this? */
export function isOccupied(state: SwitchState, phoneId: PhoneId, except: CallId): boolean {
  return callsUsing(state, phoneId, [except]).length > 0;
}

/** A caller who has meanwhile taken up another call does not lose that one: this one waits on hold. */
function joined(state: SwitchState, call: SwitchCall, at: SwitchConnection, now: number): SwitchConnection {
  if (at.state !== 'alerting') return at;
  const phoneId = state.plan.lineById(at.lineId)?.phoneId;
  const others = phoneId === undefined ? [] : callsUsing(state, phoneId, [call.callId]);
  const talks = others.some(({ connection }) => connection.state === 'connected');
  return inState(at, talks ? 'hold' : 'connected', now);
}

/** Calls in which somebody at this phone talks, dials or hears the ringing tone. */
function callsUsing(state: SwitchState, phoneId: PhoneId, except: readonly CallId[]) {
  return [...state.calls.values()]
    .filter((call) => !except.includes(call.callId))
    .flatMap((call) => call.connections.map((connection) => ({ call, connection })))
    .filter(({ connection }) => connection.state !== 'hold' && connection.state !== 'fail' && !isRung(connection))
    .flatMap(({ call, connection }) => {
      const line = state.plan.lineById(connection.lineId);
      return line?.phoneId === phoneId ? [{ call, connection, line }] : [];
    });
}
