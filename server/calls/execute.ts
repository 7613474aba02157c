/** Does what an assistant asked for: authorised against the assistant's own lines and managers, then handed to the switch or the store. */
import { createHash } from 'node:crypto';
import { assertNever } from '../../shared/assertNever';
import { isAvailable, type CallCommand } from '../../shared/calls/availability';
import type { CallView } from '../../shared/calls/model';
import { CallId, type CommandId, type ConnectionId, type UserId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import { protocolError, type ProtocolError } from '../../shared/protocol/errors';
import { fail, ok, type Result } from '../../shared/result';
import type { Assistant, CompanyLine, Manager } from '../store/company';
import type { SwitchCommand } from '../switch/port';
import type { Active } from './active';
import { changeManager } from './managerCommands';
import { project } from './project';
import { toSwitch } from './toSwitch';

export type Done = Result<undefined, ProtocolError>;

/** Resolves when accepted or refused. `commandId` makes a repeated makeCall the same call. */
export async function execute(active: Active, userId: UserId, commandId: CommandId, command: Command): Promise<Done> {
  const assistant = active.world.company.assistants.get(userId);
  if (!assistant) return fail(notAllowed('no such assistant'));
  switch (command.type) {
    case 'setFeature':
    case 'setFilterMode':
    case 'setPatterns':
    case 'setDivertTarget':
    case 'setDefaultAssistant': {
      const manager = managerOf(active, assistant, command.managerId);
      return manager
        ? changeManager(active, { role: 'assistant', userId }, manager, command)
        : fail(notAllowed('not one of your managers'));
    }
    case 'makeCall': {
      const line = assistant.lines.find(({ lineId }) => lineId === command.lineId);
      if (!line) return fail(notAllowed('not one of your lines'));
      const callId = callIdOf(userId, commandId);
      return toSwitch(active, { type: 'makeCall', callId, lineId: line.lineId, to: command.to });
    }
    case 'setRedirectTarget':
    case 'setOnline':
      return fail(notAllowed('not yet'));
    case 'answer':
    case 'hangUp':
    case 'hold':
    case 'retrieve':
    case 'transfer':
    case 'redirect':
    case 'toVoicemail': {
      const target = findCall(active, assistant, command.type, command.connectionId);
      if (!target.ok) return target;
      const wanted = callCommand(active, command, target.value);
      return wanted.ok ? toSwitch(active, wanted.value) : wanted;
    }
    default:
      return assertNever(command);
  }
}

interface Target {
  readonly call: CallView;
  readonly line: CompanyLine;
}

function callCommand(
  active: Active,
  command: Extract<Command, { type: CallCommand }>,
  { call, line }: Target,
): Result<SwitchCommand, ProtocolError> {
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
      return ok({ type: 'singleStepTransfer', ...at, to: { kind: 'number', number: command.to } });
    case 'toVoicemail':
      return fail(notAllowed('not yet'));
    case 'redirect': {
      const manager = line.managerId === null ? undefined : active.world.company.managers.get(line.managerId);
      if (!manager) return fail(notAllowed('the line serves no manager'));
      // The line itself, not its number: dialling the number would send the call back through the filter.
      const to = { kind: 'line', lineId: manager.lineId } as const;
      return ok({ type: call.state === 'alerting' ? 'deflectCall' : 'singleStepTransfer', ...at, to });
    }
    default:
      return assertNever(command);
  }
}

function findCall(
  active: Active,
  assistant: Assistant,
  command: CallCommand,
  connectionId: ConnectionId,
): Result<Target, ProtocolError> {
  const lineId = connectionId.slice(connectionId.lastIndexOf('@') + 1);
  const line = assistant.lines.find((candidate) => candidate.lineId === lineId);
  if (!line) return fail(notAllowed('not one of your lines'));
  if (!active.world.mirror.up) return fail(protocolError('switchUnreachable', 'the switch does not answer'));
  const call = project(active.world, assistant.userId)?.calls.find((c) => c.connectionId === connectionId);
  if (!call) return fail(protocolError('noSuchCall', 'the call has ended or left the line'));
  if (!isAvailable(command, call, line.kind)) {
    return fail(protocolError('staleState', `${command} cannot act on a call in state ${call.state} on this line`));
  }
  return ok({ call, line });
}

function managerOf(active: Active, assistant: Assistant, managerId: UserId): Manager | undefined {
  return assistant.managers.includes(managerId) ? active.world.company.managers.get(managerId) : undefined;
}

function notAllowed(message: string): ProtocolError {
  return protocolError('notAllowed', message);
}

/** The same command asked twice is the same call: the switch refuses the second. */
function callIdOf(userId: UserId, commandId: CommandId): CallId {
  const digest = createHash('sha256').update(`${userId}\n${commandId}`).digest('hex').slice(0, 32);
  return CallId.parse(`call-${digest}`);
}
