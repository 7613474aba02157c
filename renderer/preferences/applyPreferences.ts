/** Brings the preferences into force in this window: at the start, and again whenever they change. */
import type { Preferences } from '../../shared/console/preferences';
import type { App } from '../store/app';
import { showLanguage, t } from '../strings/i18n';
import { followSystemLook, showLook } from './showLook';

/** Resolves when the words of the language are there; without them the page would flash in English. */
export async function applyPreferences(app: App): Promise<void> {
  const speak = ({ language }: Preferences): Promise<void> =>
    showLanguage(language).catch(() => app.actions.toast('bad', t('toast.noLanguage')));

  app.store.subscribe(({ preferences }, before) => {
    if (preferences === before.preferences) return;
    showLook(preferences);
    if (preferences.language !== before.preferences.language) void speak(preferences);
  });
  followSystemLook(() => app.store.getState().preferences);
  window.addEventListener('languagechange', () => void speak(app.store.getState().preferences));
  const { preferences } = app.store.getState();
  showLook(preferences);
  await speak(preferences);
}
