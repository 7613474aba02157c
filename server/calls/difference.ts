/** The events that lead a console from one state to the next. Folding them with `reduce` gives the new state (tested). */
import { isDeepStrictEqual } from 'node:util';
import type { CallCause, CallState, CallView, ConsoleEvent, ConsoleState } from '../../shared/calls/model';
import type { CallId } from '../../shared/ids';

/** Why calls changed since the last look, as the switch said it. */
export type Causes = ReadonlyMap<CallId, CallCause>;

/** Lines and managers are never removed so: that needs another configuration, and the `replaced` event. */
export function difference(before: ConsoleState, after: ConsoleState, causes: Causes): ConsoleEvent[] {
  const events: ConsoleEvent[] = [];
  if (!isDeepStrictEqual(before.me, after.me)) events.push({ type: 'me', me: after.me });
  if (!isDeepStrictEqual(before.service, after.service)) events.push({ type: 'service', service: after.service });
  for (const line of changed(before.lines, after.lines, (item) => item.lineId)) events.push({ type: 'line', line });
  for (const manager of changed(before.managers, after.managers, (item) => item.managerId)) {
    events.push({ type: 'manager', manager });
  }
  const remaining = new Set(after.calls.map((call) => call.connectionId));
  for (const call of before.calls) {
    if (remaining.has(call.connectionId)) continue;
    const cause = causes.get(call.callId) ?? 'connectionCleared';
    events.push({ type: 'callCleared', cause, connectionId: call.connectionId });
  }
  for (const call of changed(before.calls, after.calls, (item) => item.connectionId)) {
    events.push({ type: 'call', cause: causes.get(call.callId) ?? causeOf(call), call });
  }
  return events;
}

function changed<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): T[] {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  return after.filter((item) => !isDeepStrictEqual(old.get(keyOf(item)), item));
}

/** For a call first seen in a snapshot of the switch: the event that brings a call into this state. */
function causeOf(call: CallView): CallCause {
  const byState: Readonly<Record<CallState, CallCause>> = {
    initiated: 'originated',
    alerting: 'delivered',
    queued: 'delivered',
    connected: 'established',
    hold: 'held',
    fail: 'failed',
  };
  return byState[call.state];
}
