/** The same numbers at every run: Mulberry32. */
export interface Random {
  /** 0 up to 1. */
  next(): number;
  /** 0 up to `count` - 1. */
  below(count: number): number;
  pick<T>(list: readonly T[]): T;
  /** Few are frequent, most are rare, as names are: `power` 1 is even, 3 is steep. */
  skewed<T>(list: readonly T[], power: number): T;
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  function at<T>(list: readonly T[], place: number): T {
    const found = list[place];
    if (found === undefined) throw new Error('picked from an empty list');
    return found;
  }
  return {
    next,
    below: (count) => Math.floor(next() * count),
    pick: (list) => at(list, Math.floor(next() * list.length)),
    skewed: (list, power) => at(list, Math.floor(next() ** power * list.length)),
  };
}
