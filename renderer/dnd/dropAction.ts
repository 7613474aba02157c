/** What it means to drop something somewhere (product §6, drag and drop). Pure: the same table for the hint, the look and the deed. */
import { assertNever } from '../../shared/assertNever';
import type { ConsoleState } from '../../shared/calls/model';
import { partners } from '../../shared/calls/partners';
import type { ConnectionId, LineId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import { cleanDialString, type DialProblem } from '../../shared/routing/dialString';
import { serviceReason, target as commandTarget, type Reason } from '../commands/target';
import { outgoingLine } from '../store/selectors';
import type { AppState } from '../store/state';
import type { DragPayload } from './payload';

export type DropTarget =
  /** A speed dial, a directory entry, a manager, a row of the history. */
  | { readonly kind: 'person'; readonly name: string; readonly number: string }
  | { readonly kind: 'call'; readonly connectionId: ConnectionId }
  /** The panel, or one of its groups. */
  | { readonly kind: 'speedDials'; readonly groupId: string | null }
  | { readonly kind: 'line'; readonly lineId: LineId }
  | { readonly kind: 'dial' };

/** Keys of the catalogue. */
export type DropRefusal =
  | `reason.${Reason}`
  | `dialProblem.${DialProblem}`
  | 'top.noLine'
  | 'drag.gone'
  | 'drag.sameNumber'
  | 'drag.withheld'
  | 'drag.notTogether';

export type DropAction =
  /** The two have nothing to do with each other: the target takes no notice. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly why: DropRefusal }
  | { readonly kind: 'send'; readonly command: Extract<Command, { type: 'transfer' | 'directTransfer' | 'makeCall' }> }
  | {
      readonly kind: 'newSpeedDial';
      readonly name: string;
      readonly number: string;
      readonly groupId: string | null;
    };

export type DropFacts = Pick<AppState, 'link' | 'console' | 'selected' | 'pending'>;

const nothing: DropAction = { kind: 'nothing' };
const refused = (why: DropRefusal): DropAction => ({ kind: 'refused', why });

export function dropAction(payload: DragPayload, target: DropTarget, facts: DropFacts): DropAction {
  return payload.kind === 'call'
    ? dropCall(payload.connectionId, target, facts)
    : dropPerson(payload.name, payload.number, target, facts);
}

function dropCall(connectionId: ConnectionId, target: DropTarget, facts: DropFacts): DropAction {
  switch (target.kind) {
    case 'person':
      return blindTransfer(connectionId, target.number, facts);
    case 'call':
      return target.connectionId === connectionId ? nothing : joinTwo(connectionId, target.connectionId, facts);
    case 'speedDials': {
      const call = facts.console?.calls.find((one) => one.connectionId === connectionId);
      if (!call) return refused('drag.gone');
      const { name, number } = call.party;
      if (number === null) return refused('drag.withheld');
      return { kind: 'newSpeedDial', name: name ?? '', number, groupId: target.groupId };
    }
    case 'line':
    case 'dial':
      return nothing;
    default:
      return assertNever(target);
  }
}

function dropPerson(name: string, number: string, target: DropTarget, facts: DropFacts): DropAction {
  switch (target.kind) {
    case 'speedDials':
      return { kind: 'newSpeedDial', name, number, groupId: target.groupId };
    case 'line':
      return placeCall(number, lineToCallFrom(target.lineId, facts.console), facts);
    case 'dial':
      return placeCall(number, facts.console === null ? null : (outgoingLine(facts.console)?.lineId ?? null), facts);
    case 'call':
      return blindTransfer(target.connectionId, number, facts);
    case 'person':
      return nothing;
    default:
      return assertNever(target);
  }
}

function blindTransfer(connectionId: ConnectionId, number: string, facts: DropFacts): DropAction {
  const found = commandTarget('transfer', { ...facts, selected: connectionId });
  if (!found.ok) return refused(found.reason === 'noCall' ? 'drag.gone' : `reason.${found.reason}`);
  const to = cleanDialString(number);
  if (!to.ok) return refused(`dialProblem.${to.error}`);
  if (found.call.party.number === to.value) return refused('drag.sameNumber');
  return { kind: 'send', command: { type: 'transfer', connectionId, to: to.value } };
}

function joinTwo(connectionId: ConnectionId, other: ConnectionId, facts: DropFacts): DropAction {
  const found = commandTarget('directTransfer', { ...facts, selected: connectionId });
  if (!found.ok) return refused(found.reason === 'noCall' ? 'drag.gone' : `reason.${found.reason}`);
  const possible = facts.console === null ? [] : partners('directTransfer', found.call, facts.console);
  if (!possible.some((call) => call.connectionId === other)) return refused('drag.notTogether');
  return { kind: 'send', command: { type: 'directTransfer', connectionId, with: other } };
}

/** An intercom line knows one number only; a line that has gone meanwhile places no call. */
function lineToCallFrom(lineId: LineId, console: ConsoleState | null): LineId | null {
  const line = console?.lines.find((one) => one.lineId === lineId);
  return line === undefined || line.kind === 'intercom' ? null : lineId;
}

function placeCall(number: string, lineId: LineId | null, facts: DropFacts): DropAction {
  const notNow = serviceReason(facts);
  if (notNow !== null) return refused(`reason.${notNow}`);
  if (lineId === null) return refused('top.noLine');
  const to = cleanDialString(number);
  if (!to.ok) return refused(`dialProblem.${to.error}`);
  return { kind: 'send', command: { type: 'makeCall', lineId, to: to.value } };
}
