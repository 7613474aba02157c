import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ManagerView } from '../../../shared/calls/model';
import { useActions, useApp } from '../../store/context';
import { modePending } from './pending';

/** Which list is in force; a press asks for the other one. */
export function FilterModeButton({ manager }: { readonly manager: ManagerView }) {
  const { t } = useTranslation();
  const { send } = useActions();
  const notLive = useApp((state) => state.link.phase !== 'live');
  const pending = useApp((state) => modePending(state.pending, manager.managerId));
  const word = t(`manager.${manager.filterMode}`);
  const other = manager.filterMode === 'inclusive' ? 'exclusive' : 'inclusive';
  return (
    <Button
      className="chip"
      aria-label={`${t('manager.modeFor', { name: manager.name })}: ${word}`}
      isDisabled={notLive}
      data-pending={pending ? '' : undefined}
      onPress={() => {
        if (!pending) send({ type: 'setFilterMode', managerId: manager.managerId, mode: other });
      }}
    >
      {word}
    </Button>
  );
}
