/** Which call a command would act on now, or why it can act on none. The table itself is shared/calls/availability. */
import { isAvailable, type CallCommand } from '../../shared/calls/availability';
import type { CallView, ConsoleState, LineKind } from '../../shared/calls/model';
import { longestWaiting, ringsHere } from '../store/selection';
import type { AppState } from '../store/state';
import type { Reason } from './reason';
import { whyNot } from './whyNot';

export type { Reason } from './reason';

export type Target = { readonly ok: true; readonly call: CallView } | { readonly ok: false; readonly reason: Reason };

type TargetState = Pick<AppState, 'link' | 'console' | 'selected' | 'pending'>;

/** Why nothing can be asked of the service now, whatever the call; null when it can. */
export function serviceReason(state: Pick<AppState, 'link' | 'console'>): 'notLive' | 'callControlDown' | null {
  if (state.link.phase !== 'live' || state.console === null) return 'notLive';
  return state.console.service.callControl === 'up' ? null : 'callControlDown';
}

export function target(command: CallCommand, state: TargetState): Target {
  const calls = state.console?.calls ?? [];
  const call = command === 'answer' ? callToAnswer(calls, state.selected) : selectedCall(state);
  if (call !== null) return targetAt(command, call, state);
  const none = command === 'answer' ? 'noRingingCall' : 'noCall';
  return { ok: false, reason: serviceReason(state) ?? none };
}

/** The same for one call, selected or not: what its context menu offers. */
export function targetAt(command: CallCommand, call: CallView, state: TargetState): Target {
  const notNow = serviceReason(state);
  if (notNow !== null || state.console === null) return { ok: false, reason: notNow ?? 'notLive' };
  const kind = lineKindOf(call, state.console);
  if (!isAvailable(command, call, kind)) return { ok: false, reason: whyNot(command, call, kind) };
  return isPending(command, call, state) ? { ok: false, reason: 'pending' } : { ok: true, call };
}

export function lineKindOf(call: CallView, console: Pick<ConsoleState, 'lines'>): LineKind {
  return console.lines.find((line) => line.lineId === call.lineId)?.kind ?? 'own';
}

export function selectedCall(state: Pick<AppState, 'console' | 'selected'>): CallView | null {
  return state.console?.calls.find((candidate) => candidate.connectionId === state.selected) ?? null;
}

/** The selected call where it rings, else the one that has waited longest: one key answers, whatever the assistant is busy with. */
function callToAnswer(calls: readonly CallView[], selected: TargetState['selected']): CallView | null {
  const chosen = calls.find((candidate) => candidate.connectionId === selected) ?? null;
  return chosen !== null && ringsHere(chosen) ? chosen : (longestWaiting(calls) ?? chosen);
}

/** What a command is called on the wire, where that is another word: a press that is out must be known again. */
const sentAs: Readonly<Partial<Record<CallCommand, string>>> = {
  consultTransfer: 'consult',
  consultConference: 'consult',
};

/** Pressed already and not answered yet: a second press must not send a second command. Keys of the keypad follow each other freely. */
function isPending(command: CallCommand, call: CallView, state: TargetState): boolean {
  if (command === 'sendDigits') return false;
  const type = sentAs[command] ?? command;
  return state.pending.some(
    ({ command: sent }) => sent.type === type && 'connectionId' in sent && sent.connectionId === call.connectionId,
  );
}

/** The one button for both: Resume where the selected call is held, else Hold. */
export function holdOrResume(state: TargetState): 'hold' | 'retrieve' {
  return selectedCall(state)?.state === 'hold' ? 'retrieve' : 'hold';
}
