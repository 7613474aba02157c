import type { Plugin } from 'vite';

/**
 * react-aria brings its few words in thirty-four languages; our pages speak those they have a catalogue for. The others
 * become empty modules: about a tenth of a bundle. A language (`fr`) or, where it is written in two ways, a locale (`zh-TW`).
 */
export function onlyLocales(spoken: readonly string[]): Plugin {
  const localeFile = /[\\/]react-aria(?:-components)?[\\/].*[\\/]intl[\\/].*[\\/]([a-z]{2})-([A-Z]{2})\.mjs$/;
  return {
    name: 'only-locales',
    enforce: 'pre',
    load(id) {
      const [, language, region] = localeFile.exec(id) ?? [];
      if (language === undefined || region === undefined) return null;
      return spoken.includes(language) || spoken.includes(`${language}-${region}`) ? null : 'export default {};';
    },
  };
}
