import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store/context';
import type { AppState } from '../store/state';
import { CommandEntry } from '../ui/EntryMenu';
import { ThemeSection } from './ThemeSection';

interface AccountMenuProps {
  readonly name: string;
  readonly dn: string;
}

/** Who is signed in here, whether calls come to them, and what they can do about the console. */
export function AccountMenu({ name, dn }: AccountMenuProps) {
  const { t } = useTranslation();
  const presence = useApp(presenceOf);
  const proxy = useApp((state) => state.console?.mode === 'proxy');
  const canQuit = useApp((state) => state.abilities.quit);
  const word = t(`top.${presence}`);
  return (
    <div className="account">
      <MenuTrigger>
        <Button
          className="account__button"
          aria-label={t('top.accountButton', { state: word })}
          data-presence={presence}
        >
          <i className="account__dot" />
          {word}
          <ChevronDown size={15} aria-hidden="true" />
        </Button>
        <Popover className="popover context account__menu" placement="bottom start" offset={6}>
          <Menu className="context__menu scroll" aria-label={t('top.menu')}>
            {proxy && <CommandEntry name="goOnlineOffline" />}
            {proxy && <Separator className="context__line" />}
            <CommandEntry name="preferences" />
            <CommandEntry name="shortcuts" />
            <CommandEntry name="cheatSheet" />
            <Separator className="context__line" />
            <ThemeSection />
            <Separator className="context__line" />
            <CommandEntry name="about" />
            <CommandEntry name="signOut" />
            {canQuit && <CommandEntry name="quit" />}
          </Menu>
        </Popover>
      </MenuTrigger>
      <span className="account__who ellipsis">
        <span className="visually-hidden">{t('top.signedInAs', { name, dn })}</span>
        <span aria-hidden="true">
          <bdi>{name}</bdi> · <bdi dir="ltr">{dn}</bdi>
        </span>
      </span>
    </div>
  );
}

/** As far as is known: without a link nobody can say whether calls come here. */
function presenceOf(state: AppState): 'online' | 'offline' | 'unknown' {
  if (state.link.phase !== 'live' || state.console === null) return 'unknown';
  return state.console.me.online ? 'online' : 'offline';
}
