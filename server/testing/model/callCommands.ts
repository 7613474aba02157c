/** What an assistant does with calls, and which calls there are after it: written down apart from the code under test. */
import type { CallView } from '../../../shared/calls/model';
import { Dn, type CallId, type LineId } from '../../../shared/ids';
import { Digits, type Command } from '../../../shared/protocol/commands';
import type { SwitchCall, SwitchSnapshot } from '../../switch/port';
import { divertNumbers, type CallStep } from './steps';

/** `calls`: what the assistant has on the screen; others are taken by `pick`, whether they fit or not. */
export function commandOf({ command, pick }: CallStep, call: CallView, calls: readonly CallView[]): Command {
  const { connectionId } = call;
  const to = Dn.parse(divertNumbers[pick % divertNumbers.length]);
  const others = calls.filter((other) => other.connectionId !== connectionId);
  const other = others[pick % Math.max(1, others.length)] ?? call;
  switch (command) {
    case 'transfer':
      return { type: command, connectionId, to };
    case 'consult':
      return { type: command, connectionId, to, purpose: pick % 2 === 0 ? 'transfer' : 'conference' };
    case 'directTransfer':
      return { type: command, connectionId, with: call.consultation?.other ?? other.connectionId };
    case 'join': {
      const all = others.map((each) => each.connectionId).slice(0, 14);
      return { type: command, connectionId, with: pick % 2 === 0 && all.length > 0 ? all : [other.connectionId] };
    }
    case 'sendDigits':
      return { type: command, connectionId, digits: Digits.parse('12#') };
    default:
      return { type: command, connectionId };
  }
}

/** The calls there have to be, once `command` is done. `before` and `now` are the switch's; which of several joined calls lives on is the service's choice. */
export function callsAfter(
  calls: ReadonlySet<CallId>,
  command: Command,
  call: CallView,
  before: SwitchSnapshot,
  now: SwitchSnapshot,
): Set<CallId> {
  const after = new Set(calls);
  switch (command.type) {
    case 'hangUp':
      if (endsWithout(before, call.callId, call.lineId)) after.delete(call.callId);
      return after;
    case 'consult': {
      const made = now.calls.filter(({ callId }) => !calls.has(callId));
      const [asked] = made.filter(({ consultation }) => consultation?.heldCallId === call.callId);
      if (asked) after.add(asked.callId);
      return after;
    }
    case 'cancelConsult': {
      const half = call.consultation;
      const asked = half?.side === 'consulted' ? call.callId : callIdIn(half?.other ?? '');
      for (const callId of calls) {
        if (callId === asked && endsWithout(before, callId, call.lineId)) after.delete(callId);
      }
      return after;
    }
    case 'directTransfer':
    case 'join': {
      const named = [command.connectionId, command.with].flat().map(callIdIn);
      const alive = new Set<string>(now.calls.map(({ callId }) => callId));
      const gone = [...calls].filter((callId) => named.includes(callId) && !alive.has(callId));
      // One of them has to live on: if none does, it is missed.
      for (const callId of gone.slice(0, named.length - 1)) after.delete(callId);
      return after;
    }
    default:
      return after;
  }
}

/** Nobody stays alone in a call, nor does it ring for nobody. */
export function endsWithout(snapshot: SwitchSnapshot, callId: CallId, lineId: LineId): boolean {
  const call = snapshot.calls.find((each) => each.callId === callId);
  const left = call?.connections.filter((at) => at.lineId !== lineId) ?? [];
  return left.length < 2 || left.every(({ state, direction }) => state === 'alerting' && direction === 'in');
}

/** A call at a line as a console has to show it: state, how many are in it, and what is half done. */
export function shownAt(call: SwitchCall, lineId: LineId, all: readonly SwitchCall[]): string {
  const at = call.connections.find((each) => each.lineId === lineId);
  const waitsFor = all.find(
    ({ consultation }) => consultation?.lineId === lineId && consultation.heldCallId === call.callId,
  );
  const asksFor = call.consultation?.lineId === lineId ? call.consultation.heldCallId : undefined;
  return words(call.callId, lineId, at?.state, call.connections.length, asksFor, waitsFor?.callId);
}

export function shownIn({ callId, lineId, state, parties, consultation }: CallView): string {
  const other = consultation ? callIdIn(consultation.other) : undefined;
  const [asksFor, waitsFor] = consultation?.side === 'consulted' ? [other, undefined] : [undefined, other];
  return words(callId, lineId, state, parties, asksFor, waitsFor);
}

function words(
  callId: string,
  lineId: string,
  state = '',
  parties: number,
  asksFor?: string,
  waitsFor?: string,
): string {
  const half =
    asksFor !== undefined ? ` asking for ${asksFor}` : waitsFor !== undefined ? ` waiting for ${waitsFor}` : '';
  return `${callId}@${lineId} ${state} of ${String(parties)}${half}`;
}

function callIdIn(connectionId: string): string {
  return connectionId.slice(0, connectionId.lastIndexOf('@'));
}
