/** The catalogue of every word on the page. Further languages are further files of the same shape. */
import i18next from 'i18next';
import en from './en.json';

export type Key = keyof typeof en;
type Values = Readonly<Record<string, string | number>>;

const words = i18next.createInstance();

export async function startStrings(): Promise<void> {
  await words.init({
    lng: 'en',
    fallbackLng: 'en',
    keySeparator: false,
    nsSeparator: false,
    resources: { en: { translation: en } },
    // React renders text as text.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** The console's catalogue types the library as a whole; this page's own is checked by `Key`. */
export function t(key: Key, values: Values = {}): string {
  const read: unknown = Reflect.apply(words.t, words, [key, values]);
  return String(read);
}
