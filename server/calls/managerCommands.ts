/** What somebody sets for a manager: saved with a line in the change log, then in force for the very next call. */
import { assertNever } from '../../shared/assertNever';
import type { UserId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import { protocolError, type ProtocolError } from '../../shared/protocol/errors';
import { fail, ok } from '../../shared/result';
import { checkPatternList, cleanPattern, problemText } from '../../shared/routing/pattern';
import type { Manager } from '../store/company';
import type { Change } from '../store/changeLog';
import type { Fenced } from '../store/fence';
import {
  saveDefaultAssistant,
  saveDivertTarget,
  saveFilterMode,
  savePatterns,
  saveSwitch,
  type ChangeContext,
} from '../store/managerSettings';
import type { Active } from './active';
import { divertTargetProblem } from './divertTarget';
import type { Done } from './execute';

/** Who asks: an assistant at the console, or the manager, by phone or web page. */
export type Actor = Change['byUser'];

export type ManagerCommand = Extract<Command, { managerId: UserId }>;

export async function changeManager(
  active: Active,
  by: Actor,
  manager: Manager,
  command: ManagerCommand,
): Promise<Done> {
  const wrong = problemOf(active, manager, command);
  if (wrong) return fail(wrong);
  const { db, fence } = active;
  const context: ChangeContext = {
    at: Date.now(),
    lineNumber: manager.dn,
    forUser: { role: 'manager', userId: manager.userId },
    byUser: by,
  };
  const settle = (saved: Awaited<Fenced<unknown>>, change: (now: Manager) => Manager): Done => {
    if (!saved.ok) {
      active.onFenced();
      return fail(protocolError('standby', 'another service is active'));
    }
    active.managerChanged(manager.userId, change);
    return ok(undefined);
  };
  const set = (change: Partial<Manager['settings']>) => (now: Manager) => ({
    ...now,
    settings: { ...now.settings, ...change },
  });
  switch (command.type) {
    case 'setFeature': {
      const { feature, on } = command;
      if (feature === 'doNotDisturb') return active.doNotDisturb.set(manager, context, on);
      return settle(await saveSwitch(db, fence, context, feature, on), set({ [feature]: on }));
    }
    case 'setFilterMode': {
      const { mode } = command;
      return settle(await saveFilterMode(db, fence, context, mode), set({ filterMode: mode }));
    }
    case 'setPatterns': {
      const { mode } = command;
      const patterns = command.patterns.map(cleanPattern);
      return settle(await savePatterns(db, fence, context, mode, patterns), set({ [mode]: patterns }));
    }
    case 'setDivertTarget': {
      const { target } = command;
      return settle(await saveDivertTarget(db, fence, context, target), set({ divertTarget: target }));
    }
    case 'setDefaultAssistant': {
      const { assistantId } = command;
      const saved = await saveDefaultAssistant(db, fence, context, assistantId);
      return settle(saved, (now) => ({ ...now, defaultAssistant: assistantId }));
    }
    default:
      return assertNever(command);
  }
}

/** Null when it may be set. */
function problemOf(active: Active, manager: Manager, command: ManagerCommand): ProtocolError | null {
  if (command.type === 'setDivertTarget') {
    return divertTargetProblem(active.world.company, manager, command.target);
  }
  const worksInBothModes = command.type === 'setFeature' && command.feature === 'doNotDisturb';
  if (manager.mode === 'shared' && !worksInBothModes) {
    return protocolError('notAllowed', 'a shared line has no filter, no divert all and no assistant to choose');
  }
  if (command.type === 'setPatterns') {
    const wrong = checkPatternList(command.patterns);
    if (!wrong) return null;
    const code = wrong.problem.kind === 'tooMany' ? 'limitExceeded' : 'invalidPattern';
    return protocolError(code, `pattern ${wrong.index + 1}: ${problemText(wrong.problem)}`);
  }
  if (command.type === 'setDefaultAssistant') {
    const serves = manager.assistants.some(({ userId }) => userId === command.assistantId);
    return serves ? null : protocolError('notAllowed', 'not an assistant of this manager');
  }
  return null;
}
