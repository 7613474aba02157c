/** Keys that the phone itself understands: do not disturb, call forwarding (CFA), messages. */
import type { Dn, PhoneId } from '../../../shared/ids';
import { ok } from '../../../shared/result';
import type { SwitchCommand, SwitchPhone } from '../port';
import { refuse, type Outcome } from './refusal';
import type { SwitchState } from './state';

type CommandOf<T extends SwitchCommand['type']> = Extract<SwitchCommand, { type: T }>;

export function setDoNotDisturb(state: SwitchState, { phoneId, on }: CommandOf<'setDoNotDisturb'>): Outcome {
  const phone = state.phones.get(phoneId);
  if (!phone) return refuse('notSupported', 'no such phone');
  if (phone.doNotDisturb !== on) state.putPhone({ ...phone, doNotDisturb: on });
  return ok(undefined);
}

/** To the voicemail's pilot number too: callers then reach the box of this phone. Null ends it. */
export function setForward(state: SwitchState, phoneId: PhoneId, to: Dn | null): Outcome {
  const phone = state.phones.get(phoneId);
  if (!phone) return refuse('notSupported', 'no such phone');
  const refused = to === null ? null : whyNotTo(state, phone, to);
  if (refused !== null) return refuse('cannotDial', refused);
  if (phone.forwardedTo !== to) state.putPhone({ ...phone, forwardedTo: to });
  return ok(undefined);
}

/** The number for hearing messages from this phone; null where it has no box. */
export function messagesNumber(state: SwitchState, phoneId: PhoneId): Dn | null {
  const box = state.phones.get(phoneId)?.lines[0]?.dn;
  return box !== undefined && state.plan.phoneOfBox(box) === phoneId ? state.plan.voicemailPilot : null;
}

function whyNotTo(state: SwitchState, { phoneId }: SwitchPhone, to: Dn): string | null {
  if (to === state.plan.voicemailPilot) {
    return messagesNumber(state, phoneId) === null ? 'there is no voicemail box' : null;
  }
  const target = state.plan.lineByDn(to);
  if (!target) return 'nobody has this number';
  return target.phoneId === phoneId ? 'a phone cannot be forwarded to itself' : null;
}
