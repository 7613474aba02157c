/** What assistants set for themselves: where Redirect goes, and whether they take calls now. */
import type { Command } from '../../shared/protocol/commands';
import { protocolError } from '../../shared/protocol/errors';
import { fail, ok } from '../../shared/result';
import { saveOnline, saveRedirectTarget } from '../store/assistantSettings';
import type { Assistant } from '../store/company';
import type { ChangeContext } from '../store/managerSettings';
import type { Active } from './active';
import type { Done } from './execute';
import { numberProblem } from './numberCheck';

export type AssistantCommand = Extract<Command, { type: 'setRedirectTarget' | 'setOnline' }>;

export async function changeAssistant(active: Active, assistant: Assistant, command: AssistantCommand): Promise<Done> {
  const { userId } = assistant;
  if (command.type === 'setOnline' && assistant.mode === 'shared') {
    return fail(protocolError('notAllowed', 'a shared line rings whether you are online or not'));
  }
  // Nothing to save: an assistant who is online already has not changed anything.
  if (command.type === 'setOnline' && active.presence.online.has(userId) === command.online) return ok(undefined);
  if (command.type === 'setRedirectTarget' && command.number !== null) {
    const wrong = await numberProblem(active, command.number);
    if (wrong) return fail(wrong);
  }
  const self = { role: 'assistant', userId } as const;
  const context: ChangeContext = { at: Date.now(), lineNumber: assistant.dn, forUser: self, byUser: self };
  const { db, fence } = active;
  const saved = await (command.type === 'setOnline'
    ? saveOnline(db, fence, context, command.online)
    : saveRedirectTarget(db, fence, context, command.number));
  if (!saved.ok) {
    active.onFenced();
    return fail(protocolError('standby', 'another service is active'));
  }
  if (command.type === 'setOnline') active.presence.setOnline(userId, command.online);
  else active.assistantChanged(userId, { redirectTo: command.number });
  return ok(undefined);
}
