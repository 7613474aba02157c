/** How a route point asks the service: when a call comes in, and again when it has rung unanswered. */
import type { CallId, Dn } from '../../../shared/ids';
import type { RouteRequest, SwitchCall } from '../port';
import { isRung } from './call';
import type { Dialling } from './dial';
import type { PlannedLine } from './plan';
import type { SwitchState } from './state';

export interface NoAnswer {
  readonly routePoint: PlannedLine;
  /** Milliseconds. */
  readonly afterMs: number;
}

/** The call goes on ringing while the service decides, and if it never does. */
export function askIfNobodyAnswers(
  state: SwitchState,
  callId: CallId,
  { routePoint, afterMs }: NoAnswer,
  visited: ReadonlySet<Dn>,
): void {
  const cancel = state.clock.after(afterMs, () => {
    const call = state.calls.get(callId);
    if (!call) return;
    askOnceMore(state, call, routePoint, visited);
    state.flush();
  });
  state.routing.startRingTimer(callId, { routePoint, visited, dueAt: state.clock.now() + afterMs, cancel });
}

function askOnceMore(state: SwitchState, call: SwitchCall, routePoint: PlannedLine, visited: ReadonlySet<Dn>): void {
  const request = newRequest(state, call, routePoint, 'noAnswer');
  state.routing.open({ request, visited, cancelTimer: () => undefined });
  state.outbox.push({ type: 'routeRequest', request });
}

/** `to` rings on where `from` has rung until now (a transfer while it rings), and what the service was to be asked goes along. */
export function ringOn(state: SwitchState, from: CallId, to: SwitchCall): void {
  const { routing } = state;
  const [waiting, timer] = [routing.ofCall(from), routing.ringTimer(from)];
  if (routing.remembers(from)) routing.arrived(to.callId);
  else if (to.routedFor === null) routing.departed(to.callId);
  for (const lineId of routing.triedBy(from)) routing.rang(to.callId, lineId);
  for (const { lineId } of to.connections.filter(isRung)) routing.rang(to.callId, lineId);
  routing.forget(from);
  const routePoint = waiting && state.plan.lineByDn(waiting.request.routePoint);
  if (routePoint) askOnceMore(state, to, routePoint, waiting.visited);
  else if (timer) {
    const afterMs = Math.max(1, timer.dueAt - state.clock.now());
    askIfNobodyAnswers(state, to.callId, { routePoint: timer.routePoint, afterMs }, timer.visited);
  }
}

export function newRequest(
  state: SwitchState,
  { callId, caller }: SwitchCall,
  line: PlannedLine,
  reason: RouteRequest['reason'],
): RouteRequest {
  return {
    routeId: state.newId(),
    reason,
    tried: [...state.routing.triedBy(callId)],
    callId,
    routePoint: line.dn,
    caller,
    forwardedTo: state.phones.get(line.phoneId)?.forwardedTo ?? null,
  };
}

/** How a call that waits or rings is dialled on for a route point; its callers have no right to pass others. */
export function diallingOn(
  state: SwitchState,
  call: SwitchCall,
  routePoint: PlannedLine,
  visited: ReadonlySet<Dn>,
): Dialling {
  const listener = call.connections.find((at) => !isRung(at));
  return {
    callId: call.callId,
    fromLine: (listener && state.plan.lineById(listener.lineId)) ?? null,
    leaving: call.connections.filter(isRung).map((at) => at.lineId),
    boxOf: routePoint,
    trusted: false,
    visited,
  };
}
