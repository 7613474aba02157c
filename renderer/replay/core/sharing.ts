/** A state that was worked out anew, made of the objects that are shown already wherever they say the same: panels draw what is another object. Pure. */

/** Equal to `after` in every respect; `before` itself where nothing differs. */
export function sharing<T>(before: unknown, after: T): T {
  if (Object.is(before, after) || !isObject(before) || !isObject(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  const shared = Array.isArray(after) && Array.isArray(before) ? list(before, after) : fields(before, after);
  // Whichever of the two it is, it has what `after` has.
  return (shared ?? before) as T;
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** Null where all is as it was. */
function fields(before: Fields, after: Fields): Fields | null {
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(before).length;
  const shared = Object.fromEntries(
    keys.map((key) => {
      const value = sharing(before[key], after[key]);
      same &&= Object.hasOwn(before, key) && Object.is(value, before[key]);
      return [key, value];
    }),
  );
  return same ? null : shared;
}

/** What has an id is found by it: one call less moves all that come after it. */
function list(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] | null {
  const known = new Map(before.map((item, at) => [idOf(item) ?? at, item]));
  const shared = after.map((item, at) => sharing(known.get(idOf(item) ?? at), item));
  return shared.length === before.length && shared.every((item, at) => Object.is(item, before[at])) ? null : shared;
}

const ids = ['connectionId', 'managerId', 'lineId', 'userId', 'id'];

function idOf(item: unknown): unknown {
  if (!isObject(item)) return undefined;
  return ids.map((key) => item[key]).find((id) => typeof id === 'string');
}
