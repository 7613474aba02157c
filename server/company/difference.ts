/** What became of a keyed collection: what a transaction has to write, and what the change log tells. */
export interface Difference<T> {
  readonly added: readonly T[];
  readonly changed: readonly { readonly before: T; readonly after: T }[];
  readonly removed: readonly T[];
}

/** Items are plain data: two with the same JSON are the same. */
export function differenceOf<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): Difference<T> {
  if (before === after) return { added: [], changed: [], removed: [] };
  const added: T[] = [];
  const changed: { before: T; after: T }[] = [];
  for (const [key, item] of after) {
    const old = before.get(key);
    if (old === undefined) added.push(item);
    else if (old !== item && !isSame(old, item)) changed.push({ before: old, after: item });
  }
  return { added, changed, removed: [...before].flatMap(([key, item]) => (after.has(key) ? [] : [item])) };
}

export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** The order in which properties were written does not matter. */
function sorted(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  return Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1));
}
