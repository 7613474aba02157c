import { useCallback } from 'react';
import type { UserId } from '../../../shared/ids';
import { managerOf } from '../../store/selectors';
import type { ConfigureTab } from '../../store/overlay';
import { useAppHandle } from '../../store/context';

/** Opens the dialog of a manager: where nothing else is asked, at the list that is in force. */
export function useConfigure(): (managerId: UserId, tab?: ConfigureTab) => void {
  const { store, actions } = useAppHandle();
  return useCallback(
    (managerId, tab) => {
      const { console } = store.getState();
      const manager = console === null ? null : managerOf(console, managerId);
      if (manager === null) return;
      actions.selectManager(managerId);
      const usual = console?.mode === 'shared' ? 'divert' : manager.filterMode;
      actions.open({ kind: 'configure', managerId, tab: tab ?? usual });
    },
    [store, actions],
  );
}
