/** Finds the call that a command names: authorised against the assistant's own lines, and in a state that the command can act on. */
import { isAvailable, type CallCommand } from '../../shared/calls/availability';
import type { CallView } from '../../shared/calls/model';
import type { ConnectionId } from '../../shared/ids';
import { protocolError } from '../../shared/protocol/errors';
import { fail, ok } from '../../shared/result';
import type { Assistant, CompanyLine } from '../store/company';
import type { Answer } from './callCommands';
import { project } from './project';
import type { World } from './world';

export interface Target {
  readonly call: CallView;
  readonly line: CompanyLine;
}

/** Refused where the call is not the assistant's, is gone, or is in no state for it. */
export function findCall(
  world: World,
  assistant: Assistant,
  command: CallCommand,
  connectionId: ConnectionId,
): Answer<Target> {
  const found = findOwn(world, assistant, connectionId);
  if (!found.ok) return found;
  const { call, line } = found.value;
  if (!isAvailable(command, call, line.kind)) {
    return fail(protocolError('staleState', `${command} cannot act on a call in state ${call.state} on this line`));
  }
  return found;
}

/** Whatever its state is. */
export function findOwn(world: World, assistant: Assistant, connectionId: ConnectionId): Answer<Target> {
  const lineId = connectionId.slice(connectionId.lastIndexOf('@') + 1);
  const line = assistant.lines.find((candidate) => candidate.lineId === lineId);
  if (!line) return fail(protocolError('notAllowed', 'not one of your lines'));
  if (!world.mirror.up) return fail(protocolError('switchUnreachable', 'the switch does not answer'));
  const call = project(world, assistant.userId)?.calls.find((c) => c.connectionId === connectionId);
  if (!call) return fail(protocolError('noSuchCall', 'the call has ended or left the line'));
  return ok({ call, line });
}
