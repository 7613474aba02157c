/** Calls that go elsewhere: single step transfer, deflect (ECMA-269 §17.1), and the service's answer to a route request. */
import type { Dn } from '../../../shared/ids';
import { ok } from '../../../shared/result';
import type { Destination, SwitchCommand } from '../port';
import { partyOf, withoutLine } from './call';
import { deliver, diallingOn } from './delivery';
import { partyOfLine, reachDestination, type Dialling } from './dial';
import { locate, type Located } from './locate';
import { refuse, type Outcome } from './refusal';
import type { SwitchState } from './state';

type CommandOf<T extends SwitchCommand['type']> = Extract<SwitchCommand, { type: T }>;

/**
 * The other party becomes the caller of `to`. Refused with `cannotDial` where `to` cannot be reached: the call stays as it was.
 * A call keeps the manager it was for as long as it is the same caller's call.
 */
export function singleStepTransfer(state: SwitchState, command: CommandOf<'singleStepTransfer'>): Outcome {
  const located = locate(state, command.callId, command.lineId);
  if (!located.ok) return located;
  const { call, connection, line } = located.value;
  const [other, ...more] = withoutLine(call, line.lineId);
  if ((connection.state !== 'connected' && connection.state !== 'hold') || call.answeredAt === null || !other) {
    return refuse('staleState', 'there is nobody to transfer in this call');
  }
  if (more.length > 0) return refuse('notSupported', 'a call of more than two parties cannot be transferred');
  const reach = reachDestination(state, command.to, dialling(state, located.value));
  if (!reach.ok) return reach;
  const sameCaller = other.direction === 'out';
  const moved = {
    ...call,
    connections: [other],
    caller: sameCaller ? call.caller : partyOf(other),
    calledDn: sameCaller ? call.calledDn : numberOf(command.to, reach.value.line.dn),
    routedFor: sameCaller ? call.routedFor : null,
    forwardedBy: partyOf(connection),
    answeredAt: null,
  };
  deliver(state, moved, reach.value, 'transferred');
  return ok(undefined);
}

export function deflectCall(state: SwitchState, command: CommandOf<'deflectCall'>): Outcome {
  const located = locate(state, command.callId, command.lineId);
  if (!located.ok) return located;
  const { call, connection, line } = located.value;
  if (connection.state !== 'alerting' || connection.direction !== 'in') {
    return refuse('staleState', 'the call does not ring at this line');
  }
  const reach = reachDestination(state, command.to, dialling(state, located.value));
  if (!reach.ok) return reach;
  const connections = withoutLine(call, line.lineId);
  deliver(state, { ...call, connections, forwardedBy: partyOf(connection) }, reach.value, 'diverted');
  return ok(undefined);
}

/** A destination that cannot be reached is refused and the call waits on: the service may choose again until the time is up. */
export function routeSelect(state: SwitchState, { routeId, to }: CommandOf<'routeSelect'>): Outcome {
  const route = state.routes.get(routeId);
  const call = route && state.calls.get(route.request.callId);
  if (!call) return refuse('noSuchCall', 'no call waits under this route request');
  const manager = state.plan.lineByDn(route.request.routePoint);
  const reach = reachDestination(state, to, diallingOn(state, call, route.visited));
  if (!reach.ok) return reach;
  const sentAway = to.kind === 'number' && manager !== undefined && reach.value.line.lineId !== manager.lineId;
  const forwardedBy = reach.value.forwardedBy ?? (sentAway ? partyOfLine(state, manager) : null);
  state.endRouteOf(call.callId);
  deliver(state, call, { ...reach.value, forwardedBy }, sentAway ? 'diverted' : 'delivered', route.visited);
  return ok(undefined);
}

/** The calling right is that of the line that sends the call on; who rings next is not the phone that then listens. */
function dialling(state: SwitchState, { call, line }: Located): Dialling {
  const listener = withoutLine(call, line.lineId)[0];
  return {
    callId: call.callId,
    fromPhone: listener ? (state.plan.lineById(listener.lineId)?.phoneId ?? null) : null,
    leaving: line.lineId,
    trusted: state.plan.isTrusted(line.lineId),
    visited: new Set(),
  };
}

function numberOf(to: Destination, lineDn: Dn): Dn {
  return to.kind === 'number' ? to.number : lineDn;
}
