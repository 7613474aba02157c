/** What somebody sets for a manager: saved with a line in the change log, then in force for the very next call. */
import type { UserId } from '../../shared/ids';
import { assertNever } from '../../shared/assertNever';
import { protocolError } from '../../shared/protocol/errors';
import type { Command } from '../../shared/protocol/commands';
import { fail, ok } from '../../shared/result';
import { checkPatternList, cleanPattern, problemText } from '../../shared/routing/pattern';
import type { Manager, ManagerSettings } from '../store/company';
import type { Change } from '../store/changeLog';
import type { Fenced } from '../store/fence';
import {
  saveFilterMode,
  saveLoggedChange,
  savePatterns,
  saveSwitch,
  type ChangeContext,
} from '../store/managerSettings';
import type { Active } from './active';
import type { Done } from './execute';
import { toSwitch } from './toSwitch';

/** Who asks: an assistant at the console, or the manager, by phone or web page. */
export type Actor = Change['byUser'];

export type ManagerCommand = Extract<Command, { managerId: UserId }>;

export async function changeManager(
  active: Active,
  by: Actor,
  manager: Manager,
  command: ManagerCommand,
): Promise<Done> {
  const { db, fence } = active;
  const context: ChangeContext = {
    at: Date.now(),
    lineNumber: manager.dn,
    forUser: { role: 'manager', userId: manager.userId },
    byUser: by,
  };
  switch (command.type) {
    case 'setFeature': {
      const { feature, on } = command;
      if (feature === 'doNotDisturb') return setDoNotDisturb(active, manager, context, on);
      const saved = await saveSwitch(db, fence, context, feature, on);
      return inForce(active, manager, saved, { [feature]: on });
    }
    case 'setFilterMode': {
      const saved = await saveFilterMode(db, fence, context, command.mode);
      return inForce(active, manager, saved, { filterMode: command.mode });
    }
    case 'setPatterns': {
      const wrong = checkPatternList(command.patterns);
      if (wrong) {
        const code = wrong.problem.kind === 'tooMany' ? 'limitExceeded' : 'invalidPattern';
        return fail(protocolError(code, `pattern ${wrong.index + 1}: ${problemText(wrong.problem)}`));
      }
      const patterns = command.patterns.map(cleanPattern);
      const saved = await savePatterns(db, fence, context, command.mode, patterns);
      return inForce(active, manager, saved, { [command.mode]: patterns });
    }
    case 'setDivertTarget':
    case 'setDefaultAssistant':
      return fail(protocolError('notAllowed', 'not yet'));
    default:
      return assertNever(command);
  }
}

/** Lives in the switch, which tells everybody; here only the log line is written. */
async function setDoNotDisturb(active: Active, manager: Manager, context: ChangeContext, on: boolean): Promise<Done> {
  const before = active.world.mirror.phones.get(manager.phoneId)?.doNotDisturb ?? false;
  const done = await toSwitch(active, { type: 'setDoNotDisturb', phoneId: manager.phoneId, on });
  if (!done.ok) return done;
  const change = { ...context, parameter: 'doNotDisturb', oldValue: String(before), newValue: String(on) };
  try {
    await saveLoggedChange(active.db, active.fence, change);
  } catch (error) {
    // The switch has done it: saying no would be a lie.
    active.log.error({ err: error }, 'change not logged');
  }
  return done;
}

function inForce(
  active: Active,
  manager: Manager,
  saved: Awaited<Fenced<unknown>>,
  change: Partial<ManagerSettings>,
): Done {
  if (!saved.ok) {
    active.onFenced();
    return fail(protocolError('standby', 'another service is active'));
  }
  active.settingsChanged(manager.userId, change);
  return ok(undefined);
}
