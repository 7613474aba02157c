/** The transfer or conference that is half done, and how it would be completed. The switch keeps it; this only finds it. */
import type { CallView, ConsoleState } from '../../shared/calls/model';
import type { Command } from '../../shared/protocol/commands';
import type { AppState } from '../store/state';
import type { Reason } from './reason';
import { selectedCall, serviceReason } from './target';

export interface HalfDone {
  /** The call that waits on hold. */
  readonly held: CallView;
  /** The call with the party who is asked. */
  readonly consulted: CallView;
  readonly purpose: 'transfer' | 'conference';
}

/** Both halves, whichever of the two is given; null where there is no other half any more. */
export function halfDoneOf(call: CallView, { calls }: Pick<ConsoleState, 'calls'>): HalfDone | null {
  const { consultation } = call;
  if (consultation === null) return null;
  const other = calls.find(({ connectionId }) => connectionId === consultation.other);
  if (other === undefined) return null;
  const [held, consulted] = consultation.side === 'held' ? [call, other] : [other, call];
  return { held, consulted, purpose: consultation.purpose };
}

/** That of the selected call, else the only one there is: with two of them nothing is guessed. */
export function halfDone(state: Pick<AppState, 'console' | 'selected'>): HalfDone | null {
  if (state.console === null) return null;
  const selected = selectedCall(state);
  const ofSelected = selected === null ? null : halfDoneOf(selected, state.console);
  if (ofSelected !== null) return ofSelected;
  const waiting = state.console.calls.filter(({ consultation }) => consultation?.side === 'held');
  const [only] = waiting;
  return only === undefined || waiting.length > 1 ? null : halfDoneOf(only, state.console);
}

/** What would complete it. A party can be handed the call while their phone rings; nobody can be added before they answer. */
export function completion(half: HalfDone): Command | null {
  const { held, consulted, purpose } = half;
  const talking = consulted.state === 'connected' || consulted.state === 'hold';
  if (purpose === 'conference') {
    return talking ? { type: 'join', connectionId: held.connectionId, with: [consulted.connectionId] } : null;
  }
  const rings = consulted.state === 'alerting' && consulted.direction === 'out';
  return talking || rings
    ? { type: 'directTransfer', connectionId: held.connectionId, with: consulted.connectionId }
    : null;
}

export function completeReason(state: AppState): Reason | null {
  const half = halfDone(state);
  const notNow = serviceReason(state);
  if (notNow !== null) return notNow;
  if (half === null) return 'nothingHalfDone';
  const wanted = completion(half);
  if (wanted === null) return half.purpose === 'conference' ? 'notAnsweredYet' : 'notRingingYet';
  return isOut(state, wanted) ? 'pending' : null;
}

export function cancelReason(state: AppState): Reason | null {
  const half = halfDone(state);
  const notNow = serviceReason(state);
  if (notNow !== null) return notNow;
  if (half === null) return 'nothingHalfDone';
  return isOut(state, { type: 'cancelConsult', connectionId: half.held.connectionId }) ? 'pending' : null;
}

function isOut(state: AppState, wanted: Command): boolean {
  return state.pending.some(
    ({ command }) =>
      command.type === wanted.type &&
      'connectionId' in command &&
      'connectionId' in wanted &&
      command.connectionId === wanted.connectionId,
  );
}
