/** How the page is to look, where whoever opened it said so: `?theme=dark&text=115&language=de`. The rest is the system's. */
import { Preferences, defaultPreferences } from '../../shared/console/preferences';

export type Wishes = Pick<Preferences, 'theme' | 'textSize' | 'language'>;

export function wishesOf(search: string): Wishes {
  const asked = new URLSearchParams(search);
  const { theme, textSize, language } = Preferences.shape;
  const { theme: anyTheme, textSize: anySize, language: anyLanguage } = defaultPreferences;
  return {
    theme: theme.catch(anyTheme).parse(asked.get('theme')),
    textSize: textSize.catch(anySize).parse(Number(asked.get('text'))),
    language: language.catch(anyLanguage).parse(asked.get('language')),
  };
}
