/** Switch events of one call, in short: `look(calls, 'c1', 10, '600', { '390': 'alerting' })`. */
import type { CallCause, CallState } from '../../../shared/calls/model';
import { CallId, Dn, LineId } from '../../../shared/ids';
import type { SwitchCall, SwitchEvent } from '../../switch/port';
import { at } from './company';

export const caller = '1001';

/** How a call looks: who is rung or talks, by number; the caller is added. */
export interface Look {
  readonly routedFor?: string | null;
  readonly called?: Readonly<Record<string, CallState>>;
  readonly callerState?: CallState;
  readonly answeredAt?: number | null;
  readonly startedAt?: number;
}

export function callOf(id: string, look: Look): SwitchCall {
  const line = (number: string) => (number === 'voicemail' ? LineId.parse('voicemail') : at(number));
  const called = Object.entries(look.called ?? {}).map(([number, state]) => ({
    lineId: line(number),
    dn: Dn.parse(number === 'voicemail' ? '8000' : (number.split('-')[0] ?? number)),
    name: null,
    state,
    direction: 'in' as const,
    since: 0,
    digits: '',
  }));
  const own = { lineId: at(caller), dn: Dn.parse(caller), name: null, direction: 'out' as const, since: 0, digits: '' };
  return {
    callId: CallId.parse(id),
    connections: [{ ...own, state: look.callerState ?? 'alerting' }, ...called],
    caller: { number: Dn.parse(caller), name: null },
    calledDn: Dn.parse('600'),
    routedFor:
      look.routedFor === undefined ? Dn.parse('600') : look.routedFor === null ? null : Dn.parse(look.routedFor),
    forwardedBy: null,
    startedAt: look.startedAt ?? 0,
    answeredAt: look.answeredAt ?? null,
    consultation: null,
  };
}

export function looks(id: string, look: Look): SwitchEvent {
  return { type: 'call', cause: 'delivered', call: callOf(id, look) };
}

export function cleared(id: string, cause: CallCause = 'connectionCleared'): SwitchEvent {
  return { type: 'callCleared', cause, callId: CallId.parse(id) };
}
