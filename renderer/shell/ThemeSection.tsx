import { Check, Contrast, Monitor, Moon, Sun } from 'lucide-react';
import { Header, MenuItem, MenuSection, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { themes } from '../../shared/console/choices';
import { useActions, useApp } from '../store/context';

const icons = { system: Monitor, light: Sun, dark: Moon, contrast: Contrast } as const;

/** The theme without a way through the preferences. */
export function ThemeSection() {
  const { t } = useTranslation();
  const { savePreferences } = useActions();
  const preferences = useApp((state) => state.preferences);
  const isLocked = useApp((state) => state.locked.includes('theme'));
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[preferences.theme]}
      onSelectionChange={(keys) => {
        const theme = themes.find((one) => keys !== 'all' && keys.has(one));
        if (theme !== undefined) savePreferences({ ...preferences, theme });
      }}
    >
      <Header className="account__header">
        {t('preferences.theme')}
        {isLocked && <span className="account__locked">{t('reason.locked')}</span>}
      </Header>
      {themes.map((theme) => {
        const Icon = icons[theme];
        return (
          <MenuItem
            key={theme}
            id={theme}
            isDisabled={isLocked}
            className="context__item account__theme"
            textValue={t(`theme.${theme}`)}
          >
            <Icon size={15} aria-hidden="true" />
            <Text slot="label">{t(`theme.${theme}`)}</Text>
            <Check className="account__check" size={15} aria-hidden="true" />
          </MenuItem>
        );
      })}
    </MenuSection>
  );
}
