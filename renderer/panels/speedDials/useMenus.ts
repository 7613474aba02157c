/** The context menus of the panel: of an entry, of a group, of the panel itself. */
import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../../store/context';
import { useContextMenu, type ContextMenu, type MenuEntry } from '../../ui/ContextMenu';
import type { Reach } from '../lists/useReach';
import { entryMenu, groupMenu, panelMenu } from './menus';
import type { Deeds } from './useDeeds';

interface MenuNeeds {
  readonly reach: Reach;
  readonly deeds: Deeds;
  readonly onImport: () => void;
}

export function useMenus({ reach, deeds, onImport }: MenuNeeds): Record<'rows' | 'panel', ContextMenu> {
  const { t } = useTranslation();
  const { open } = useActions();
  const dials = useApp((state) => state.speedDials);

  const panelEntries = (): MenuEntry[] =>
    panelMenu(dials, {
      addGroup: () => open({ kind: 'speedDialGroup', groupId: null }),
      importFile: onImport,
      exportFile: () => void deeds.exportFile(),
    });
  const rowEntries = (key: string | null): MenuEntry[] => {
    const entry = dials.entries.find(({ id }) => id === key);
    if (entry !== undefined) {
      return entryMenu(entry, dials, {
        reach: reach.entries(entry.number),
        change: () => open({ kind: 'speedDial', entryId: entry.id, name: '', number: '' }),
        moveTo: (group) => deeds.moveEntry(entry.id, group.id),
        remove: () => deeds.remove(entry.id),
      });
    }
    const group = dials.groups.find(({ id }) => id === key);
    if (group === undefined) return panelEntries();
    return groupMenu(group, dials, {
      add: () => open({ kind: 'speedDial', entryId: null, name: '', number: '', groupId: group.id }),
      rename: () => open({ kind: 'speedDialGroup', groupId: group.id }),
      move: (step) => deeds.moveGroup(group.id, step),
      remove: () => deeds.remove(group.id),
    });
  };
  return {
    rows: useContextMenu(rowEntries, t('speedDial.menu')),
    panel: useContextMenu(panelEntries, t('speedDial.panelMenu')),
  };
}
