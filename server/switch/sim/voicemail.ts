/** The voicemail system: a number that answers at once, any number of calls together; boxes, and the lamps of their owners' phones. */
import type { Party } from '../../../shared/calls/model';
import type { Dn } from '../../../shared/ids';
import { ok, type Result } from '../../../shared/result';
import { voicemailLineId, type SwitchCall, type SwitchConnection, type SwitchError } from '../port';
import type { PlannedLine } from './plan';
import { refuse } from './refusal';
import type { SwitchState } from './state';

export interface VoicemailReach {
  readonly kind: 'voicemail';
  readonly box: Dn;
  /** The pilot. */
  readonly dn: Dn;
  /** The owner hears the messages; anybody else leaves one. */
  readonly purpose: 'leave' | 'hear';
  readonly forwardedBy: Party | null;
}

type Found = Result<VoicemailReach, SwitchError>;

/** To leave a message in the box of this number. */
export function reachBox(state: SwitchState, box: Dn, forwardedBy: Party | null = null): Found {
  const pilot = state.plan.voicemailPilot;
  if (pilot === null || state.plan.phoneOfBox(box) === undefined)
    return refuse('cannotDial', 'there is no voicemail box');
  return ok({ kind: 'voicemail', box, dn: pilot, purpose: 'leave', forwardedBy });
}

/** Somebody dialled the pilot: sent on for `boxOf`, to leave a message there; else the caller wants the own messages. */
export function reachPilot(
  state: SwitchState,
  boxOf: PlannedLine | null,
  fromLine: PlannedLine | null,
  forwardedBy: Party | null,
): Found {
  const line = boxOf ?? fromLine;
  const box = line && state.plan.boxOfLine(line);
  if (!box) return refuse('cannotDial', 'there is no voicemail box');
  const left = reachBox(state, box, forwardedBy);
  return left.ok && !boxOf ? ok({ ...left.value, purpose: 'hear' }) : left;
}

/** The voicemail system's side of a call, before it has answered. */
export function voicemailConnection(pilot: Dn, now: number): SwitchConnection {
  const since = now;
  return {
    lineId: voicemailLineId,
    dn: pilot,
    name: 'Voicemail',
    state: 'alerting',
    direction: 'in',
    since,
    digits: '',
  };
}

export function isAtVoicemail(call: SwitchCall): boolean {
  return call.connections.some((at) => at.lineId === voicemailLineId);
}

/** The voicemail system has answered: a message is left until the caller hangs up, or the messages are heard. */
export function openBox(state: SwitchState, call: SwitchCall, { box, purpose }: VoicemailReach): void {
  if (purpose === 'leave') state.recording.set(call.callId, box);
  else state.setMessageWaiting(box, false);
}
