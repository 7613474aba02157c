/** Theme and text size on the page, as attributes of the root that the style sheets read. */
import type { Preferences } from '../../shared/console/preferences';

/** What the theme comes to: a system that asks for more contrast gets it without being told again. */
export function themeOnPage(theme: Preferences['theme'], moreContrast: boolean): Preferences['theme'] {
  return theme === 'system' && moreContrast ? 'contrast' : theme;
}

const moreContrast = '(prefers-contrast: more)';

export function showLook({ theme, textSize }: Pick<Preferences, 'theme' | 'textSize'>): void {
  const { dataset } = document.documentElement;
  dataset['theme'] = themeOnPage(theme, matchMedia(moreContrast).matches);
  dataset['text'] = String(textSize);
}

/** Keeps the page as `wanted` says, also when the system changes its mind. */
export function followSystemLook(wanted: () => Pick<Preferences, 'theme' | 'textSize'>): void {
  matchMedia(moreContrast).addEventListener('change', () => showLook(wanted()));
}
