import { ListChecks, ListX } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { UserId } from '../../../shared/ids';
import { useActions, useApp, useReadOnly } from '../../store/context';
import { modePending } from './pending';
import { useManager } from './useManager';

/** Which list is in force and how many patterns it has; a press asks for the other one. */
export function FilterModeButton({ managerId }: { readonly managerId: UserId }) {
  const { t } = useTranslation();
  const { send, selectManager } = useActions();
  const readOnly = useReadOnly();
  const manager = useManager(managerId);
  const notLive = useApp((state) => state.link.phase !== 'live');
  const pending = useApp((state) => modePending(state.pending, managerId));
  if (manager === null) return null;
  const { filterMode } = manager;
  const word = t(`manager.${filterMode}`);
  const count = manager[filterMode].length;
  const patterns = t('manager.patterns', { count });
  const Icon = filterMode === 'inclusive' ? ListChecks : ListX;
  const label = t('manager.modeNow', { label: t('manager.modeFor', { name: manager.name }), mode: word, patterns });
  const shown = (
    <>
      <Icon className="chip__icon" size={14} aria-hidden="true" />
      <span className="chip__word chip__word--mode">{word}</span>
      <span className="chip__count">{count}</span>
    </>
  );
  const quiet = filterMode === 'inclusive' && !manager.filterOn ? '' : undefined;
  if (readOnly)
    return (
      <span className="chip chip--mode" role="img" aria-label={label} data-quiet={quiet}>
        {shown}
      </span>
    );
  return (
    <Button
      className="chip chip--mode"
      aria-label={label}
      isDisabled={notLive}
      data-pending={pending ? '' : undefined}
      data-quiet={quiet}
      onPress={() => {
        // As with the switches beside it.
        selectManager(managerId);
        if (pending) return;
        send({ type: 'setFilterMode', managerId, mode: filterMode === 'inclusive' ? 'exclusive' : 'inclusive' });
      }}
    >
      {shown}
    </Button>
  );
}
