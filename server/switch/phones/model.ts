/** What a card shows of the switch's state. Pure. */
import type { PhonesView } from '../web/view';

export type Phone = PhonesView['phones'][number];
export type Line = Phone['lines'][number];
type Call = PhonesView['calls'][number];
type Connection = Call['connections'][number];

/** How a call looks at one phone: word, icon and colour go by this. */
export type Look = 'ringing' | 'calling' | 'talking' | 'held' | 'busy';

export interface CallAtPhone {
  readonly callId: Call['callId'];
  readonly look: Look;
  readonly lineDn: string;
  readonly party: string;
  /** Whom the call is for, where that is not the owner of this phone. */
  readonly forWhom: string | null;
  readonly incoming: boolean;
  /** At an intercom line, which answers by itself. */
  readonly intercom: boolean;
  /** Who is in a conference beside this phone; empty in a call of two. */
  readonly conference: readonly string[];
  /** Half done from here: `waits` while another is asked, `asks` on behalf of one who waits. */
  readonly consultation: 'waits' | 'asks' | null;
  /** Keys that the other side has pressed, the last of them. */
  readonly heard: string;
  /** Running time counts from here, by the switch's clock. */
  readonly since: number;
}

export const lookWords: Readonly<Record<Look, string>> = {
  ringing: 'Ringing',
  calling: 'Calling…',
  talking: 'In call',
  held: 'On hold',
  busy: 'Not reached',
};

/** As many keys as there is room for. */
const mostHeard = 12;

const importance: readonly Look[] = ['ringing', 'talking', 'calling', 'busy', 'held'];

/** The calls at a phone, the one that matters most first. */
export function callsAt(view: PhonesView, phone: Phone): CallAtPhone[] {
  const lines = new Set(phone.lines.map((line) => line.lineId));
  return view.calls
    .flatMap((call) => call.connections.filter((at) => lines.has(at.lineId)).map((at) => callAt(view, phone, call, at)))
    .sort((a, b) => importance.indexOf(a.look) - importance.indexOf(b.look) || a.since - b.since);
}

function callAt(view: PhonesView, phone: Phone, call: Call, at: Connection): CallAtPhone {
  const look = lookOf(at);
  const line = phone.lines.find(({ lineId }) => lineId === at.lineId);
  const intercom = line?.intercom ?? false;
  const shared = line && !intercom && line.label !== phone.name ? line.label : null;
  const forWhom = call.routedFor === null ? shared : nameOf(view, call.routedFor);
  return {
    callId: call.callId,
    look,
    lineDn: at.dn,
    party: partyOf(view, call, at),
    forWhom: at.direction === 'in' && forWhom !== phone.name ? forWhom : null,
    incoming: at.direction === 'in',
    intercom,
    ...together(call, at),
    consultation: consultationOf(view, call, at),
    since: look === 'talking' ? (call.answeredAt ?? at.since) : at.since,
  };
}

function together(call: Call, at: Connection): Pick<CallAtPhone, 'conference' | 'heard'> {
  const others = call.connections.filter(({ lineId, state }) => lineId !== at.lineId && state !== 'alerting');
  return {
    conference: others.length > 1 ? others.map(({ name, dn }) => name ?? dn) : [],
    heard: others
      .map(({ digits }) => digits)
      .join('')
      .slice(-mostHeard),
  };
}

function consultationOf({ calls }: PhonesView, call: Call, { lineId }: Connection): CallAtPhone['consultation'] {
  if (call.consultation?.lineId === lineId) return 'asks';
  const isAsked = ({ consultation: half }: Call) => half?.lineId === lineId && half.heldCallId === call.callId;
  return calls.some(isAsked) ? 'waits' : null;
}

/** The phone that has a call at this shared line, where this phone is not in the call; null when the line is free. */
export function inUseAt(view: PhonesView, line: Line): string | null {
  const taken = view.calls
    .filter((call) => call.connections.every((at) => at.lineId !== line.lineId))
    .flatMap((call) => call.connections)
    .find((at) => at.dn === line.dn && at.lineId !== line.lineId && (at.state === 'connected' || at.state === 'hold'));
  if (!taken) return null;
  return view.phones.find((phone) => phone.lines.some(({ lineId }) => lineId === taken.lineId))?.name ?? taken.dn;
}

function lookOf({ state, direction }: Connection): Look {
  switch (state) {
    case 'connected':
      return 'talking';
    case 'hold':
      return 'held';
    case 'fail':
      return 'busy';
    default:
      return direction === 'in' ? 'ringing' : 'calling';
  }
}

/**
 * The other side: for a call that came in whoever made it, not another phone that has the same shared line.
 * While a call waits at a route point nobody is there yet, so whoever was called.
 */
function partyOf(view: PhonesView, call: Call, at: Connection): string {
  const others = call.connections.filter((side) => side.lineId !== at.lineId && side.dn !== at.dn);
  const other = others.find((side) => side.direction !== at.direction) ?? others[0];
  if (other) return other.name ?? other.dn;
  return nameOf(view, call.calledDn) ?? call.calledDn;
}

function nameOf(view: PhonesView, dn: string): string | null {
  return view.phones.find((phone) => phone.lines.some((line) => line.dn === dn))?.name ?? null;
}

/** `3:07`, or `1:02:45` from an hour on. */
export function runningTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number) => String(value % 60).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${String(minutes)}:${two(seconds)}`
    : `${String(Math.floor(minutes / 60))}:${two(minutes)}:${two(seconds)}`;
}

/** The first word, for a button: “Ring Anna”. */
export function shortName(name: string): string {
  return name.split(' ')[0] ?? name;
}

const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const signsOf = (text: string): string[] => Array.from(signs.segment(text), ({ segment }) => segment);

/** Two letters for the avatar; names without spaces give their last two signs. */
export function initials(name: string): string {
  const words = name.split(' ').filter((word) => word !== '');
  if (words.length < 2) return signsOf(name).slice(-2).join('');
  return [words[0], words.at(-1)]
    .map((word) => signsOf(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}
