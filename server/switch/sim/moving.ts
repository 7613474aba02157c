/** Calls that go elsewhere: single step transfer, deflect (ECMA-269 §17.1), and the service's answer to a route request. */
import type { Dn } from '../../../shared/ids';
import { ok } from '../../../shared/result';
import type { Destination, SwitchCommand } from '../port';
import { isRung, partyOf, withoutLine } from './call';
import { deliver } from './delivery';
import { partyOfLine, reachDestination, type Dialling, type Reach } from './dial';
import { hasIntercom, locate, type Located } from './locate';
import { refuse, type Outcome } from './refusal';
import { diallingOn } from './routePoint';
import type { SwitchState } from './state';
import { isAtVoicemail } from './voicemail';

type CommandOf<T extends SwitchCommand['type']> = Extract<SwitchCommand, { type: T }>;

/**
 * The other party becomes the caller of `to`. Refused with `cannotDial` where `to` cannot be reached: the call stays as it was.
 * A call keeps the manager it was for as long as it is the same caller's call.
 */
export function singleStepTransfer(state: SwitchState, command: CommandOf<'singleStepTransfer'>): Outcome {
  const located = locate(state, command.callId, command.lineId);
  if (!located.ok) return located;
  const { call, connection, line } = located.value;
  if (hasIntercom(state, call)) return refuse('notSupported', 'an intercom call cannot be transferred');
  if (isAtVoicemail(call)) return refuse('notSupported', 'the voicemail system cannot be transferred');
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
    calledDn: sameCaller ? call.calledDn : numberOf(command.to, reach.value),
    routedFor: sameCaller ? call.routedFor : null,
    forwardedBy: partyOf(connection),
    answeredAt: null,
  };
  deliver(state, moved, reach.value, 'transferred');
  return ok(undefined);
}

/** A shared line stops ringing everywhere: the call is one, and it goes away. */
export function deflectCall(state: SwitchState, command: CommandOf<'deflectCall'>): Outcome {
  const located = locate(state, command.callId, command.lineId);
  if (!located.ok) return located;
  const { call, connection, line } = located.value;
  if (!isRung(connection)) return refuse('staleState', 'the call does not ring at this line');
  if (line.intercom) return refuse('notSupported', 'an intercom call cannot be sent on');
  const reach = reachDestination(state, command.to, dialling(state, located.value));
  if (!reach.ok) return reach;
  const connections = call.connections.filter((at) => !isRung(at));
  deliver(state, { ...call, connections, forwardedBy: partyOf(connection) }, reach.value, 'diverted');
  return ok(undefined);
}

/** A destination that cannot be reached is refused and the call waits or rings on: the service may choose again. */
export function routeSelect(state: SwitchState, { routeId, to, noAnswerMs }: CommandOf<'routeSelect'>): Outcome {
  const route = state.routing.find(routeId);
  const call = route && state.calls.get(route.request.callId);
  const manager = route && state.plan.lineByDn(route.request.routePoint);
  if (!call || !manager) return refuse('noSuchCall', 'no call waits under this route request');
  const reach = reachDestination(state, to, diallingOn(state, call, manager, route.visited));
  if (!reach.ok) return reach;
  const sentAway = to.kind !== 'line' && reach.value.dn !== manager.dn;
  const moved = { ...call, connections: call.connections.filter((at) => !isRung(at)) };
  const forwardedBy = reach.value.forwardedBy ?? (sentAway ? partyOfLine(state, manager) : null);
  const cause = sentAway || route.request.reason === 'noAnswer' ? 'diverted' : 'delivered';
  const noAnswer = noAnswerMs === null ? null : { routePoint: manager, afterMs: noAnswerMs };
  deliver(state, moved, { ...reach.value, forwardedBy }, cause, { visited: route.visited, noAnswer });
  return ok(undefined);
}

/** The call rings on where it is, and nobody is asked again. */
export function routeEnd(state: SwitchState, { routeId }: CommandOf<'routeEnd'>): Outcome {
  const route = state.routing.find(routeId);
  if (!route) return refuse('noSuchCall', 'no call waits under this route request');
  if (route.request.reason === 'incoming') return refuse('notSupported', 'this call rings nowhere yet: choose where');
  state.routing.close(routeId);
  return ok(undefined);
}

/** The calling right is that of the line that sends the call on; who rings next is not the phone that then listens. */
function dialling(state: SwitchState, { call, line }: Located): Dialling {
  const listener = withoutLine(call, line.lineId).find((at) => !isRung(at));
  return {
    callId: call.callId,
    fromLine: (listener && state.plan.lineById(listener.lineId)) ?? null,
    leaving: [line.lineId, ...call.connections.filter(isRung).map((at) => at.lineId)],
    boxOf: (call.routedFor === null ? undefined : state.plan.lineByDn(call.routedFor)) ?? line,
    trusted: state.plan.isTrusted(line.lineId),
    visited: new Set(),
  };
}

function numberOf(to: Destination, reach: Reach): Dn {
  return to.kind === 'number' ? to.number : reach.dn;
}
