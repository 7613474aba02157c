/**
 * The words on the screen, in the language of the preferences. The English ones of the login and the main window are at hand from the start;
 * those of parts that are opened later come with these, another language when it is chosen.
 */
import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Preferences } from '../../shared/console/preferences';
import { formatCount } from '../format/count';
import { isolate } from '../format/isolate';
import { setFormatLocale } from '../format/locale';
import { chooseLanguage } from './choose';
import { first } from './en/first';
import { loadCatalogue, spoken } from './load';

/** Asked once a language: i18next looks for it in a long list each time. */
let rightToLeft = false;
i18next.on('languageChanged', (language) => void (rightToLeft = i18next.dir(language) === 'rtl'));

/** Numbers in a sentence are written in its digits, names and numbers keep their own direction. */
const formatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown) => {
    if (typeof value === 'number') return formatCount(value);
    return typeof value === 'string' ? isolate(value, rightToLeft) : String(value);
  },
};

export async function startStrings(): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(formatter)
    .init({
      lng: 'en',
      fallbackLng: 'en',
      resources: { en: { translation: first } },
      interpolation: { escapeValue: false, alwaysFormat: true },
      returnNull: false,
    });
}

let laterWords: Promise<void> | null = null;

/** Before anything is shown that is opened later. Rejects when they could not be fetched; the next call tries again. */
export function fetchLaterWords(): Promise<void> {
  laterWords ??= import('./en/later').then(
    ({ later }) => void i18next.addResourceBundle('en', 'translation', later, true),
    (error: unknown) => {
      laterWords = null;
      throw error;
    },
  );
  return laterWords;
}

let wanted = 'en';

/** In force at once, without a reload. Rejects when the words could not be fetched; the language before stays then. */
export async function showLanguage(
  preference: Preferences['language'],
  system: readonly string[] = navigator.languages,
): Promise<void> {
  const { language, locale } = chooseLanguage(preference, system, spoken);
  wanted = language;
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const catalogue = await loadCatalogue(language);
    i18next.addResourceBundle(language, 'translation', catalogue);
    // Another one was chosen while this was on its way.
    if (wanted !== language) return;
  }
  setFormatLocale(locale);
  await i18next.changeLanguage(language);
}

/** For words that are chosen outside of components (toasts, announcements). */
export const t = i18next.t;
