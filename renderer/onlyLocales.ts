import type { Plugin } from 'vite';

/**
 * react-aria brings its few words in thirty-four languages; the console speaks those it has a catalogue for. The others
 * become empty modules: about a tenth of the bundle.
 */
export function onlyLocales(languages: readonly string[]): Plugin {
  const localeFile = /[\\/]react-aria(?:-components)?[\\/].*[\\/]intl[\\/].*[\\/]([a-z]{2})-[A-Z]{2}\.mjs$/;
  return {
    name: 'only-locales',
    enforce: 'pre',
    load(id) {
      const language = localeFile.exec(id)?.[1];
      return language === undefined || languages.includes(language) ? null : 'export default {};';
    },
  };
}
