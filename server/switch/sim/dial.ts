/** Where a dialled number, or a destination the service chose, leads: to lines that can ring, to a route point, to voicemail. */
import type { FailedFor, Party } from '../../../shared/calls/model';
import type { CallId, Dn, LineId, PhoneId } from '../../../shared/ids';
import { ok, type Result } from '../../../shared/result';
import type { Destination, SwitchError } from '../port';
import type { PlannedLine } from './plan';
import { refuse, type Outcome } from './refusal';
import type { SwitchState } from './state';
import { reachBox, reachPilot, type VoicemailReach } from './voicemail';

/** A line with this many calls is busy. */
export const callsPerLine = 4;

export interface Dialling {
  /** The call that is being sent on; it does not make its own target busy. */
  readonly callId: CallId;
  /** The line of the party who will hear the ringing tone; its phone cannot call itself. */
  readonly fromLine: PlannedLine | null;
  /** Lines that a transfer, a deflection or a new route takes the call away from. */
  readonly leaving: readonly LineId[];
  /** Whose voicemail box the pilot number means, where the call is sent on for somebody; null: the caller's own. */
  readonly boxOf: PlannedLine | null;
  /** May pass route points (the calling right of the line that dials). */
  readonly trusted: boolean;
  /** Route points already passed: they are not entered again, the phone behind them rings. */
  readonly visited: ReadonlySet<Dn>;
}

/** Refused for now only: whoever dials hears the busy tone. */
export const lineIsBusy = refuse('cannotDial', 'the line is busy');

const nobodyHasIt = refuse('cannotDial', 'nobody has this number');

/** What the caller is told besides the busy tone. */
export function failureOf(refusal: typeof lineIsBusy): FailedFor {
  return refusal === lineIsBusy ? 'busy' : 'notObtainable';
}

/** Whether the number leads anywhere at all; that it is busy or forwarded now does not count. */
export function checkNumber({ plan }: SwitchState, { number }: { readonly number: Dn }): Outcome {
  return number === plan.voicemailPilot || plan.lineByDn(number) ? ok(undefined) : nobodyHasIt;
}

export type Reach = LinesReach | RoutePointReach | VoicemailReach;

interface LinesReach {
  readonly kind: 'lines';
  /** All of them ring. */
  readonly lines: readonly PlannedLine[];
  /** The number it leads to. */
  readonly dn: Dn;
  readonly forwardedBy: Party | null;
}

interface RoutePointReach {
  readonly kind: 'routePoint';
  readonly line: PlannedLine;
  readonly dn: Dn;
  readonly forwardedBy: Party | null;
}

export function reachDestination(state: SwitchState, to: Destination, dialling: Dialling): Result<Reach, SwitchError> {
  if (to.kind === 'number') return reachNumber(state, to.number, dialling);
  if (to.kind === 'voicemail') return reachBox(state, to.box);
  const line = state.plan.lineById(to.lineId);
  if (!line) return refuse('cannotDial', 'no such line');
  return ring(state, line.dn, [line], dialling, null);
}

/** Follows call forwarding (CFA); each phone forwards a call once, so that a circle of forwards ends at a phone that rings. */
export function reachNumber(state: SwitchState, number: Dn, dialling: Dialling): Result<Reach, SwitchError> {
  const forwarded = new Set<PhoneId>();
  let forwardedBy: Party | null = null;
  let boxOf = dialling.boxOf;
  let dn = number;
  for (;;) {
    if (dn === state.plan.voicemailPilot) return reachPilot(state, boxOf, dialling.fromLine, forwardedBy);
    const line = state.plan.lineByDn(dn);
    if (!line) return nobodyHasIt;
    const lines = state.plan.linesByDn(dn);
    if (state.plan.isRoutePoint(dn)) {
      if (dialling.visited.has(dn)) return ring(state, dn, lines, dialling, forwardedBy);
      if (!dialling.trusted) return ok({ kind: 'routePoint', line, dn, forwardedBy });
    }
    const next = forwardOf(state, line, dialling);
    if (next === null || forwarded.has(line.phoneId)) return ring(state, dn, lines, dialling, forwardedBy);
    forwarded.add(line.phoneId);
    forwardedBy = partyOfLine(state, line);
    boxOf = line;
    dn = next;
  }
}

/** A number shows its owner's name, also where it is used on another phone. */
export function partyOfLine(state: SwitchState, line: PlannedLine): Party {
  const owner = state.plan.lineByDn(line.dn) ?? line;
  return { number: line.dn, name: state.phones.get(owner.phoneId)?.name ?? null };
}

/**
 * Whoever a phone is forwarded to may still call it: the forward does not send a caller back to the own phone.
 * A shared number goes where its owner's phone is forwarded; intercom lines are not forwarded at all.
 */
function forwardOf(state: SwitchState, line: PlannedLine, dialling: Dialling): Dn | null {
  if (line.intercom) return null;
  const to = state.phones.get(line.phoneId)?.forwardedTo ?? null;
  const leadsBack = to !== null && dialling.fromLine !== null && isAt(state, to, dialling.fromLine.phoneId);
  return leadsBack ? null : to;
}

function isAt(state: SwitchState, dn: Dn, phoneId: PhoneId): boolean {
  return state.plan.lineByDn(dn)?.phoneId === phoneId;
}

/** Rings those of the lines that can; refused only where none of them can. */
function ring(
  state: SwitchState,
  dn: Dn,
  lines: readonly PlannedLine[],
  dialling: Dialling,
  forwardedBy: Party | null,
): Result<Reach, SwitchError> {
  const others = lines.filter((line) => line.phoneId !== dialling.fromLine?.phoneId);
  if (others.length === 0) return refuse('cannotDial', 'a phone cannot call itself');
  const elsewhere = others.filter((line) => !dialling.leaving.includes(line.lineId));
  if (elsewhere.length === 0) return refuse('cannotDial', 'the call is at this line already');
  const free = elsewhere.filter((line) => !isBusy(state, line, dialling.callId));
  if (free.length === 0) return lineIsBusy;
  return ok({ kind: 'lines', lines: free, dn, forwardedBy });
}

function isBusy(state: SwitchState, line: PlannedLine, callId: CallId): boolean {
  return state.callsAtLine(line.lineId).filter((call) => call.callId !== callId).length >= callsPerLine;
}
