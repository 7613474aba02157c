/** Finds what a command is about. */
import type { CallId, LineId } from '../../../shared/ids';
import { ok, type Result } from '../../../shared/result';
import { voicemailLineId, type SwitchCall, type SwitchConnection, type SwitchError } from '../port';
import { connectionAt } from './call';
import type { PlannedLine } from './plan';
import { refuse } from './refusal';
import type { SwitchState } from './state';

export interface Located {
  readonly call: SwitchCall;
  readonly connection: SwitchConnection;
  readonly line: PlannedLine;
}

/** `noSuchCall` where the call has ended, `staleState` where it goes on without this line. */
export function locate(state: SwitchState, callId: CallId, lineId: LineId): Result<Located, SwitchError> {
  const call = state.calls.get(callId);
  if (!call) return refuse('noSuchCall', 'the call has ended');
  const connection = connectionAt(call, lineId);
  const line = state.plan.lineById(lineId);
  if (lineId === voicemailLineId) return refuse('notSupported', 'the voicemail system is not a phone');
  if (!connection || !line) return refuse('staleState', 'the line is no longer in this call');
  return ok({ call, connection, line });
}

/** An intercom call is for two, here and now: it is neither held nor sent on nor joined with another. */
export function hasIntercom(state: SwitchState, call: SwitchCall): boolean {
  return call.connections.some((at) => state.plan.lineById(at.lineId)?.intercom === true);
}

/** Somebody is talked to at this line, or waits on hold there. */
export function isTalkedIn({ call, connection }: Located): boolean {
  return (connection.state === 'connected' || connection.state === 'hold') && call.answeredAt !== null;
}
