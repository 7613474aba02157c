/** Small pure helpers over one call. */
import type { CallState, Party } from '../../../shared/calls/model';
import type { LineId } from '../../../shared/ids';
import type { SwitchCall, SwitchConnection } from '../port';

export function connectionAt(call: SwitchCall, lineId: LineId): SwitchConnection | undefined {
  return call.connections.find((connection) => connection.lineId === lineId);
}

export function partyOf(connection: SwitchConnection): Party {
  return { number: connection.dn, name: connection.name };
}

/** `since` starts anew only where the state really changes, so that running times do not jump. */
export function inState(connection: SwitchConnection, state: CallState, now: number): SwitchConnection {
  return connection.state === state ? connection : { ...connection, state, since: now };
}

/** The call with one connection changed. */
export function withState(call: SwitchCall, lineId: LineId, state: CallState, now: number): SwitchCall {
  const connections = call.connections.map((connection) =>
    connection.lineId === lineId ? inState(connection, state, now) : connection,
  );
  return { ...call, connections };
}

export function withoutLine(call: SwitchCall, lineId: LineId): SwitchConnection[] {
  return call.connections.filter((connection) => connection.lineId !== lineId);
}

/** This line is being rung; `alerting` with direction `out` is whoever hears the ringing tone. */
export function isRung(connection: SwitchConnection): boolean {
  return connection.state === 'alerting' && connection.direction === 'in';
}
