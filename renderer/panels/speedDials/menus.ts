/** What the context menus of the panel hold. */
import { speedDialLimits } from '../../../shared/console/speedDialLimits';
import type { SpeedDial, SpeedDialGroup, SpeedDials } from '../../../shared/console/speedDials';
import { t } from '../../strings/i18n';
import type { MenuEntry } from '../../ui/ContextMenu';

const line: MenuEntry = { kind: 'line' };

/** More groups than this are chosen in the dialog. */
const groupsInMenu = 6;

interface EntryDeeds {
  readonly reach: readonly MenuEntry[];
  readonly change: () => void;
  readonly moveTo: (group: SpeedDialGroup) => void;
  readonly remove: () => void;
}

export function entryMenu(entry: SpeedDial, { groups }: SpeedDials, deeds: EntryDeeds): MenuEntry[] {
  const others = groups.filter(({ id }) => id !== entry.groupId);
  const moves: MenuEntry[] =
    others.length > groupsInMenu
      ? [{ kind: 'action', id: 'move', label: t('speedDial.moveElsewhere'), onAction: deeds.change }]
      : others.map((group) => ({
          kind: 'action',
          id: `move ${group.id}`,
          label: t('speedDial.moveTo', { group: group.name }),
          onAction: () => deeds.moveTo(group),
        }));
  return [
    ...deeds.reach,
    line,
    { kind: 'action', id: 'change', label: t('speedDial.change'), onAction: deeds.change },
    ...moves,
    line,
    { kind: 'action', id: 'delete', label: t('speedDial.delete'), keys: 'Delete', onAction: deeds.remove },
  ];
}

interface GroupDeeds {
  readonly add: () => void;
  readonly rename: () => void;
  readonly move: (step: 1 | -1) => void;
  readonly remove: () => void;
}

export function groupMenu(group: SpeedDialGroup, { groups, entries }: SpeedDials, deeds: GroupDeeds): MenuEntry[] {
  const atTheEnd = t('speedDial.atTheEnd');
  return [
    { kind: 'action', id: 'add', label: t('speedDial.new'), reason: fullReason(entries.length), onAction: deeds.add },
    line,
    { kind: 'action', id: 'rename', label: t('speedDial.rename'), onAction: deeds.rename },
    {
      kind: 'action',
      id: 'up',
      label: t('speedDial.groupUp'),
      reason: groups[0]?.id === group.id ? atTheEnd : null,
      onAction: () => deeds.move(-1),
    },
    {
      kind: 'action',
      id: 'down',
      label: t('speedDial.groupDown'),
      reason: groups.at(-1)?.id === group.id ? atTheEnd : null,
      onAction: () => deeds.move(1),
    },
    line,
    { kind: 'action', id: 'delete', label: t('speedDial.deleteGroup'), keys: 'Delete', onAction: deeds.remove },
  ];
}

interface PanelDeeds {
  readonly addGroup: () => void;
  readonly importFile: () => void;
  readonly exportFile: () => void;
}

export function panelMenu({ groups }: SpeedDials, deeds: PanelDeeds): MenuEntry[] {
  const { groups: limit } = speedDialLimits;
  return [
    { kind: 'command', name: 'newSpeedDial' },
    {
      kind: 'action',
      id: 'group',
      label: t('speedDial.newGroup'),
      reason: groups.length >= limit ? t('speedDial.groupsFull', { limit }) : null,
      onAction: deeds.addGroup,
    },
    line,
    { kind: 'action', id: 'import', label: t('speedDial.import'), onAction: deeds.importFile },
    {
      kind: 'action',
      id: 'export',
      label: t('speedDial.export'),
      reason: groups.length === 0 ? t('speedDial.nothingToExport') : null,
      onAction: deeds.exportFile,
    },
  ];
}

/** Why no entry can be added; null where one can. */
export function fullReason(count: number): string | null {
  const { entries: limit } = speedDialLimits;
  return count >= limit ? t('speedDial.full', { limit }) : null;
}
