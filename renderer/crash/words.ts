/** The words of a screen that must speak although nothing else may work: in the person's language where it is known, else in the system's, else in English. */
import i18next from 'i18next';
import english from '../strings/en/crash.json';
import { fetchLaterWords, showLanguage } from '../strings/i18n';

export type CrashWord = keyof typeof english;

/** Resolves when the words are there, or when they can't be had. */
export async function fetchCrashWords(): Promise<void> {
  await fetchLaterWords().catch(() => undefined);
  // The preferences were never in force: their language is not known either.
  const { dataset } = document.documentElement;
  if (dataset['theme'] === undefined) await showLanguage('system').catch(() => undefined);
}

/** Looked up, not translated: of all that can break, the fewest parts are between here and the words. */
export function say(word: CrashWord, reference = ''): string {
  const found = [i18next.language, 'en'].map((language) => wordsIn(language, `crash.${word}`));
  return (found.find((words) => words !== null) ?? english[word]).replace('{{reference}}', reference);
}

function wordsIn(language: string, key: string): string | null {
  try {
    const words: unknown = i18next.getResource(language, 'translation', key);
    return typeof words === 'string' ? words : null;
  } catch {
    return null;
  }
}
