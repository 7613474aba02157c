import type { Plugin } from 'vite';

/**
 * react-aria brings its few words in thirty-four languages; our pages speak those they have a catalogue for. The others
 * become empty modules: about a tenth of a bundle.
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
