/** The context menu of a call that has been. */
import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../../store/context';
import { useContextMenu, type ContextMenu } from '../../ui/ContextMenu';
import type { Reach } from '../lists/useReach';
import { rowKey } from './filter';

export function useHistoryMenu(reach: Reach): ContextMenu {
  const { t } = useTranslation();
  const { open } = useActions();
  const entries = useApp((state) => state.history.entries);
  return useContextMenu((key) => {
    const party = entries.find((entry) => rowKey(entry) === key)?.party;
    if (party === undefined) return [];
    const { name, number } = party;
    if (number === null) {
      // Nothing can be done with it; the menu says why.
      return [
        {
          kind: 'action',
          id: 'call',
          label: t('history.callBack'),
          reason: t('history.withheld'),
          onAction: () => undefined,
        },
      ];
    }
    return [
      ...reach.entries(number),
      { kind: 'line' },
      {
        kind: 'action',
        id: 'keep',
        label: t('speedDial.keep'),
        onAction: () => open({ kind: 'speedDial', entryId: null, name: name ?? '', number }),
      },
    ];
  }, t('history.menu'));
}
