/** Commands on one call at one of the assistant's lines, as the switch understands them. */
import { assertNever } from '../../shared/assertNever';
import { isAvailable, type CallCommand } from '../../shared/calls/availability';
import type { CallView } from '../../shared/calls/model';
import type { ConnectionId, Dn } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import { protocolError, type ProtocolError } from '../../shared/protocol/errors';
import { fail, ok, type Result } from '../../shared/result';
import { rewrite } from '../../shared/routing/numberRules';
import type { Assistant, CompanyLine, Manager } from '../store/company';
import type { Destination, SwitchCommand } from '../switch/port';
import { project } from './project';
import type { World } from './world';

type OnCall = Extract<
  Command,
  { type: Exclude<CallCommand, 'cancelConsult' | 'directTransfer' | 'join' | 'sendDigits'> }
>;
type Answer<T> = Result<T, ProtocolError>;

/** Refused where the call is not the assistant's, is gone, or is in no state for it. */
export function onCall(world: World, assistant: Assistant, command: OnCall): Answer<SwitchCommand> {
  const target = findCall(world, assistant, command.type, command.connectionId);
  if (!target.ok) return target;
  const { call, line } = target.value;
  const at = { callId: call.callId, lineId: call.lineId };
  switch (command.type) {
    case 'answer':
      return ok({ type: 'answerCall', ...at });
    case 'hangUp':
      return ok({ type: 'clearConnection', ...at });
    case 'hold':
      return ok({ type: 'holdCall', ...at });
    case 'retrieve':
      return ok({ type: 'retrieveCall', ...at });
    case 'transfer':
      return ok({ type: 'singleStepTransfer', ...at, to: dialled(world, command.to) });
    case 'redirect':
    case 'toVoicemail': {
      const manager = line.managerId === null ? undefined : world.company.managers.get(line.managerId);
      if (line.kind !== 'manager' || !manager) return fail(protocolError('notAllowed', 'the line serves no manager'));
      const to = command.type === 'redirect' ? redirectTarget(world, assistant, manager) : voicemailOf(manager);
      if (!to.ok) return to;
      return ok({ type: call.state === 'alerting' ? 'deflectCall' : 'singleStepTransfer', ...at, to: to.value });
    }
    default:
      return assertNever(command);
  }
}

/** As the application dial rules rewrite what a person dials (product §6). */
export function dialled({ company }: Pick<World, 'company'>, number: Dn): Extract<Destination, { kind: 'number' }> {
  return { kind: 'number', number: rewrite(company.rules.dial, number).number };
}

function redirectTarget(world: World, assistant: Assistant, manager: Manager): Answer<Destination> {
  if (assistant.redirectTo !== null) return ok(dialled(world, assistant.redirectTo));
  if (manager.mode === 'shared') return fail(protocolError('notAllowed', 'no redirect target is set'));
  // The line itself, not its number: dialling the number would send the call back through the filter.
  return ok({ kind: 'line', lineId: manager.lineId });
}

function voicemailOf(manager: Manager): Answer<Destination> {
  if (!manager.hasVoicemail) return fail(protocolError('notAllowed', 'this manager has no voicemail'));
  return ok({ kind: 'voicemail', box: manager.dn });
}

interface Target {
  readonly call: CallView;
  readonly line: CompanyLine;
}

function findCall(
  world: World,
  assistant: Assistant,
  command: CallCommand,
  connectionId: ConnectionId,
): Answer<Target> {
  const lineId = connectionId.slice(connectionId.lastIndexOf('@') + 1);
  const line = assistant.lines.find((candidate) => candidate.lineId === lineId);
  if (!line) return fail(protocolError('notAllowed', 'not one of your lines'));
  if (!world.mirror.up) return fail(protocolError('switchUnreachable', 'the switch does not answer'));
  const call = project(world, assistant.userId)?.calls.find((c) => c.connectionId === connectionId);
  if (!call) return fail(protocolError('noSuchCall', 'the call has ended or left the line'));
  if (!isAvailable(command, call, line.kind)) {
    return fail(protocolError('staleState', `${command} cannot act on a call in state ${call.state} on this line`));
  }
  return ok({ call, line });
}
