/** Light or dark: what the settings say; `system` leaves it to the system (shared/look/tokens.css). */
import type { Theme } from '../../shared/console/preferences';

export function showTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}
