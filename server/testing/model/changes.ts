/** What an assistant or a manager can change, as a command, as a line of the change log, and as the model has it after. */
import { assertNever } from '../../../shared/assertNever';
import type { DivertTarget, ManagerView } from '../../../shared/calls/model';
import { Dn, UserId } from '../../../shared/ids';
import type { Command } from '../../../shared/protocol/commands';
import { cleanPattern } from '../../../shared/routing/pattern';
import type { ManagerModel } from './oracle';
import { divertNumbers, patternLists, type Step } from './steps';

export interface Change {
  readonly command: Command;
  readonly parameter: string;
  readonly oldValue: string;
  readonly newValue: string;
  apply(manager: ManagerModel): void;
  /** Does this view of a console show it? */
  isIn(view: ManagerView): boolean;
}

export function changeOf(manager: ManagerModel, { what, pick }: Extract<Step, { kind: 'set' }>): Change {
  switch (what) {
    case 'divertAll':
    case 'filterOn':
      return featureOf(manager, what, pick % 2 === 0);
    case 'filterMode':
      return modeOf(manager, pick % 2 === 0 ? 'inclusive' : 'exclusive');
    case 'inclusive':
    case 'exclusive':
      return patternsOf(manager, what, patternLists[pick % patternLists.length] ?? []);
    case 'divertTarget':
      return targetOf(manager, pick);
    case 'defaultAssistant':
      return defaultOf(manager, manager.assistants[pick % manager.assistants.length]?.userId ?? '');
    default:
      return assertNever(what);
  }
}

/** What the same key of the manager's phone does: turn over what is set. */
export function toggleOf(manager: ManagerModel, what: 'divertAll' | 'filterOn' | 'filterMode'): Change {
  if (what === 'filterMode') return modeOf(manager, manager.filterMode === 'inclusive' ? 'exclusive' : 'inclusive');
  return featureOf(manager, what, !manager[what]);
}

function featureOf(manager: ManagerModel, feature: 'divertAll' | 'filterOn', on: boolean): Change {
  return {
    command: { type: 'setFeature', managerId: idOf(manager), feature, on },
    parameter: feature,
    oldValue: String(manager[feature]),
    newValue: String(on),
    apply: (model) => (model[feature] = on),
    isIn: (view) => view[feature] === on,
  };
}

function modeOf(manager: ManagerModel, mode: 'inclusive' | 'exclusive'): Change {
  return {
    command: { type: 'setFilterMode', managerId: idOf(manager), mode },
    parameter: 'filterMode',
    oldValue: manager.filterMode,
    newValue: mode,
    apply: (model) => (model.filterMode = mode),
    isIn: (view) => view.filterMode === mode,
  };
}

function patternsOf(manager: ManagerModel, mode: 'inclusive' | 'exclusive', typed: readonly string[]): Change {
  const patterns = typed.map(cleanPattern);
  return {
    command: { type: 'setPatterns', managerId: idOf(manager), mode, patterns: [...typed] },
    parameter: `${mode}Patterns`,
    oldValue: manager[mode].join(' '),
    newValue: patterns.join(' '),
    apply: (model) => (model[mode] = patterns),
    isIn: (view) => view[mode].join(' ') === patterns.join(' '),
  };
}

function targetOf(manager: ManagerModel, pick: number): Change {
  const choices: readonly ManagerModel['divertTo'][] = [
    null,
    ...divertNumbers.map((number) => ({ number })),
    ...manager.assistants.map(({ userId }) => ({ assistant: userId })),
  ];
  const divertTo = choices[pick % choices.length] ?? null;
  const target = targetView(divertTo);
  return {
    command: { type: 'setDivertTarget', managerId: idOf(manager), target },
    parameter: 'divertTarget',
    oldValue: JSON.stringify(targetView(manager.divertTo)),
    newValue: JSON.stringify(target),
    apply: (model) => (model.divertTo = divertTo),
    isIn: (view) => JSON.stringify(view.divertTarget) === JSON.stringify(target),
  };
}

export function targetView(divertTo: ManagerModel['divertTo']): DivertTarget {
  if (divertTo === null) return { kind: 'activeAssistant' };
  if ('number' in divertTo) return { kind: 'number', number: Dn.parse(divertTo.number) };
  return { kind: 'assistant', userId: UserId.parse(divertTo.assistant) };
}

function defaultOf(manager: ManagerModel, assistant: string): Change {
  return {
    command: { type: 'setDefaultAssistant', managerId: idOf(manager), assistantId: UserId.parse(assistant) },
    parameter: 'defaultAssistant',
    oldValue: manager.defaultAssistant,
    newValue: assistant,
    apply: (model) => (model.defaultAssistant = assistant),
    isIn: (view) => view.defaultAssistant === assistant,
  };
}

const idOf = (manager: ManagerModel): UserId => UserId.parse(manager.userId);
