/** Does what an assistant asked for: authorised against the assistant's own lines and managers, then handed to the switch or the store. */
import { createHash } from 'node:crypto';
import { assertNever } from '../../shared/assertNever';
import { CallId, type CommandId, type UserId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import { protocolError, type ProtocolError } from '../../shared/protocol/errors';
import { fail, type Result } from '../../shared/result';
import type { Active } from './active';
import { changeAssistant } from './assistantCommands';
import { dialled, onCall } from './callCommands';
import { onCalls } from './joiningCommands';
import { changeManager } from './managerCommands';
import { toSwitch } from './toSwitch';

export type Done = Result<undefined, Refusal>;

/** `maybeDone`: it was sent to the switch and the answer was lost: saying no would be a guess. */
export type Refusal = ProtocolError & { readonly maybeDone?: true };

/** Resolves when accepted or refused. `commandId` makes a repeated makeCall or consult the same call. */
export async function execute(active: Active, userId: UserId, commandId: CommandId, command: Command): Promise<Done> {
  const { world } = active;
  const assistant = world.company.assistants.get(userId);
  if (!assistant) return fail(notAllowed('no such assistant'));
  switch (command.type) {
    case 'setFeature':
    case 'setFilterMode':
    case 'setPatterns':
    case 'setDivertTarget':
    case 'setDefaultAssistant': {
      const { managerId } = command;
      const manager = assistant.managers.includes(managerId) ? world.company.managers.get(managerId) : undefined;
      return manager
        ? changeManager(active, { role: 'assistant', userId }, manager, command)
        : fail(notAllowed('not one of your managers'));
    }
    case 'setRedirectTarget':
    case 'setOnline':
      return changeAssistant(active, assistant, command);
    case 'makeCall': {
      const line = assistant.lines.find(({ lineId }) => lineId === command.lineId);
      if (!line) return fail(notAllowed('not one of your lines'));
      const callId = callIdOf(userId, commandId);
      const { number: to } = dialled(world, command.to);
      return toSwitch(active, { type: 'makeCall', callId, lineId: line.lineId, to });
    }
    case 'answer':
    case 'hangUp':
    case 'hold':
    case 'retrieve':
    case 'transfer':
    case 'redirect':
    case 'toVoicemail':
    case 'sendDigits': {
      const wanted = onCall(world, assistant, command);
      return wanted.ok ? toSwitch(active, wanted.value) : wanted;
    }
    case 'consult':
    case 'cancelConsult':
    case 'directTransfer':
    case 'join': {
      const wanted = onCalls(world, assistant, command, callIdOf(userId, commandId));
      return wanted.ok ? toSwitch(active, wanted.value) : wanted;
    }
    default:
      return assertNever(command);
  }
}

function notAllowed(message: string): ProtocolError {
  return protocolError('notAllowed', message);
}

/** The same command asked twice is the same call: the switch refuses the second. */
function callIdOf(userId: UserId, commandId: CommandId): CallId {
  const digest = createHash('sha256').update(`${userId}\n${commandId}`).digest('hex').slice(0, 32);
  return CallId.parse(`call-${digest}`);
}
