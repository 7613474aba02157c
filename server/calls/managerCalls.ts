/** What a manager does with calls by a key of the phone (product §5): intercept, redirect, transfer to voicemail. */
import type { CallId } from '../../shared/ids';
import { fail, ok, type Result } from '../../shared/result';
import { activeAssistantOf, callsAtLine, servingOf, type World } from './world';
import { dialled } from './callCommands';
import type { Manager } from '../store/company';
import type { Destination, SwitchCommand } from '../switch/port';

/** The command, or a sentence for the phone's display. */
type Wanted = Result<SwitchCommand, string>;

/** Takes back the call that has rung longest at one of the manager's assistants. */
export function intercept(world: World, manager: Manager): Wanted {
  if (manager.mode === 'shared') return fail('A shared line has no calls to intercept.');
  const ringing = manager.assistants
    .flatMap(({ lineId }) => callsAtLine(world, lineId))
    .filter(({ connection }) => connection.state === 'alerting' && connection.direction === 'in')
    .toSorted((a, b) => a.connection.since - b.connection.since);
  const [longest] = ringing;
  if (!longest) return fail('No call is ringing at an assistant.');
  const { call, connection } = longest;
  const to = { kind: 'line', lineId: manager.lineId } as const;
  return ok({ type: 'deflectCall', callId: call.callId, lineId: connection.lineId, to });
}

/** Sends a call at the manager's own line to the divert target. */
export function redirect(world: World, manager: Manager, callId: CallId): Wanted {
  const to = divertDestination(world, manager);
  return to.ok ? sendAway(world, manager, callId, to.value) : to;
}

export function toVoicemail(world: World, manager: Manager, callId: CallId): Wanted {
  if (!manager.hasVoicemail) return fail('You have no voicemail box.');
  return sendAway(world, manager, callId, { kind: 'voicemail', box: manager.dn });
}

function sendAway(world: World, { lineId }: Manager, callId: CallId, to: Destination): Wanted {
  const found = callsAtLine(world, lineId).find(({ call }) => call.callId === callId);
  if (!found) return fail('The call has ended.');
  const { state, direction } = found.connection;
  if (state === 'alerting' && direction === 'in') return ok({ type: 'deflectCall', callId, lineId, to });
  if (state === 'connected' || state === 'hold') return ok({ type: 'singleStepTransfer', callId, lineId, to });
  return fail('This call cannot be sent on now.');
}

/** A named assistant who is offline is stood in for by the active one, as for new calls. */
function divertDestination(world: World, manager: Manager): Result<Destination, string> {
  const { divertTarget } = manager.settings;
  if (divertTarget.kind === 'number') return ok(dialled(world, divertTarget.number));
  if (manager.mode === 'shared') return fail('No divert number is set.');
  const there = servingOf(world, manager).filter(({ online }) => online);
  const named = divertTarget.kind === 'assistant' ? divertTarget.userId : null;
  const active = activeAssistantOf(world, manager);
  const serving = there.find(({ userId }) => userId === named) ?? there.find(({ userId }) => userId === active);
  return serving ? ok({ kind: 'line', lineId: serving.lineId }) : fail('No assistant is online.');
}
