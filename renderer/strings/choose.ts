/** Which language speaks: the assistant's choice, else the first one of the system that there are words for, else English. */
import type { Language } from '../../shared/console/choices';
import type { Preferences } from '../../shared/console/preferences';

export interface ChosenLanguage {
  readonly language: Language;
  /** With the system's region where it names one of this language (`de-CH`, `ar-EG`): how numbers and times are written. */
  readonly locale: string;
}

export function chooseLanguage(
  preference: Preferences['language'],
  system: readonly string[],
  spoken: readonly Language[],
): ChosenLanguage {
  const wanted = preference === 'system' ? system.map((tag) => match(tag, spoken)).find(Boolean) : preference;
  const language = wanted != null && spoken.includes(wanted) ? wanted : 'en';
  return { language, locale: system.find((tag) => match(tag, [language]) !== null) ?? language };
}

/** By language and script: `zh-TW` is written like `zh-Hant`, `zh-CN` is not. */
function match(tag: string, spoken: readonly Language[]): Language | null {
  const wanted = likely(tag);
  if (wanted === null) return null;
  return spoken.find((language) => likely(language) === wanted) ?? null;
}

function likely(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script ?? ''}`;
  } catch {
    return null;
  }
}
