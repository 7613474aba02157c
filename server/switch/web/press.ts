/** A key pressed on a phone, as a person would: which call it acts on, and what it asks the switch to do. */
import { z } from 'zod';
import type { CallState } from '../../../shared/calls/model';
import { CallId, Dn, type PhoneId } from '../../../shared/ids';
import { fail, ok, type Result } from '../../../shared/result';
import type { SwitchCommand, SwitchConnection, SwitchError, SwitchPhone, SwitchSnapshot } from '../port';

export const Key = z.enum(['dial', 'answer', 'hangUp', 'hold', 'resume', 'transfer', 'dnd', 'forward']);
export type Key = z.infer<typeof Key>;

/** `dn` names one line, `phoneId` the whole phone. `number` may be written as people do, with spaces and hyphens. */
export const Press = z
  .object({
    phoneId: z.string().max(64).optional(),
    dn: z.string().max(40).optional(),
    key: Key,
    number: z.string().max(64).optional(),
    callId: z.string().max(64).optional(),
  })
  .refine((press) => (press.phoneId === undefined) !== (press.dn === undefined), 'give phoneId or dn, one of them');
export type Press = z.infer<typeof Press>;

export type Action =
  | { readonly kind: 'command'; readonly command: SwitchCommand; readonly callId: CallId | null }
  | { readonly kind: 'forward'; readonly phoneId: PhoneId; readonly to: Dn | null };

interface Found {
  readonly callId: CallId;
  readonly at: SwitchConnection;
}

/** `newCallId` is used where the key makes a call. Errors have the switch's codes. */
export function actionOf(snapshot: SwitchSnapshot, press: Press, newCallId: CallId): Result<Action, SwitchError> {
  const phone = snapshot.phones.find(
    ({ phoneId, lines }) => phoneId === press.phoneId || lines.some((line) => line.dn === press.dn),
  );
  const lines = phone?.lines.filter((line) => press.dn === undefined || line.dn === press.dn);
  const line = lines?.[0];
  if (!phone || !lines || !line) return no('notSupported', 'there is no such phone');

  if (press.key === 'dnd') {
    return command({ type: 'setDoNotDisturb', phoneId: phone.phoneId, on: !phone.doNotDisturb }, null);
  }
  if (press.key === 'forward') return forward(phone, press.number);
  if (press.key === 'dial') {
    const to = numberOf(press.number);
    if (!to) return no('cannotDial', 'this is not a number');
    return command({ type: 'makeCall', callId: newCallId, lineId: line.lineId, to }, newCallId);
  }

  const lineIds = new Set(lines.map(({ lineId }) => lineId));
  const calls = snapshot.calls
    .filter(({ callId }) => press.callId === undefined || callId === press.callId)
    .flatMap(({ callId, connections }) => connections.map((at) => ({ callId, at })))
    .filter(({ at }) => lineIds.has(at.lineId));
  const found = obvious(press.key, calls);
  if (!found) {
    const code = calls.length > 0 || press.callId === undefined ? 'staleState' : 'noSuchCall';
    return no(code, 'no call on this phone for this key');
  }
  const where = { callId: found.callId, lineId: found.at.lineId };
  if (press.key !== 'transfer') return command({ type: typeOf[press.key], ...where }, found.callId);
  const to = numberOf(press.number);
  if (!to) return no('cannotDial', 'this is not a number');
  return command({ type: 'singleStepTransfer', ...where, to: { kind: 'number', number: to } }, found.callId);
}

const typeOf = {
  answer: 'answerCall',
  hangUp: 'clearConnection',
  hold: 'holdCall',
  resume: 'retrieveCall',
} as const;

type CallKey = keyof typeof typeOf | 'transfer';

/** States a key can act on, the likeliest first. */
const actsOn: Readonly<Record<CallKey, readonly CallState[]>> = {
  answer: ['alerting'],
  hangUp: ['connected', 'initiated', 'fail', 'alerting', 'hold'],
  hold: ['connected'],
  resume: ['hold'],
  transfer: ['connected', 'hold'],
};

/** Rings longest is answered first; of several on hold, the one last put there is taken back first. */
function obvious(key: CallKey, calls: readonly Found[]): Found | undefined {
  for (const state of actsOn[key]) {
    const fitting = calls
      .filter(({ at }) => at.state === state && (key !== 'answer' || at.direction === 'in'))
      .sort((a, b) => (key === 'answer' ? a.at.since - b.at.since : b.at.since - a.at.since));
    if (fitting[0]) return fitting[0];
  }
  return undefined;
}

/** Without a number, forwarding ends. */
function forward(phone: SwitchPhone, number: string | undefined): Result<Action, SwitchError> {
  if (number === undefined || number.trim() === '') return ok({ kind: 'forward', phoneId: phone.phoneId, to: null });
  const to = numberOf(number);
  return to ? ok({ kind: 'forward', phoneId: phone.phoneId, to }) : no('cannotDial', 'this is not a number');
}

function numberOf(text: string | undefined): Dn | null {
  const parsed = Dn.safeParse(text?.replace(/[\s().\-/]/g, ''));
  return parsed.success ? parsed.data : null;
}

function command(value: SwitchCommand, callId: CallId | null): Result<Action, SwitchError> {
  return ok({ kind: 'command', command: value, callId });
}

function no(code: SwitchError['code'], message: string): Result<Action, SwitchError> {
  return fail({ code, message });
}
