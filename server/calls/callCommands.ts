/** Commands on one call at one of the assistant's lines, as the switch understands them. */
import { assertNever } from '../../shared/assertNever';
import type { CallView } from '../../shared/calls/model';
import type { Dn } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import { protocolError, type ProtocolError } from '../../shared/protocol/errors';
import { fail, ok, type Result } from '../../shared/result';
import { rewrite } from '../../shared/routing/numberRules';
import type { Assistant, CompanyLine, Manager } from '../store/company';
import type { Destination, SwitchCommand } from '../switch/port';
import { findCall } from './findCall';
import type { World } from './world';

type OnCall = Extract<
  Command,
  { type: 'answer' | 'hangUp' | 'hold' | 'retrieve' | 'transfer' | 'redirect' | 'toVoicemail' | 'sendDigits' }
>;
export type Answer<T> = Result<T, ProtocolError>;

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
    case 'sendDigits':
      return ok({ type: 'generateDigits', ...at, digits: command.digits });
    case 'transfer': {
      const to = sentTo(world, assistant, call, command.to);
      return to.ok ? ok({ type: 'singleStepTransfer', ...at, to: to.value }) : to;
    }
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

/** Refused where it leads nowhere: to the assistant's own phone, or to somebody who is in the call. */
export function sentTo(
  world: World,
  assistant: Assistant,
  { callId }: CallView,
  number: Dn,
): Answer<Extract<Destination, { kind: 'number' }>> {
  const to = dialled(world, number);
  const isOwn = ({ dn, kind, managerId }: CompanyLine) => {
    // A shared number is the manager's too: there it rings.
    const shared = managerId !== null && world.company.managers.get(managerId)?.mode === 'shared';
    return dn === to.number && (kind !== 'manager' || !shared);
  };
  if (assistant.lines.some(isOwn)) return fail(protocolError('cannotDial', 'this is your own number'));
  const here = world.mirror.calls.get(callId)?.connections ?? [];
  const others = here.filter(({ lineId }) => !assistant.lines.some((line) => line.lineId === lineId));
  if (others.some(({ dn }) => dn === to.number)) {
    return fail(protocolError('cannotDial', 'this number is in the call already'));
  }
  return ok(to);
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
