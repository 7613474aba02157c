/** Changed copies of maps. */
export function with_<T>(map: ReadonlyMap<string, T>, key: string, item: T): ReadonlyMap<string, T> {
  return new Map(map).set(key, item);
}

export function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}
