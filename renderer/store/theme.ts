/** Light or dark: what the settings say; `system` leaves it to the system (shared/look/tokens.css). */
import type { Settings } from '../../shared/bridge';

export function showTheme(theme: Settings['theme']): void {
  document.documentElement.dataset['theme'] = theme;
}
