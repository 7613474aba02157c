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
