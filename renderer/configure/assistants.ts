/** People around one manager, in words. */
import type { TFunction } from 'i18next';
import type { DivertTarget, ManagerView } from '../../shared/calls/model';
import type { UserId } from '../../shared/ids';
import { formatNumber } from '../format/number';

/** As one speaks of somebody: names are written first name first. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

export function assistantName(manager: ManagerView, userId: UserId | null): string | null {
  return manager.assistants.find((assistant) => assistant.userId === userId)?.name ?? null;
}

/** Where a divert goes: a person's name or a number. */
export function targetWords(manager: ManagerView, target: DivertTarget, t: TFunction): string {
  switch (target.kind) {
    case 'activeAssistant':
      return assistantName(manager, manager.activeAssistant) ?? t('manager.activeAssistant');
    case 'assistant':
      return assistantName(manager, target.userId) ?? t('configure.anAssistant');
    case 'number':
      return formatNumber(target.number);
    case 'none':
      return t('configure.targetNone');
  }
}
