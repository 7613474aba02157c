/** Joins the parties of two calls of a phone, which leaves both (ECMA-269 transfer call). */
import { ok } from '../../../shared/result';
import type { SwitchCall, SwitchCommand, SwitchConnection } from '../port';
import { isRung, partyOf, withoutLine } from './call';
import { hearsRinging } from './delivery';
import { isTalkedIn, type Located } from './locate';
import { locateTogether, merge, whyNotTogether } from './merging';
import { refuse, type Outcome } from './refusal';
import type { SwitchState } from './state';

type CommandOf<T extends SwitchCommand['type']> = Extract<SwitchCommand, { type: T }>;

/** The call that lives on is whose call it was; only where it was made from here, the other party is its caller now. */
export function transferCall(state: SwitchState, { callId, lineId, other }: CommandOf<'transferCall'>): Outcome {
  const located = locateTogether(state, [{ callId, lineId }, other]);
  if (!located.ok) return located;
  const [kept, gone] = located.value;
  if (!kept || !gone || !isTalkedIn(kept)) return refuse('staleState', 'nobody is talked to in this call');
  const [party, ...more] = withoutLine(kept.call, kept.line.lineId);
  const [asked, ...others] = withoutLine(gone.call, gone.line.lineId);
  if (!party || !asked) return refuse('staleState', 'there is nobody to transfer to');
  if (!isTalkedIn(gone)) return whileItRings(state, kept, gone, party);
  if (more.length > 0 || others.length > 0) {
    return refuse('notSupported', 'a call of more than two parties cannot be transferred');
  }
  const refused = whyNotTogether(state, [party, asked]);
  if (refused) return refused;
  const sameCaller = party.direction === 'out';
  const caller = asked.direction === 'out' ? gone.call.caller : partyOf(asked);
  const merged: SwitchCall = {
    ...kept.call,
    connections: [party, { ...asked, direction: sameCaller ? 'in' : 'out' }],
    caller: sameCaller ? kept.call.caller : caller,
    forwardedBy: partyOf(kept.connection),
  };
  merge(state, merged, [gone.call], 'transferred');
  return ok(undefined);
}

/** Who was talked to hears the ringing tone where it rings already; the rest is as after a single step transfer. */
function whileItRings(state: SwitchState, kept: Located, gone: Located, party: SwitchConnection): Outcome {
  if (kept.call.connections.length > 2) {
    return refuse('notSupported', 'a call of more than two parties cannot be transferred');
  }
  const phoneOf = (at: SwitchConnection) => state.plan.lineById(at.lineId)?.phoneId;
  const ringing = gone.call.connections.filter(isRung);
  const elsewhere = ringing.filter((at) => phoneOf(at) !== phoneOf(party));
  const rings = gone.connection.state === 'alerting' || gone.connection.state === 'hold';
  if (!rings || isRung(gone.connection) || ringing.length === 0) return refuse('staleState', 'it rings nowhere');
  if (elsewhere.length === 0) return refuse('cannotDial', 'a phone cannot call itself');
  const sameCaller = party.direction === 'out';
  const merged: SwitchCall = {
    ...kept.call,
    connections: [hearsRinging(party, state.clock.now()), ...elsewhere],
    caller: sameCaller ? kept.call.caller : partyOf(party),
    calledDn: sameCaller ? kept.call.calledDn : gone.call.calledDn,
    routedFor: gone.call.routedFor ?? (sameCaller ? kept.call.routedFor : null),
    forwardedBy: partyOf(kept.connection),
    answeredAt: null,
  };
  merge(state, merged, [gone.call], 'transferred');
  return ok(undefined);
}
