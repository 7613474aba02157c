/** Does what a pressed key asks for; a feature key waits for the service's answer. */
import { assertNever } from '../../../shared/assertNever';
import type { CallId } from '../../../shared/ids';
import { fail, ok, type Result } from '../../../shared/result';
import type { SwitchError } from '../port';
import type { Outcome } from '../sim/refusal';
import type { SimSwitch } from '../sim/switch';
import type { Action } from './press';

/** What the page is told when it was done: the call it was about. */
export interface Performed {
  readonly callId?: CallId;
}

export async function perform(sim: SimSwitch, action: Action): Promise<Result<Performed, SwitchError>> {
  switch (action.kind) {
    case 'command':
      return told(sim.execute(action.command), action.callId);
    case 'forward':
      return told(sim.setForward(action.phoneId, action.to), null);
    case 'messages': {
      const to = sim.messagesNumber(action.phoneId);
      if (to === null) return fail({ code: 'notSupported', message: 'this phone has no voicemail box' });
      const { callId, lineId } = action;
      return told(sim.execute({ type: 'makeCall', callId, lineId, to }), callId);
    }
    case 'feature':
      return told(await sim.pressFeatureKey(action.phoneId, action.key), null);
    default:
      return assertNever(action);
  }
}

function told(outcome: Outcome, callId: CallId | null): Result<Performed, SwitchError> {
  if (!outcome.ok) return outcome;
  return ok(callId === null ? {} : { callId });
}
