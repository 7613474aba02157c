/** What transfer call and conference call have in common: calls of one phone become one, and nobody else's half-done transfer is lost. */
import type { CallCause } from '../../../shared/calls/model';
import type { CallId, LineId } from '../../../shared/ids';
import { ok, type Result } from '../../../shared/result';
import type { SwitchCall, SwitchConnection, SwitchError } from '../port';
import { hasIntercom, locate, type Located } from './locate';
import { refuse, type Outcome } from './refusal';
import { ringOn } from './routePoint';
import type { SwitchState } from './state';
import { isAtVoicemail } from './voicemail';

interface At {
  readonly callId: CallId;
  readonly lineId: LineId;
}

/** Different calls of one phone, none of them intercom or voicemail. */
export function locateTogether(state: SwitchState, all: readonly At[]): Result<Located[], SwitchError> {
  const found: Located[] = [];
  for (const { callId, lineId } of all) {
    const located = locate(state, callId, lineId);
    if (!located.ok) return located;
    found.push(located.value);
  }
  if (new Set(all.map(({ callId }) => callId)).size < all.length) {
    return refuse('staleState', 'a call cannot be joined with itself');
  }
  if (new Set(found.map(({ line }) => line.phoneId)).size > 1) {
    return refuse('notSupported', 'these are calls of different phones');
  }
  const calls = found.map(({ call }) => call);
  if (calls.some((call) => hasIntercom(state, call)))
    return refuse('notSupported', 'an intercom call cannot be joined');
  if (calls.some(isAtVoicemail)) return refuse('notSupported', 'the voicemail system cannot be joined');
  return ok(found);
}

/** Nobody is in a call twice, at two lines of one phone. */
export function whyNotTogether(state: SwitchState, parties: readonly SwitchConnection[]): Outcome | null {
  const phones = parties.map(({ lineId }) => state.plan.lineById(lineId)?.phoneId);
  return new Set(phones).size < phones.length ? refuse('notSupported', 'one phone is in both calls') : null;
}

/** The merged call takes the place of all of them. What was half done between two of them is done now. */
export function merge(state: SwitchState, merged: SwitchCall, gone: readonly SwitchCall[], cause: CallCause): void {
  const goneIds = gone.map(({ callId }) => callId);
  const ids = [merged.callId, ...goneIds];
  const lines = merged.connections.map(({ lineId }) => lineId);
  const consultation = [merged, ...gone]
    .map((call) => call.consultation)
    .find((half) => half && lines.includes(half.lineId) && !ids.includes(half.heldCallId));
  state.put({ ...merged, consultation: consultation ?? null }, cause);
  for (const call of state.consulting()) {
    // Somebody else in it had put it on hold to ask a third party: what waits there now has another name.
    if (!call.consultation || ids.includes(call.callId) || !goneIds.includes(call.consultation.heldCallId)) continue;
    state.put({ ...call, consultation: { ...call.consultation, heldCallId: merged.callId } }, cause);
  }
  for (const callId of goneIds) {
    if (merged.answeredAt === null) ringOn(state, callId, merged);
    state.clear(callId, cause);
  }
}
