/**
 * Sends a call on to where it was found to lead: lines ring, voicemail and intercom answer, a route point asks the service.
 * A service that is not there or says nothing in time costs nobody a call: the manager's own phone rings (product §5 "Service down").
 */
import type { CallCause, FailedFor } from '../../../shared/calls/model';
import type { CallId, Dn } from '../../../shared/ids';
import { voicemailLineId, type SwitchCall, type SwitchConnection } from '../port';
import { inState } from './call';
import { failureOf, partyOfLine, reachNumber, type Reach } from './dial';
import type { PlannedLine } from './plan';
import { askIfNobodyAnswers, diallingOn, newRequest, type NoAnswer } from './routePoint';
import type { SwitchState } from './state';
import { establish, isOccupied } from './talking';
import { openBox, voicemailConnection, type VoicemailReach } from './voicemail';

export interface Onward {
  /** Route points this call has passed since it was last dialled. */
  readonly visited: ReadonlySet<Dn>;
  /** When and for which route point to ask again; null lets it ring. */
  readonly noAnswer: NoAnswer | null;
}

const justDialled: Onward = { visited: new Set(), noAnswer: null };

/** `call` comes without a called side: its connections are those who hear the ringing tone from now on. */
export function deliver(
  state: SwitchState,
  call: SwitchCall,
  reach: Reach,
  cause: CallCause,
  onward: Onward = justDialled,
): void {
  const now = state.clock.now();
  state.routing.settle(call.callId);
  if (call.routedFor === null) state.routing.departed(call.callId);
  const waiting: SwitchCall = {
    ...call,
    connections: call.connections.map((connection) => hearsRinging(connection, now)),
    forwardedBy: reach.forwardedBy ?? call.forwardedBy,
  };
  switch (reach.kind) {
    case 'routePoint': {
      enterRoutePoint(state, waiting, reach.line, cause, onward.visited);
      return;
    }
    case 'voicemail': {
      reachVoicemail(state, waiting, reach, cause);
      return;
    }
    case 'lines': {
      ringLines(state, waiting, reach.lines, cause, onward);
      return;
    }
  }
}

/** Who has put this call on hold stays on hold; everybody else now hears it ring. */
export function hearsRinging(connection: SwitchConnection, now: number): SwitchConnection {
  const state = connection.state === 'hold' ? 'hold' : 'alerting';
  return { ...inState(connection, state, now), direction: 'out' };
}

function ringLines(
  state: SwitchState,
  call: SwitchCall,
  lines: readonly PlannedLine[],
  cause: CallCause,
  onward: Onward,
): void {
  const since = state.clock.now();
  const called = lines.map(({ lineId, dn, phoneId }): SwitchConnection => {
    const name = state.phones.get(phoneId)?.name ?? null;
    return { lineId, dn, name, state: 'alerting', direction: 'in', since, digits: '' };
  });
  const ringing = { ...call, connections: [...call.connections, ...called] };
  state.put(ringing, cause);
  for (const { lineId } of lines) state.routing.rang(call.callId, lineId);
  const intercom = lines.find((line) => line.intercom && !isOccupied(state, line.phoneId, call.callId));
  if (intercom) establish(state, ringing, intercom.lineId);
  else if (onward.noAnswer) askIfNobodyAnswers(state, call.callId, onward.noAnswer, onward.visited);
}

function reachVoicemail(state: SwitchState, call: SwitchCall, reach: VoicemailReach, cause: CallCause): void {
  const called = voicemailConnection(reach.dn, state.clock.now());
  const ringing = { ...call, connections: [...call.connections, called] };
  state.put(ringing, cause);
  establish(state, ringing, voicemailLineId);
  openBox(state, call, reach);
}

function enterRoutePoint(
  state: SwitchState,
  call: SwitchCall,
  line: PlannedLine,
  cause: CallCause,
  visited: ReadonlySet<Dn>,
): void {
  const { callId } = call;
  const passed = new Set([...visited, line.dn]);
  const waiting = { ...call, routedFor: line.dn };
  state.put(waiting, cause);
  state.routing.arrived(callId);
  if (!state.served) {
    fallBack(state, callId, line, passed);
    return;
  }
  const request = newRequest(state, waiting, line, 'incoming');
  const cancelTimer = state.clock.after(state.routeTimeoutMs, () => {
    state.routing.close(request.routeId);
    fallBack(state, callId, line, passed);
    state.flush();
  });
  state.routing.open({ request, visited: passed, cancelTimer });
  state.outbox.push({ type: 'routeRequest', request });
}

/** The last service has gone: whoever waits for a decision is not kept waiting for one that cannot come. */
export function fallBackAll(state: SwitchState): void {
  for (const { routeId, reason, callId, routePoint } of state.routing.requests()) {
    const visited = state.routing.find(routeId)?.visited;
    const line = state.plan.lineByDn(routePoint);
    if (reason !== 'incoming' || !visited || !line) continue;
    state.routing.close(routeId);
    fallBack(state, callId, line, visited);
  }
}

/** Nobody decided: the phone's forward number if it has one that can be reached, else the manager's own line. */
function fallBack(state: SwitchState, callId: CallId, line: PlannedLine, visited: ReadonlySet<Dn>): void {
  const call = state.calls.get(callId);
  if (!call) return;
  const dialling = diallingOn(state, call, line, visited);
  const onward = { visited, noAnswer: null };
  const forwardedTo = state.phones.get(line.phoneId)?.forwardedTo ?? null;
  if (forwardedTo !== null) {
    const away = reachNumber(state, forwardedTo, dialling);
    if (away.ok) {
      const forwardedBy = away.value.forwardedBy ?? partyOfLine(state, line);
      deliver(state, call, { ...away.value, forwardedBy }, 'diverted', onward);
      return;
    }
  }
  const own = reachNumber(state, line.dn, dialling);
  if (own.ok) deliver(state, call, own.value, 'delivered', onward);
  else failCall(state, call, failureOf(own));
}

/** The busy tone: the call stays until the caller hangs up. */
export function failCall(state: SwitchState, call: SwitchCall, failedFor: FailedFor): void {
  const now = state.clock.now();
  state.put({ ...call, failedFor, connections: call.connections.map((at) => inState(at, 'fail', now)) }, 'failed');
}
