/** What is wrong with a translation beside English: for the test that no translator can pass with a hole. */
const forms = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
const pluralEnding = new RegExp(`_(${forms.join('|')})$`);

type Flat = ReadonlyMap<string, string>;

export function catalogueProblems(english: unknown, translation: unknown, language: string): string[] {
  const source = flat(english);
  const target = flat(translation);
  const plural = pluralNames(source);
  const needed = [...source.keys()].flatMap((key) => {
    const name = key.replace(pluralEnding, '');
    if (!plural.has(name)) return [key];
    return new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => `${name}_${form}`);
  });
  const allowed = new Set(needed);
  const missing = [...allowed].filter((key) => !target.has(key)).map((key) => `missing: ${key}`);
  const extra = [...target.keys()].filter((key) => !allowed.has(key)).map((key) => `extra: ${key}`);
  const empty = [...target].filter(([, words]) => words.trim() === '').map(([key]) => `empty: ${key}`);
  const wrong = [...target]
    .filter(([key]) => allowed.has(key))
    .flatMap(([key, words]) => wrongNames(source, key, words));
  return [...missing, ...extra, ...empty, ...wrong];
}

/** `{{name}}`s that are in the translation and not in English, or the other way round. A plural form may leave `count` out: "one call". */
function wrongNames(source: Flat, key: string, words: string): string[] {
  const english = source.get(key) ?? source.get(key.replace(pluralEnding, '_other')) ?? '';
  const mayGo = new Set(pluralEnding.test(key) ? ['count'] : []);
  const [want, have] = [namesIn(english), namesIn(words)];
  const lost = [...want].filter((name) => !have.has(name) && !mayGo.has(name));
  const invented = [...have].filter((name) => !want.has(name));
  return [...lost.map((name) => `lost {{${name}}}: ${key}`), ...invented.map((name) => `unknown {{${name}}}: ${key}`)];
}

function namesIn(words: string): Set<string> {
  return new Set([...words.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name ?? ''));
}

/** A name is plural where English has both of its forms: `count_one` and `count_other`. */
function pluralNames(source: Flat): Set<string> {
  const names = [...source.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(pluralEnding, ''));
  return new Set(names.filter((name) => source.has(`${name}_one`)));
}

function flat(node: unknown, path = ''): Map<string, string> {
  if (typeof node === 'string') return new Map([[path, node]]);
  if (typeof node !== 'object' || node === null) return new Map([[path, '']]);
  return new Map(
    Object.entries(node).flatMap(([key, value]) => [...flat(value, path === '' ? key : `${path}.${key}`)]),
  );
}
