/** A translation out of the files of its folder: `./call.json` holds what is said as `call.…`, as in English. What is in them is the catalogue test's affair. */

export type Catalogue = Readonly<Record<string, unknown>>;

export function byArea(files: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(files).map(([path, words]) => [path.slice('./'.length, -'.json'.length), words]),
  );
}
