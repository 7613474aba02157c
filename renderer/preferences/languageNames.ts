/** A language in its own words: whoever looks for it may read no other. */
import type { Language } from '../../shared/console/choices';

export function ownName(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
