/** Light or dark: what the settings say, else what the system says, following it while it changes. */
import type { Settings } from '../../shared/bridge';

const systemDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

export function resolveTheme(theme: Settings['theme'], dark: boolean): 'light' | 'dark' {
  if (theme === 'system') return dark ? 'dark' : 'light';
  return theme;
}

export function showTheme(theme: Settings['theme']): void {
  document.documentElement.dataset['theme'] = resolveTheme(theme, systemDark().matches);
}

/** `current` is asked again whenever the system changes. */
export function followSystemTheme(current: () => Settings['theme']): void {
  systemDark().addEventListener('change', () => showTheme(current()));
}
