/** Commands that bring calls together: consult and give up, direct transfer, join. Every call they name has to be the assistant's own. */
import { assertNever } from '../../shared/assertNever';
import type { CallView } from '../../shared/calls/model';
import { partners } from '../../shared/calls/partners';
import type { CallId, ConnectionId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import { protocolError } from '../../shared/protocol/errors';
import { fail, ok } from '../../shared/result';
import type { Assistant } from '../store/company';
import type { SwitchCommand } from '../switch/port';
import { sentTo, type Answer } from './callCommands';
import { findCall, findOwn } from './findCall';
import { project } from './project';
import type { World } from './world';

export type JoiningCommand = Extract<Command, { type: 'consult' | 'cancelConsult' | 'directTransfer' | 'join' }>;

const at = ({ callId, lineId }: CallView) => ({ callId, lineId });

/** `newCallId`: what the call is named that a consultation makes. */
export function onCalls(
  world: World,
  assistant: Assistant,
  command: JoiningCommand,
  newCallId: CallId,
): Answer<SwitchCommand> {
  switch (command.type) {
    case 'consult': {
      const { purpose } = command;
      const wanted = purpose === 'transfer' ? 'consultTransfer' : 'consultConference';
      const found = findCall(world, assistant, wanted, command.connectionId);
      if (!found.ok) return found;
      const to = sentTo(world, assistant, found.value.call, command.to);
      if (!to.ok) return to;
      return ok({ type: 'consultationCall', ...at(found.value.call), newCallId, to: to.value.number, purpose });
    }
    case 'cancelConsult': {
      const found = findCall(world, assistant, 'cancelConsult', command.connectionId);
      if (!found.ok) return found;
      const { call } = found.value;
      const half = call.consultation;
      const consulted = half?.side === 'held' ? findOwn(world, assistant, half.other) : found;
      return consulted.ok ? ok({ type: 'reconnectCall', ...at(consulted.value.call) }) : consulted;
    }
    case 'directTransfer': {
      const calls = together(world, assistant, 'directTransfer', command.connectionId, [command.with]);
      if (!calls.ok) return calls;
      const [kept, other] = calls.value.toSorted(whoseCall);
      if (!kept || !other) return fail(needsAnother());
      return ok({ type: 'transferCall', ...at(kept), other: at(other) });
    }
    case 'join': {
      const calls = together(world, assistant, 'join', command.connectionId, command.with);
      if (!calls.ok) return calls;
      const [kept, ...others] = calls.value.toSorted(whoseCall);
      if (!kept || others.length === 0) return fail(needsAnother());
      return ok({ type: 'conferenceCall', ...at(kept), others: others.map(at) });
    }
    default:
      return assertNever(command);
  }
}

/** All the calls that are named; each of the others has to be one that the command can take with the first. */
function together(
  world: World,
  assistant: Assistant,
  command: 'directTransfer' | 'join',
  first: ConnectionId,
  others: readonly ConnectionId[],
): Answer<CallView[]> {
  const state = project(world, assistant.userId);
  const found: CallView[] = [];
  for (const connectionId of [first, ...others]) {
    const target = findOwn(world, assistant, connectionId);
    if (!target.ok) return target;
    found.push(target.value.call);
  }
  // A half-done transfer may be named from either side, also from that of the party who still rings.
  const [one, two] = found;
  const ways = command === 'directTransfer' && two ? [found, found.toReversed()] : [found];
  const fits = ways.find(([from, ...rest]) => {
    if (!state || !from || !findCall(world, assistant, command, from.connectionId).ok) return false;
    const possible = partners(command, from, state).map(({ connectionId }) => connectionId);
    return rest.every(({ connectionId }) => possible.includes(connectionId));
  });
  if (!fits || new Set(found.map(({ callId }) => callId)).size < found.length) {
    return one ? fail(needsAnother()) : fail(protocolError('noSuchCall', 'the call has ended or left the line'));
  }
  return ok(fits);
}

/** The call that lives on: one that is talked in, before all a manager's caller, else the older one. */
function whoseCall(a: CallView, b: CallView): number {
  const rank = ({ state, direction, managerId }: CallView) =>
    Number(state === 'alerting') * 2 + Number(managerId === null || direction === 'out');
  return rank(a) - rank(b) || a.startedAt - b.startedAt;
}

function needsAnother() {
  return protocolError('staleState', 'needs another call that is talked in');
}
