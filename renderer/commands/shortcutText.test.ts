/** The keys as each language's keyboards have them; a screen reader's `aria-keyshortcuts` stays in the standard's names. */
import { beforeAll, describe, expect, it } from 'vitest';
import i18next from 'i18next';
import { languages, type Language } from '../../shared/console/choices';
import { loadCatalogue } from '../strings/load';
import { startStrings } from '../strings/i18n';
import { ariaShortcut, keyText, shortcutText } from './shortcutText';

beforeAll(async () => {
  await startStrings();
  for (const language of languages)
    i18next.addResourceBundle(language, 'translation', await loadCatalogue(language), true, true);
});

const written = (keys: string, language: Language, isMac = false): string =>
  shortcutText(keys, i18next.getFixedT(language), isMac);

describe('the keys of a keyboard', () => {
  it.each([
    ['en', 'Ctrl Shift Del', 'Alt PgUp', 'Ctrl Enter', 'Esc'],
    ['de', 'Strg Umschalt Entf', 'Alt Bild↑', 'Strg Enter', 'Esc'],
    ['fr', 'Ctrl Maj Suppr', 'Alt Pg\u00a0préc', 'Ctrl Entrée', 'Échap'],
    ['es', 'Ctrl Mayús Supr', 'Alt Re\u00a0Pág', 'Ctrl Intro', 'Esc'],
    ['zh-Hant', 'Ctrl Shift Delete', 'Alt PgUp', 'Ctrl Enter', 'Esc'],
    ['ar', 'Ctrl Shift Delete', 'Alt PgUp', 'Ctrl Enter', 'Esc'],
  ] as const)('%s', (language, ...expected) => {
    const keys = ['$mod+Shift+Delete', 'Alt+PageUp', '$mod+Enter', 'Escape'];
    expect(keys.map((one) => written(one, language))).toEqual(expected);
  });

  it.each(languages)('in %s: letters, signs and function keys are as they are', (language) => {
    expect(['h', '/', 'F12', 'ArrowUp', 'Plus'].map((one) => written(one, language))).toEqual([
      'H',
      '/',
      'F12',
      '↑',
      '+',
    ]);
  });

  it.each(languages)('in %s: on macOS the signs of macOS', (language) => {
    expect(written('$mod+Alt+Shift+Delete', language, true)).toBe('⌘⌥⇧⌦');
    expect(keyText('$mod', i18next.getFixedT(language), true)).toBe('⌘');
  });

  it('are named in English for assistive technology, whatever is shown', async () => {
    await i18next.changeLanguage('de');
    expect([ariaShortcut('$mod+Shift+h', false), ariaShortcut('$mod+a', true)]).toEqual(['Control+Shift+H', 'Meta+A']);
    expect(ariaShortcut('$mod+Delete', false)).toBe('Control+Delete');
  });
});
