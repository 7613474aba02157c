/** The context menu of a person found. */
import { useTranslation } from 'react-i18next';
import type { DirectoryEntry } from '../../../shared/protocol/messages';
import { spokenName } from '../../format/person';
import { useActions } from '../../store/context';
import { useContextMenu, type ContextMenu } from '../../ui/ContextMenu';
import type { Reach } from '../lists/useReach';

export function useDirectoryMenu(entries: readonly DirectoryEntry[], reach: Reach): ContextMenu {
  const { t } = useTranslation();
  const { open } = useActions();
  return useContextMenu((key) => {
    const entry = entries.find(({ id }) => id === key);
    if (entry === undefined) return [];
    const [call, ...others] = reach.entries(entry.number);
    return [
      // The panel's own call: two presses are one.
      ...(call?.kind === 'action' ? [{ ...call, onAction: () => reach.call(entry.number) }] : []),
      ...others,
      { kind: 'line' },
      {
        kind: 'action',
        id: 'keep',
        label: t('speedDial.keep'),
        onAction: () => open({ kind: 'speedDial', entryId: null, name: spokenName(entry), number: entry.number }),
      },
    ];
  }, t('directory.menu'));
}
