/** The menu at the end of the toolbar: what does not fit on it, then what is asked for rarely. */
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CommandName } from '../commands/names';
import type { MenuEntry } from '../ui/ContextMenu';
import { EntriesPopover } from '../ui/laterMenus';
import { MenuButton } from '../ui/MenuButton';
import { moreButtonId } from './CommandButton';
import { moreNames } from './toolbarItems';

export function MoreCommands({ over }: { readonly over: readonly CommandName[] }) {
  const { t } = useTranslation();
  const label = t('toolbar.moreCommands');
  const entries: MenuEntry[] = [
    ...over.map((name) => ({ kind: 'command', name }) as const),
    ...(over.length === 0 ? [] : [{ kind: 'line' } as const]),
    ...moreNames.map((name) => ({ kind: 'command', name }) as const),
  ];
  return (
    <MenuButton
      id={moreButtonId}
      className="cmd cmd--plain cmd--more"
      label={label}
      menu={(opened) => <EntriesPopover opened={opened} entries={entries} label={label} offset={6} />}
    >
      <span className="cmd__top">
        <Ellipsis size={18} aria-hidden="true" className="cmd__icon" />
      </span>
      <span className="cmd__label">{t('toolbar.more')}</span>
    </MenuButton>
  );
}
