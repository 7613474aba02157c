import { expect, it, vi } from 'vitest';
import { languages } from '../../shared/console/choices';
import { languageOf, wordsFor } from './words';

const system = vi.hoisted(() => ({ locale: 'en-US' }));
vi.mock('electron', () => ({ app: { getLocale: () => system.locale } }));

it.each([
  ['en-GB', 'en'],
  ['fr-CA', 'fr'],
  ['de', 'de'],
  ['es-419', 'es'],
  ['ar-EG', 'ar'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant', 'zh-Hant'],
  ['zh-CN', 'en'],
  ['pl', 'en'],
  ['', 'en'],
])('a system in %j speaks %s', (locale, language) => expect(languageOf(locale)).toBe(language));

it('the language that was chosen wins over the system’s', () => {
  system.locale = 'fr-FR';
  expect(wordsFor({ language: 'system' }).answer).toBe('Répondre');
  expect(wordsFor({ language: 'de' }).answer).toBe('Annehmen');
});

it('has every word in every language, each its own', () => {
  const all = languages.map((language) => {
    const { incomingCall, numberWithheld, answer, preferences, help, checkConnection, saveAs } = wordsFor({ language });
    return [incomingCall, numberWithheld, answer, preferences, help, checkConnection, saveAs];
  });
  expect(all.flat().every((word) => word.trim() !== '')).toBe(true);
  expect(new Set(all.map((words) => words.join('|'))).size).toBe(languages.length);
});
