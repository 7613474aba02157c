/** What the phone of a manager adds: its line mode, what its status window says, calls that can be taken back. Pure. */
import type { Phone } from './model';
import type { PhonesView } from '../web/view';

export type Status = NonNullable<Phone['status']>;
export type Mode = Status['mode'];
export type Watched = Status['watched'][number];

export interface ManagerPhone {
  readonly name: string;
  readonly mode: Mode;
  readonly status: Status | null;
  /** Calls for the manager that ring at somebody else's phone now. */
  readonly toTakeBack: number;
  /** Shared line mode: whose phones have this manager's number too. */
  readonly sharedWith: readonly string[];
}

export function isServed(phone: ManagerPhone): phone is ManagerPhone & { readonly status: Status } {
  return phone.status !== null;
}

/** Without a service the phone cannot know its mode; a route point in front of it means proxy lines. */
export function managerPhone(view: PhonesView, phone: Phone): ManagerPhone {
  const numbers = phone.lines.map((line) => line.dn);
  const mode = phone.status?.mode ?? (numbers.some((dn) => view.routePoints.includes(dn)) ? 'proxy' : 'shared');
  return {
    name: phone.name,
    mode,
    status: phone.status,
    toTakeBack: ringingElsewhere(view, phone),
    sharedWith: mode === 'shared' ? othersAt(view, phone) : [],
  };
}

function othersAt(view: PhonesView, phone: Phone): string[] {
  const dn = phone.lines[0]?.dn;
  return view.phones
    .filter((other) => other.phoneId !== phone.phoneId && other.lines.some((line) => line.dn === dn))
    .map(({ name }) => name);
}

function ringingElsewhere(view: PhonesView, phone: Phone): number {
  const own = new Set(phone.lines.map((line) => line.lineId));
  return view.calls.filter(
    (call) =>
      phone.lines.some((line) => line.dn === call.routedFor) &&
      call.connections.some((at) => at.state === 'alerting' && at.direction === 'in' && !own.has(at.lineId)),
  ).length;
}

export interface Serving {
  /** Somebody takes this manager's calls. */
  readonly served: boolean;
  readonly who: string;
  readonly note: string;
}

/** First row of the status window: who takes the calls. */
export function servingOf({ mode, status, sharedWith }: ManagerPhone): Serving {
  if (!status) return { served: false, who: 'No service', note: 'calls ring here directly' };
  if (mode === 'shared') {
    return sharedWith.length === 0
      ? { served: false, who: 'Shared line', note: 'no other phone has it' }
      : { served: true, who: sharedWith.join(', '), note: 'on your shared line: all its phones ring' };
  }
  const active = status.assistants.find((assistant) => assistant.isActive);
  if (!active) return { served: false, who: 'No assistant is online', note: 'calls ring here' };
  const usual = status.assistants.find((assistant) => assistant.isDefault && !assistant.isActive);
  return { served: true, who: active.name, note: usual ? `serves you in place of ${usual.name}` : 'serves you' };
}

const watchedWords: Readonly<Record<Watched['state'], string>> = {
  initiated: 'is at',
  queued: 'is at',
  fail: 'is at',
  alerting: 'rings at',
  connected: 'talks to',
  hold: 'is on hold at',
};

/** “Peter Brandt rings at Maya”, in the parts that are shown. */
export function watchedText({ party, assistant, state }: Watched): { who: string; what: string; at: string } {
  return { who: party.name ?? party.number ?? 'Number withheld', what: watchedWords[state], at: assistant };
}

/** How long the phone shows that its alert tone was played, in milliseconds. */
export const alertShownMs = 4_000;

/** `now` by the switch's clock. */
export function isAlerted({ alertedAt }: Pick<Phone, 'alertedAt'>, now: number): boolean {
  return alertedAt !== null && now - alertedAt < alertShownMs;
}

/** When any phone last played its alert tone; 0 before the first. */
export function lastAlert(phones: readonly Pick<Phone, 'alertedAt'>[]): number {
  return Math.max(0, ...phones.map(({ alertedAt }) => alertedAt ?? 0));
}
