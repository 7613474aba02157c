import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store/context';
import type { AppState } from '../store/state';
import { later } from '../ui/later';
import { MenuButton } from '../ui/MenuButton';

const AccountPopover = later(async () => (await import('./AccountPopover')).AccountPopover);

interface AccountMenuProps {
  readonly name: string;
  readonly dn: string;
}

/** Who is signed in here, whether calls come to them, and what they can do about the console. */
export function AccountMenu({ name, dn }: AccountMenuProps) {
  const { t } = useTranslation();
  const presence = useApp(presenceOf);
  const word = t(`top.${presence}`);
  return (
    <div className="account">
      <MenuButton
        className="account__button"
        label={t('top.accountButton', { state: word })}
        presence={presence}
        menu={(opened) => <AccountPopover opened={opened} />}
      >
        <i className="account__dot" />
        {word}
        <ChevronDown size={15} aria-hidden="true" />
      </MenuButton>
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
