/** Where a dialled number, or a destination the service chose, leads: to a line that can ring, or to a route point. */
import type { Party } from '../../../shared/calls/model';
import type { CallId, Dn, LineId, PhoneId } from '../../../shared/ids';
import { ok, type Result } from '../../../shared/result';
import type { Destination, SwitchError } from '../port';
import type { PlannedLine } from './plan';
import { refuse } from './refusal';
import type { SwitchState } from './state';

/** A line with this many calls is busy. */
export const callsPerLine = 4;

export interface Dialling {
  /** The call that is being sent on; it does not make its own target busy. */
  readonly callId: CallId;
  /** The phone of the party who will hear the ringing tone; it cannot call itself. */
  readonly fromPhone: PhoneId | null;
  /** The line that is left by a transfer or a deflection. */
  readonly leaving: LineId | null;
  /** May pass route points (the calling right of the line that dials). */
  readonly trusted: boolean;
  /** Route points already passed: they are not entered again, the phone behind them rings. */
  readonly visited: ReadonlySet<Dn>;
}

export type Reach =
  | { readonly kind: 'line'; readonly line: PlannedLine; readonly forwardedBy: Party | null }
  | { readonly kind: 'routePoint'; readonly line: PlannedLine; readonly forwardedBy: Party | null };

export function reachDestination(state: SwitchState, to: Destination, dialling: Dialling): Result<Reach, SwitchError> {
  if (to.kind === 'number') return reachNumber(state, to.number, dialling);
  if (to.kind === 'voicemail') return refuse('notSupported', 'no voicemail');
  const line = state.plan.lineById(to.lineId);
  if (!line) return refuse('cannotDial', 'no such line');
  return ring(state, line, dialling, null);
}

/** Follows call forwarding (CFA); each phone forwards a call once, so that a circle of forwards ends at a phone that rings. */
export function reachNumber(state: SwitchState, number: Dn, dialling: Dialling): Result<Reach, SwitchError> {
  const forwarded = new Set<PhoneId>();
  let forwardedBy: Party | null = null;
  let dn = number;
  for (;;) {
    const line = state.plan.lineByDn(dn);
    if (!line) return refuse('cannotDial', 'nobody has this number');
    if (state.plan.isRoutePoint(dn)) {
      if (dialling.visited.has(dn)) return ring(state, line, dialling, forwardedBy);
      if (!dialling.trusted) return ok({ kind: 'routePoint', line, forwardedBy });
    }
    const next = forwardOf(state, line, dialling);
    if (next === null || forwarded.has(line.phoneId)) return ring(state, line, dialling, forwardedBy);
    forwarded.add(line.phoneId);
    forwardedBy = partyOfLine(state, line);
    dn = next;
  }
}

export function partyOfLine(state: SwitchState, line: PlannedLine): Party {
  return { number: line.dn, name: state.phones.get(line.phoneId)?.name ?? null };
}

/** Whoever a phone is forwarded to may still call it: the forward does not send a caller back to the own phone. */
function forwardOf(state: SwitchState, line: PlannedLine, dialling: Dialling): Dn | null {
  const to = state.phones.get(line.phoneId)?.forwardedTo ?? null;
  if (to === null || state.plan.lineByDn(to)?.phoneId === dialling.fromPhone) return null;
  return to;
}

function ring(
  state: SwitchState,
  line: PlannedLine,
  dialling: Dialling,
  forwardedBy: Party | null,
): Result<Reach, SwitchError> {
  if (line.phoneId === dialling.fromPhone) return refuse('cannotDial', 'a phone cannot call itself');
  if (line.lineId === dialling.leaving) return refuse('cannotDial', 'the call is at this line already');
  const others = state.callsAtLine(line.lineId).filter((call) => call.callId !== dialling.callId);
  if (others.length >= callsPerLine) return refuse('cannotDial', 'the line is busy');
  return ok({ kind: 'line', line, forwardedBy });
}
