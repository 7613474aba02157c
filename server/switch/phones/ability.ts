/** Which key can act now; where one cannot, the sentence that says why. Pure. */
import { isServed, type ManagerPhone } from './manager';
import type { CallAtPhone, Look } from './model';

/** Keys that act on the chosen call, and how that call may look. */
const callKeys = {
  answer: { looks: ['ringing'], why: 'No call rings here' },
  hangUp: { looks: ['ringing', 'calling', 'talking', 'held', 'busy'], why: 'There is no call to end' },
  hold: { looks: ['talking'], why: 'There is no call to hold' },
  resume: { looks: ['held'], why: 'No call is on hold' },
  transfer: { looks: ['talking', 'held'], why: 'There is no call to transfer' },
  redirect: { looks: ['ringing', 'talking', 'held'], why: 'There is no call to redirect' },
  voicemail: { looks: ['ringing', 'talking', 'held'], why: 'There is no call to send to voicemail' },
} as const satisfies Record<string, { looks: readonly Look[]; why: string }>;

export type CallKey = keyof typeof callKeys;

const notOnIntercom: readonly CallKey[] = ['hold', 'transfer', 'redirect', 'voicemail'];
const serviceKeys: readonly CallKey[] = ['redirect', 'voicemail'];
const noService = 'No service serves this phone now';

interface Situation {
  /** The chosen call. */
  readonly call: CallAtPhone | undefined;
  readonly hasNumber: boolean;
  /** Null on phones that are not a manager's. */
  readonly manager: ManagerPhone | null;
}

/** Null when the key can act on the chosen call. */
export function whyNotOnCall(key: CallKey, { call, hasNumber, manager }: Situation): string | null {
  const looks: readonly Look[] = callKeys[key].looks;
  if (!call || !looks.includes(call.look)) return callKeys[key].why;
  if (call.intercom && notOnIntercom.includes(key)) return 'Not for intercom calls';
  if (key === 'transfer' && !hasNumber) return 'Type the number to transfer to first';
  return serviceKeys.includes(key) && !(manager && isServed(manager)) ? noService : null;
}

/** Null when forwarding can begin or end: it needs a number only to begin. */
export function whyNotForward(forwarded: boolean, { hasNumber }: Pick<Situation, 'hasNumber'>): string | null {
  return forwarded || hasNumber ? null : 'Type the number to forward all calls to first';
}

/** Null when a setting of the service can be changed from this phone. */
export function whyNotSet(phone: ManagerPhone): string | null {
  return isServed(phone) ? null : noService;
}

/** Null when there is a call to take back from an assistant. */
export function whyNotIntercept(phone: ManagerPhone): string | null {
  if (!isServed(phone)) return noService;
  return phone.toTakeBack === 0 ? 'No call for you rings at an assistant' : null;
}

/** Null when there is an assistant to choose. */
export function whyNotChoose(phone: ManagerPhone): string | null {
  if (!isServed(phone)) return noService;
  const { assistants } = phone.status;
  if (assistants.length === 0) return 'No assistant is set up for this phone';
  return assistants.some((assistant) => assistant.online) ? null : 'No assistant is online';
}
