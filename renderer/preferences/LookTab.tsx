import { Contrast, Monitor, Moon, RotateCcw, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { textSizes, themes } from '../../shared/console/choices';
import { commandNamed } from '../commands/registry';
import { formatCount } from '../format/count';
import { useAppHandle } from '../store/context';
import { Cards } from './Cards';
import { usePreference } from './usePreference';

const icons = { system: Monitor, light: Sun, dark: Moon, contrast: Contrast } as const;

/** Theme, text size, and the panels as they came. */
export function LookTab() {
  const { t } = useTranslation();
  const app = useAppHandle();
  const [theme, setTheme, isThemeLocked] = usePreference('theme');
  const [textSize, setTextSize, isSizeLocked] = usePreference('textSize');
  return (
    <div className="prefs__page">
      <Cards
        label={t('preferences.theme')}
        value={theme}
        isLocked={isThemeLocked}
        onChange={setTheme}
        options={themes.map((value) => {
          const Icon = icons[value];
          return { value, label: t(`theme.${value}`), picture: <Icon size={20} aria-hidden="true" /> };
        })}
      />
      <Cards
        label={t('preferences.textSize')}
        value={String(textSize)}
        isLocked={isSizeLocked}
        onChange={(chosen) => {
          const size = textSizes.find((one) => String(one) === chosen);
          if (size !== undefined) setTextSize(size);
        }}
        options={textSizes.map((size) => ({
          value: String(size),
          label: t('preferences.percent', { percent: formatCount(size) }),
        }))}
      />
      <div className="pref pref--row">
        <div>
          <p className="pref__label">{t('preferences.layout')}</p>
          <p className="pref__help">{t('preferences.layoutHelp')}</p>
        </div>
        <button type="button" className="button" onClick={() => commandNamed('resetLayout').run(app)}>
          <RotateCcw size={15} aria-hidden="true" />
          {t('command.resetLayout')}
        </button>
      </div>
    </div>
  );
}
