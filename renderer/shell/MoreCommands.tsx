/** The menu at the end of the toolbar: what does not fit on it, then what is asked for rarely. */
import { Ellipsis } from 'lucide-react';
import { Button, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CommandName } from '../commands/names';
import type { MenuEntry } from '../ui/ContextMenu';
import { EntryMenu } from '../ui/EntryMenu';
import { moreButtonId } from './CommandButton';
import { moreNames } from './toolbarItems';

export function MoreCommands({ over }: { readonly over: readonly CommandName[] }) {
  const { t } = useTranslation();
  const entries: MenuEntry[] = [
    ...over.map((name) => ({ kind: 'command', name }) as const),
    ...(over.length === 0 ? [] : [{ kind: 'line' } as const]),
    ...moreNames.map((name) => ({ kind: 'command', name }) as const),
  ];
  return (
    <MenuTrigger>
      <Button id={moreButtonId} className="cmd cmd--plain cmd--more" aria-label={t('toolbar.moreCommands')}>
        <span className="cmd__top">
          <Ellipsis size={18} aria-hidden="true" className="cmd__icon" />
        </span>
        <span className="cmd__label">{t('toolbar.more')}</span>
      </Button>
      <Popover className="popover context" placement="bottom end" offset={6}>
        <EntryMenu entries={entries} label={t('toolbar.moreCommands')} />
      </Popover>
    </MenuTrigger>
  );
}
