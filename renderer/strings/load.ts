/** The translations, each in a chunk of its own that is fetched when it is chosen. English comes in two pieces of its own, of which one is in the page from the start (i18n.ts). */
import { languages, type Language } from '../../shared/console/choices';
import type { Catalogue } from './byArea';

type Translation = Exclude<Language, 'en'>;

/** A translator's folder is `strings/<language>`: the files of English under the same names, and an index.ts like the others'. */
const folders = import.meta.glob<Catalogue>(['./*/index.ts', '!./en/index.ts'], { import: 'catalogue' });

function folderOf(language: Translation): (() => Promise<Catalogue>) | undefined {
  return folders[`./${language}/index.ts`];
}

/** The languages that there are words for. */
export const spoken: readonly Language[] = languages.filter(
  (language) => language === 'en' || folderOf(language) !== undefined,
);

export async function loadCatalogue(language: Language): Promise<Catalogue> {
  if (language === 'en') return (await import('./en')).en;
  const load = folderOf(language);
  if (load === undefined) throw new Error(`no catalogue for ${language}`);
  return load();
}
