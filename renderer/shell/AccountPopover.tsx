import { Menu, Separator } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store/context';
import { CommandEntry } from '../ui/EntryMenu';
import type { OpenedMenu } from '../ui/MenuButton';
import { MenuPopover } from '../ui/MenuPopover';
import { ThemeSection } from './ThemeSection';

/** What the assistant can do about the console itself. */
export function AccountPopover({ opened }: { readonly opened: OpenedMenu }) {
  const { t } = useTranslation();
  const proxy = useApp((state) => state.console?.mode === 'proxy');
  const canQuit = useApp((state) => state.abilities.quit);
  return (
    <MenuPopover opened={opened} label={t('top.menu')} className="account__menu" placement="bottom start" offset={6}>
      <Menu
        id={opened.id}
        className="context__menu scroll"
        aria-label={t('top.menu')}
        autoFocus={opened.focus === 'menu' ? true : opened.focus}
        onClose={opened.onClose}
      >
        {proxy && <CommandEntry name="goOnlineOffline" />}
        {proxy && <Separator className="context__line" />}
        <CommandEntry name="preferences" />
        <CommandEntry name="shortcuts" />
        <CommandEntry name="cheatSheet" />
        <Separator className="context__line" />
        <ThemeSection />
        <Separator className="context__line" />
        <CommandEntry name="checkConnection" />
        <CommandEntry name="recordings" />
        <CommandEntry name="reportProblem" />
        <CommandEntry name="about" />
        <CommandEntry name="signOut" />
        {canQuit && <CommandEntry name="quit" />}
      </Menu>
    </MenuPopover>
  );
}
