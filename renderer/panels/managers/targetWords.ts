/** Where a manager's divert goes: short for the chip, in full for its tooltip and for reading aloud. */
import type { TFunction } from 'i18next';
import type { ManagerView } from '../../../shared/calls/model';
import { formatNumber } from '../../format/number';

export function targetShort(manager: ManagerView, t: TFunction): string {
  const name = assistantOf(manager);
  if (name !== null) return name.split(/\s+/)[0] ?? name;
  return manager.divertTarget.kind === 'number' ? formatNumber(manager.divertTarget.number) : t('manager.on');
}

export function targetSpoken(manager: ManagerView, t: TFunction): string | null {
  const { divertTarget } = manager;
  const name = assistantOf(manager);
  const target = divertTarget.kind === 'number' ? formatNumber(divertTarget.number) : name;
  if (divertTarget.kind === 'none') return null;
  return t(manager.divertAll ? 'manager.divertsTo' : 'manager.wouldDivertTo', {
    target: target ?? t('manager.activeAssistant'),
  });
}

/** Who gets diverted calls: the active assistant stands in for a named one who is offline (product §5). */
function assistantOf({ assistants, activeAssistant, divertTarget }: ManagerView): string | null {
  if (divertTarget.kind === 'number' || divertTarget.kind === 'none') return null;
  const named =
    divertTarget.kind === 'assistant'
      ? assistants.find(({ userId, online }) => userId === divertTarget.userId && online)
      : undefined;
  return (named ?? assistants.find(({ userId }) => userId === activeAssistant))?.name ?? null;
}
