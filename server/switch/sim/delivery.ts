/**
 * Sends a call on to where it was found to lead. At a route point it waits for the service; a service that is not there
 * or says nothing in time costs nobody a call: the manager's own phone rings (product §5 "Service down").
 */
import type { CallCause } from '../../../shared/calls/model';
import type { CallId, Dn } from '../../../shared/ids';
import type { RouteRequest, SwitchCall, SwitchConnection } from '../port';
import { inState } from './call';
import { partyOfLine, reachDestination, reachNumber, type Dialling, type Reach } from './dial';
import type { PlannedLine } from './plan';
import type { SwitchState } from './state';

/** `call` comes without a called side: its connections are those who hear the ringing tone from now on. */
export function deliver(
  state: SwitchState,
  call: SwitchCall,
  reach: Reach,
  cause: CallCause,
  visited: ReadonlySet<Dn> = new Set(),
): void {
  const now = state.clock.now();
  const waiting: SwitchCall = {
    ...call,
    connections: call.connections.map((connection) => hearsRinging(connection, now)),
    forwardedBy: reach.forwardedBy ?? call.forwardedBy,
  };
  if (reach.kind === 'routePoint') {
    enterRoutePoint(state, waiting, reach.line, cause, visited);
    return;
  }
  const { lineId, dn, phoneId } = reach.line;
  const name = state.phones.get(phoneId)?.name ?? null;
  const called: SwitchConnection = { lineId, dn, name, state: 'alerting', direction: 'in', since: now };
  state.put({ ...waiting, connections: [...waiting.connections, called] }, cause);
}

/** Who has put this call on hold stays on hold; everybody else now hears it ring. */
function hearsRinging(connection: SwitchConnection, now: number): SwitchConnection {
  const state = connection.state === 'hold' ? 'hold' : 'alerting';
  return { ...inState(connection, state, now), direction: 'out' };
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
  state.put({ ...call, routedFor: line.dn }, cause);
  if (!state.served) {
    fallBack(state, callId, line, passed);
    return;
  }
  const routeId = state.newId();
  const forwardedTo = state.phones.get(line.phoneId)?.forwardedTo ?? null;
  const request: RouteRequest = {
    routeId,
    reason: 'incoming',
    tried: [],
    callId,
    routePoint: line.dn,
    caller: call.caller,
    forwardedTo,
  };
  const cancelTimer = state.clock.after(state.routeTimeoutMs, () => {
    state.routes.delete(routeId);
    fallBack(state, callId, line, passed);
    state.flush();
  });
  state.routes.set(routeId, { request, visited: passed, cancelTimer });
  state.outbox.push({ type: 'routeRequest', request });
}

/** Nobody decided: the phone's forward number if it has one that can be reached, else the manager's own line. */
function fallBack(state: SwitchState, callId: CallId, line: PlannedLine, visited: ReadonlySet<Dn>): void {
  const call = state.calls.get(callId);
  if (!call) return;
  const dialling = diallingOn(state, call, visited);
  const forwardedTo = state.phones.get(line.phoneId)?.forwardedTo ?? null;
  if (forwardedTo !== null) {
    const away = reachNumber(state, forwardedTo, dialling);
    if (away.ok) {
      const forwardedBy = away.value.forwardedBy ?? partyOfLine(state, line);
      deliver(state, call, { ...away.value, forwardedBy }, 'diverted', visited);
      return;
    }
  }
  const own = reachDestination(state, { kind: 'line', lineId: line.lineId }, dialling);
  if (own.ok) deliver(state, call, own.value, 'delivered', visited);
  else failCall(state, call);
}

/** How a call that waits at a route point is dialled on; its callers have no right to pass route points. */
export function diallingOn(state: SwitchState, call: SwitchCall, visited: ReadonlySet<Dn>): Dialling {
  const waiting = call.connections[0];
  const fromPhone = waiting ? (state.plan.lineById(waiting.lineId)?.phoneId ?? null) : null;
  return { callId: call.callId, fromPhone, leaving: null, trusted: false, visited };
}

/** The busy tone: the call stays until the caller hangs up. */
export function failCall(state: SwitchState, call: SwitchCall): void {
  const now = state.clock.now();
  state.put({ ...call, connections: call.connections.map((at) => inState(at, 'fail', now)) }, 'failed');
}
