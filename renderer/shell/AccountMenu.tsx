import { Check, ChevronDown, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../shared/console/preferences';
import { useActions, useApp } from '../store/context';
import { Avatar } from '../ui/Avatar';

const themes = [
  { id: 'system', label: 'top.themeSystem', Icon: Monitor },
  { id: 'light', label: 'top.themeLight', Icon: Sun },
  { id: 'dark', label: 'top.themeDark', Icon: Moon },
] as const satisfies readonly { id: Preferences['theme']; label: string; Icon: typeof Sun }[];

export function AccountMenu({ name, dn }: { readonly name: string; readonly dn: string }) {
  const { t } = useTranslation();
  const { logout, savePreferences } = useActions();
  const preferences = useApp((state) => state.preferences);
  return (
    <MenuTrigger>
      <Button className="account" aria-label={`${t('top.signedInAs', { name, dn })}. ${t('top.menu')}`}>
        <Avatar name={name} />
        <span className="account__name ellipsis">{name}</span>
        <span className="account__dn">{dn}</span>
        <ChevronDown size={15} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom start" offset={6}>
        <Menu className="menu" aria-label={t('top.menu')}>
          <MenuSection
            className="menu__section"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[preferences.theme]}
            onSelectionChange={(keys) => {
              const theme = themes.find(({ id }) => keys !== 'all' && keys.has(id))?.id;
              if (theme === undefined) return;
              savePreferences({ ...preferences, theme });
            }}
          >
            <Header className="menu__header">{t('top.theme')}</Header>
            {themes.map(({ id, label, Icon }) => (
              <MenuItem key={id} id={id} className="menu__item" textValue={t(label)}>
                <Icon size={16} aria-hidden="true" />
                {t(label)}
                <Check className="menu__check" size={15} aria-hidden="true" />
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="menu__line" />
          <MenuItem id="signOut" className="menu__item" onAction={logout} textValue={t('top.signOut')}>
            <LogOut size={16} aria-hidden="true" />
            {t('top.signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
