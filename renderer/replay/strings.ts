/** The words of this page: the console's own, for its panels, and those of the replay. */
import i18next from 'i18next';
import type { Preferences } from '../../shared/console/preferences';
import replay from '../strings/en/replay.json';
import { fetchLaterWords, showLanguage, startStrings } from '../strings/i18n';

export async function startReplayStrings(language: Preferences['language']): Promise<void> {
  await startStrings();
  await fetchLaterWords();
  i18next.addResourceBundle('en', 'translation', { replay }, true);
  // Where the words can't be had it speaks English.
  await showLanguage(language).catch(() => undefined);
}
