import { EllipsisVertical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PanelId } from '../../shared/console/layout';
import type { MenuEntry } from '../ui/ContextMenu';
import { EntriesPopover } from '../ui/laterMenus';
import { MenuButton } from '../ui/MenuButton';
import { useArrangement } from './context';
import { groupsToJoin, moves, placeFor, type Move } from './moves';
import { panelName } from './panelNames';

export function panelMenuId(panel: PanelId): string {
  return `panel-menu-${panel}`;
}

/** In a script from the right, the next column is on the left. */
const words: Readonly<Record<'ltr' | 'rtl', Readonly<Record<Move, 'left' | 'right' | 'up' | 'down' | 'ownColumn'>>>> = {
  ltr: { previous: 'left', next: 'right', up: 'up', down: 'down', ownColumn: 'ownColumn' },
  rtl: { previous: 'right', next: 'left', up: 'up', down: 'down', ownColumn: 'ownColumn' },
};
/** Left before right, as on the screen. */
const inOrder: Readonly<Record<'ltr' | 'rtl', readonly Move[]>> = {
  ltr: moves,
  rtl: ['next', 'previous', 'up', 'down', 'ownColumn'],
};

/** Moves a panel without a mouse: left, right, up, down, into a column of its own, as a tab beside another. */
export function PanelMenu({ panel }: { readonly panel: PanelId }) {
  const { t, i18n } = useTranslation();
  const { shown, move, hasRoomFor } = useArrangement();
  const direction = i18n.dir();
  const label = t('layout.menu', { name: panelName(panel, t) });

  const sideways = inOrder[direction].map((one): MenuEntry => {
    const place = placeFor(shown, panel, one);
    const reason = place === null ? t('layout.nothingThere') : hasRoomFor(panel, place) ? null : t('layout.noRoom');
    const onAction = () => place !== null && move(panel, place);
    return { kind: 'action', id: one, label: t(`layout.move.${words[direction][one]}`), reason, onAction };
  });
  const beside = groupsToJoin(shown, panel).map((panels): MenuEntry => {
    const [first = panel] = panels;
    const name = panels.map((one) => panelName(one, t)).join(', ');
    return {
      kind: 'action',
      id: `tab-${first}`,
      label: t('layout.move.tab', { name }),
      onAction: () => move(panel, { kind: 'tab', beside: first }),
    };
  });
  const entries: MenuEntry[] = [
    ...sideways,
    ...(beside.length === 0 ? [] : ([{ kind: 'line' }, ...beside] satisfies MenuEntry[])),
    { kind: 'line' },
    { kind: 'command', name: 'resetLayout' },
  ];
  return (
    <MenuButton
      id={panelMenuId(panel)}
      className="icon-button panel-menu"
      label={label}
      menu={(opened) => <EntriesPopover opened={opened} entries={entries} label={label} offset={4} />}
    >
      <EllipsisVertical size={16} aria-hidden="true" />
    </MenuButton>
  );
}
