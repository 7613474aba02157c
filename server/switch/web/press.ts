/** A key pressed on a phone, as a person would: which call it acts on, and what it asks the switch to do. */
import { z } from 'zod';
import { assertNever } from '../../../shared/assertNever';
import { CallId, Dn, UserId, type LineId, type PhoneId } from '../../../shared/ids';
import { fail, ok, type Result } from '../../../shared/result';
import type { FeatureKey, SwitchCommand, SwitchError, SwitchLine, SwitchPhone, SwitchSnapshot } from '../port';
import { obvious, type CallAtLine, type CallKey } from './obvious';

export const Key = z.enum([
  ...(['dial', 'answer', 'hangUp', 'hold', 'resume', 'transfer', 'dnd', 'forward', 'messages'] as const),
  // A manager's feature keys: the answer is the service's.
  ...([
    'redirect',
    'voicemail',
    'divertAll',
    'filter',
    'filterMode',
    'assistantWatch',
    'alertTone',
    'intercept',
  ] as const),
  'chooseAssistant',
]);
export type Key = z.infer<typeof Key>;

/**
 * `phoneId` names the whole phone, `dn` one line, of the owner where it is shared, `lineId` exactly that line.
 * `number` may be written as people do, with spaces and hyphens; `userId` is the assistant to choose.
 */
export const Press = z
  .object({
    phoneId: z.string().max(64).optional(),
    dn: z.string().max(40).optional(),
    key: Key,
    number: z.string().max(64).optional(),
    callId: z.string().max(64).optional(),
    lineId: z.string().max(64).optional(),
    userId: z.string().max(64).optional(),
  })
  .refine(
    ({ phoneId, dn, lineId }) => [phoneId, dn, lineId].filter((given) => given !== undefined).length === 1,
    'give phoneId, dn or lineId, one of them',
  );
export type Press = z.infer<typeof Press>;

export type Action =
  | { readonly kind: 'command'; readonly command: SwitchCommand; readonly callId: CallId | null }
  | { readonly kind: 'forward'; readonly phoneId: PhoneId; readonly to: Dn | null }
  /** Calls the voicemail system. */
  | { readonly kind: 'messages'; readonly phoneId: PhoneId; readonly lineId: LineId; readonly callId: CallId }
  | { readonly kind: 'feature'; readonly phoneId: PhoneId; readonly key: FeatureKey };

/** `newCallId` is used where the key makes a call. Errors have the switch's codes. */
export function actionOf(snapshot: SwitchSnapshot, press: Press, newCallId: CallId): Result<Action, SwitchError> {
  const phone = snapshot.phones.find(
    ({ phoneId, lines }) => phoneId === press.phoneId || lines.some((line) => isNamed(press, line)),
  );
  const lines = phone?.lines.filter((line) => press.phoneId !== undefined || isNamed(press, line));
  const line = lines?.[0];
  if (!phone || !lines || !line) return no('notSupported', 'there is no such phone');

  const { phoneId } = phone;
  const findCall = (key: CallKey): Result<CallAtLine, SwitchError> => {
    const at = { lineIds: new Set(lines.map(({ lineId }) => lineId)), callId: press.callId };
    const found = obvious(snapshot, key, at);
    if (found) return ok(found);
    const gone = press.callId !== undefined && !snapshot.calls.some(({ callId }) => callId === press.callId);
    return no(gone ? 'noSuchCall' : 'staleState', 'no call on this phone for this key');
  };

  switch (press.key) {
    case 'dnd':
      return command({ type: 'setDoNotDisturb', phoneId, on: !phone.doNotDisturb }, null);
    case 'forward':
      return forward(phone, press.number);
    case 'dial': {
      const to = numberOf(press.number);
      if (!to) return no('cannotDial', 'this is not a number');
      return command({ type: 'makeCall', callId: newCallId, lineId: line.lineId, to }, newCallId);
    }
    case 'messages':
      return ok({ kind: 'messages', phoneId, lineId: line.lineId, callId: newCallId });
    case 'transfer': {
      const found = findCall('transfer');
      if (!found.ok) return found;
      const to = numberOf(press.number);
      if (!to) return no('cannotDial', 'this is not a number');
      return command(
        { type: 'singleStepTransfer', ...found.value, to: { kind: 'number', number: to } },
        found.value.callId,
      );
    }
    case 'answer':
    case 'hangUp':
    case 'hold':
    case 'resume': {
      const found = findCall(press.key);
      return found.ok ? command({ type: typeOf[press.key], ...found.value }, found.value.callId) : found;
    }
    default: {
      if (!phone.status)
        return no('notSupported', 'this phone has no feature keys: no service serves it as a manager’s');
      const key = featureOf(press.key, press.userId, findCall);
      return key.ok ? ok({ kind: 'feature', phoneId, key: key.value }) : key;
    }
  }
}

const typeOf = {
  answer: 'answerCall',
  hangUp: 'clearConnection',
  hold: 'holdCall',
  resume: 'retrieveCall',
} as const;

type FeatureName = Exclude<Key, keyof typeof typeOf | 'dial' | 'transfer' | 'dnd' | 'forward' | 'messages'>;

function featureOf(
  key: FeatureName,
  userId: string | undefined,
  findCall: (key: CallKey) => Result<CallAtLine, SwitchError>,
): Result<FeatureKey, SwitchError> {
  switch (key) {
    case 'redirect':
    case 'voicemail': {
      const found = findCall(key);
      if (!found.ok) return found;
      return ok({ key: key === 'redirect' ? 'redirect' : 'toVoicemail', callId: found.value.callId });
    }
    case 'chooseAssistant': {
      const chosen = UserId.safeParse(userId);
      return chosen.success ? ok({ key, userId: chosen.data }) : no('notSupported', 'choose an assistant');
    }
    case 'divertAll':
    case 'filter':
    case 'filterMode':
    case 'assistantWatch':
    case 'alertTone':
    case 'intercept':
      return ok({ key });
    default:
      return assertNever(key);
  }
}

function isNamed(press: Press, line: SwitchLine): boolean {
  return line.dn === press.dn || line.lineId === press.lineId;
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

function no(code: SwitchError['code'], message: string): Result<never, SwitchError> {
  return fail({ code, message });
}
