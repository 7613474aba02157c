import { beforeAll, describe, expect, it } from 'vitest';
import i18next from 'i18next';
import { languages } from '../../shared/console/choices';
import { formatLocale } from '../format/locale';
import { catalogueProblems } from '../testing/catalogueProblems';
import { chooseLanguage } from './choose';
import { en } from './en';
import { fetchLaterWords, showLanguage, startStrings } from './i18n';
import { loadCatalogue, spoken } from './load';

describe('the catalogues', () => {
  it('are there for every language of the preferences', () => {
    expect(languages.filter((language) => !spoken.includes(language))).toEqual([]);
  });

  it.each([...spoken])(
    '%s says everything English says, with its own plurals and the same placeholders',
    async (language) => {
      expect(catalogueProblems(en, await loadCatalogue(language), language)).toEqual([]);
    },
  );
});

describe('a translation with a hole', () => {
  const english = { a: { hi: 'Hi {{name}}', count_one: '{{count}} call', count_other: '{{count}} calls' } };

  it('is told apart from a whole one', () => {
    const whole = { a: { hi: '{{name}}!', count_one: 'un', count_many: '{{count}} m', count_other: '{{count}} o' } };
    expect(catalogueProblems(english, whole, 'fr')).toEqual([]);
  });

  it.each([
    ['a missing key', { a: { count_other: '{{count}}' } }, 'missing: a.hi'],
    ['an extra key', { a: { hi: '{{name}}', bye: 'x', count_other: '{{count}}' } }, 'extra: a.bye'],
    ['nothing said', { a: { hi: ' ', count_other: '{{count}}' } }, 'empty: a.hi'],
    ['a lost placeholder', { a: { hi: 'Hi', count_other: '{{count}}' } }, 'lost {{name}}: a.hi'],
    ['an invented placeholder', { a: { hi: '{{name}} {{nom}}', count_other: '5' } }, 'unknown {{nom}}: a.hi'],
  ])('%s', (_what, translation, problem) => {
    expect(catalogueProblems(english, translation, 'zh-Hant')).toContain(problem);
  });

  it('misses the plural forms of its own language', () => {
    const arabic = { a: { hi: '{{name}}', count_one: 'x', count_two: 'x', count_other: '{{count}}' } };
    expect(catalogueProblems(english, arabic, 'ar').toSorted()).toEqual([
      'missing: a.count_few',
      'missing: a.count_many',
      'missing: a.count_zero',
    ]);
  });
});

describe('English', () => {
  it('has the words of what is opened later once they were fetched, and keeps the others', async () => {
    await startStrings();
    expect(i18next.exists('cheatSheet.title')).toBe(false);
    await fetchLaterWords();
    expect(i18next.exists('cheatSheet.title')).toBe(true);
    expect(i18next.t('app.name')).toBe(en.app.name);
  });
});

describe('the language', () => {
  it.each([
    ['system', ['de-CH', 'fr'], 'de', 'de-CH'],
    ['system', ['zh-TW'], 'zh-Hant', 'zh-TW'],
    ['system', ['zh-HK', 'en'], 'zh-Hant', 'zh-HK'],
    ['system', ['zh-CN', 'es-MX'], 'es', 'es-MX'],
    ['system', ['ar-EG'], 'ar', 'ar-EG'],
    ['system', ['ja', 'not a tag', ''], 'en', 'en'],
    ['system', [], 'en', 'en'],
    ['fr', ['de-DE', 'fr-CA'], 'fr', 'fr-CA'],
    ['ar', ['en-GB'], 'ar', 'ar'],
  ] as const)('%s with %j speaks %s, written as in %s', (preference, system, language, locale) => {
    expect(chooseLanguage(preference, system, languages)).toEqual({ language, locale });
  });

  it('is English where there are no words for it', () => {
    expect(chooseLanguage('fr', ['fr-FR', 'en-GB'], ['en'])).toEqual({ language: 'en', locale: 'en-GB' });
  });
});

describe('words with numbers and names in them', () => {
  beforeAll(async () => {
    await startStrings();
    await showLanguage('en', ['en-GB']);
  });

  it('are written in the digits of the locale', async () => {
    expect(i18next.t('call.count', { count: 12 })).toBe('12 calls');
    await showLanguage('en', ['en-GB-u-nu-arab']);
    expect(formatLocale()).toBe('en-GB-u-nu-arab');
    expect(i18next.t('call.count', { count: 12 })).toBe('١٢ calls');
    await showLanguage('en', []);
  });

  it('keep a right-to-left name from turning the sentence, and touch no other', () => {
    expect(i18next.t('call.for', { name: 'Anna' })).toBe('For Anna');
    expect(i18next.t('call.for', { name: 'أميرة' })).toBe('For \u2068أميرة\u2069');
  });
});
