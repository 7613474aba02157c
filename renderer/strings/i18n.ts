/** The catalogue of every word on the screen. English is at hand from the start; another language is fetched when it is chosen. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';

export async function startStrings(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** For words that are chosen outside of components (toasts, announcements). */
export const t = i18next.t;
