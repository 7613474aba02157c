/** What somebody sets for a manager: saved with a line in the change log, then in force for the very next call. */
import { assertNever } from '../../shared/assertNever';
import type { DivertTarget, FilterMode } from '../../shared/calls/model';
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
  type Saved,
} from '../store/managerSettings';
import type { Active } from './active';
import { divertTargetProblem } from './divertTarget';
import type { Done } from './execute';
import { numberProblem } from './numberCheck';

/** Who asks: an assistant at the console, or the manager, by phone or web page. */
export type Actor = Change['byUser'];

export type ManagerCommand = Extract<Command, { managerId: UserId }>;

const changedElsewhere = protocolError('staleState', 'it has been changed elsewhere meanwhile');

interface Shown {
  readonly setFeature: boolean;
  readonly setFilterMode: FilterMode;
  readonly setPatterns: readonly string[];
  readonly setDivertTarget: DivertTarget;
  readonly setDefaultAssistant: UserId | null;
}

/** `was`: what whoever asks was shown. Where it is something else by now, the change is refused (`staleState`). */
export type ManagerChange = {
  [K in keyof Shown]: Extract<ManagerCommand, { type: K }> & { readonly was?: Shown[K] };
}[keyof Shown];

/** Changes of one manager are made one after the other. */
export function changeManager(active: Active, by: Actor, manager: Manager, change: ManagerChange): Promise<Done> {
  const { userId } = manager;
  return active.managerTurns.take(userId, () => {
    const now = active.world.company.managers.get(userId);
    return now ? make(active, by, now, change) : Promise.resolve(fail(protocolError('notAllowed', 'no such manager')));
  });
}

async function make(active: Active, by: Actor, manager: Manager, command: ManagerChange): Promise<Done> {
  const wrong = (await unreachableTarget(active, command)) ?? problemOf(active, manager, command);
  if (wrong) return fail(wrong);
  const { db, fence } = active;
  const context: ChangeContext = {
    at: Date.now(),
    lineNumber: manager.dn,
    forUser: { role: 'manager', userId: manager.userId },
    byUser: by,
  };
  const settle = (saved: Awaited<Fenced<Saved>>, change: (now: Manager) => Manager): Done => {
    if (!saved.ok) {
      active.onFenced();
      return fail(protocolError('standby', 'another service is active'));
    }
    if (!saved.value.ok) return fail(changedElsewhere);
    active.managerChanged(manager.userId, change);
    return ok(undefined);
  };
  const set = (change: Partial<Manager['settings']>) => (now: Manager) => ({
    ...now,
    settings: { ...now.settings, ...change },
  });
  switch (command.type) {
    case 'setFeature': {
      const { feature, on, was } = command;
      if (feature !== 'doNotDisturb') {
        return settle(await saveSwitch(db, fence, context, feature, on, was), set({ [feature]: on }));
      }
      // It lives in the switch, which has told the mirror.
      const rings = active.mirror.phones.get(manager.phoneId)?.doNotDisturb !== true;
      if (was !== undefined && was === rings) return fail(changedElsewhere);
      return active.doNotDisturb.set(manager, context, on);
    }
    case 'setFilterMode': {
      const { mode, was } = command;
      return settle(await saveFilterMode(db, fence, context, mode, was), set({ filterMode: mode }));
    }
    case 'setPatterns': {
      const { mode, was } = command;
      const patterns = command.patterns.map(cleanPattern);
      return settle(await savePatterns(db, fence, context, mode, patterns, was), set({ [mode]: patterns }));
    }
    case 'setDivertTarget': {
      const { target, was } = command;
      return settle(await saveDivertTarget(db, fence, context, target, was), set({ divertTarget: target }));
    }
    case 'setDefaultAssistant': {
      const { assistantId, was } = command;
      const saved = await saveDefaultAssistant(db, fence, context, assistantId, was);
      return settle(saved, (now) => ({ ...now, defaultAssistant: assistantId }));
    }
    default:
      return assertNever(command);
  }
}

/** Null where the divert target is no number, or one that somebody has. */
async function unreachableTarget(active: Active, command: ManagerChange): Promise<ProtocolError | null> {
  if (command.type !== 'setDivertTarget' || command.target.kind !== 'number') return null;
  return numberProblem(active, command.target.number);
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
