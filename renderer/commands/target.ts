/** Which call a command would act on now, or why it can act on none. The table itself is shared/calls/availability. */
import { isAvailable, type CallCommand } from '../../shared/calls/availability';
import type { CallView } from '../../shared/calls/model';
import { longestWaiting, ringsHere } from '../store/selection';
import type { AppState } from '../store/state';

export type Reason =
  | 'notLive'
  | 'callControlDown'
  | 'noCall'
  | 'noRingingCall'
  | 'pending'
  | 'answerOnlyRinging'
  | 'hangUpNotRinging'
  | 'holdOnlyConnected'
  | 'transferOnlyAnswered'
  | 'nothingHalfDone'
  | 'keypadOnlyConnected'
  | 'redirectOnlyManagerLines';

export type Target = { readonly ok: true; readonly call: CallView } | { readonly ok: false; readonly reason: Reason };

type TargetState = Pick<AppState, 'link' | 'console' | 'selected' | 'pending'>;

const wrongState: Readonly<Record<CallCommand, Reason>> = {
  answer: 'answerOnlyRinging',
  hangUp: 'hangUpNotRinging',
  hold: 'holdOnlyConnected',
  retrieve: 'holdOnlyConnected',
  transfer: 'transferOnlyAnswered',
  consultTransfer: 'transferOnlyAnswered',
  consultConference: 'transferOnlyAnswered',
  cancelConsult: 'nothingHalfDone',
  directTransfer: 'transferOnlyAnswered',
  join: 'transferOnlyAnswered',
  sendDigits: 'keypadOnlyConnected',
  redirect: 'redirectOnlyManagerLines',
  toVoicemail: 'redirectOnlyManagerLines',
};

/** Why nothing can be asked of the service now, whatever the call; null when it can. */
export function serviceReason(state: Pick<AppState, 'link' | 'console'>): 'notLive' | 'callControlDown' | null {
  if (state.link.phase !== 'live' || state.console === null) return 'notLive';
  return state.console.service.callControl === 'up' ? null : 'callControlDown';
}

export function target(command: CallCommand, state: TargetState): Target {
  const notNow = serviceReason(state);
  if (notNow !== null) return { ok: false, reason: notNow };
  const calls = state.console?.calls ?? [];
  const call = command === 'answer' ? callToAnswer(calls, state.selected) : selectedCall(calls, state.selected);
  if (call === null) return { ok: false, reason: command === 'answer' ? 'noRingingCall' : 'noCall' };
  const kind = state.console?.lines.find((line) => line.lineId === call.lineId)?.kind ?? 'own';
  if (!isAvailable(command, call, kind)) return { ok: false, reason: wrongState[command] };
  return isPending(command, call, state) ? { ok: false, reason: 'pending' } : { ok: true, call };
}

function selectedCall(calls: readonly CallView[], selected: TargetState['selected']): CallView | null {
  return calls.find((candidate) => candidate.connectionId === selected) ?? null;
}

/** The selected call where it rings, else the one that has waited longest: one key answers, whatever the assistant is busy with. */
function callToAnswer(calls: readonly CallView[], selected: TargetState['selected']): CallView | null {
  const chosen = selectedCall(calls, selected);
  return chosen !== null && ringsHere(chosen) ? chosen : (longestWaiting(calls) ?? chosen);
}

/** Pressed already and not answered yet: a second press must not send a second command. */
function isPending(command: CallCommand, call: CallView, state: TargetState): boolean {
  return state.pending.some(
    ({ command: sent }) => sent.type === command && 'connectionId' in sent && sent.connectionId === call.connectionId,
  );
}

/** The one button for both: Resume where the selected call is held, else Hold. */
export function holdOrResume(state: TargetState): 'hold' | 'retrieve' {
  const call = state.console?.calls.find((candidate) => candidate.connectionId === state.selected);
  return call?.state === 'hold' ? 'retrieve' : 'hold';
}
