/** What a query means for one index: which names have which of its terms, and what that costs to find out. */
import type { DirectoryIndex } from './index';
import { isPlainLetter, lettersOf } from './letters';
import type { Range } from './trigrams';

export interface Plan {
  /** Letters that an entry's names must have. */
  readonly letters: number;
  /** By name id: a bit for each marked term that the name has. */
  readonly marks: Uint8Array;
  /** An entry's names together must have these marks. */
  readonly wanted: number;
  /** Terms so common that looking into the few names that come into question is cheaper than marking all. */
  readonly unmarked: readonly Uint8Array[];
  /** The names with the rarest term, and how many times they stand in an entry; null when the letters say it all. */
  readonly rarest: { readonly names: readonly number[]; readonly uses: number } | null;
  /** What part of the entries is expected to match, 0 to 1. */
  readonly share: number;
}

interface Term {
  readonly bytes: Uint8Array;
  readonly range: Range & { readonly exact: boolean };
}

/** To mark a name costs about this much less than to look into it. */
const lookCost = 8;

/** A name has a byte for its marks. */
const allMarks = 0xff;

const encoder = new TextEncoder();

/** Null when a term is in no name at all. */
export function planOf(index: DirectoryIndex, terms: readonly string[]): Plan | null {
  // Who has “anna” has “an”.
  const needed = terms.filter(
    (term, at) => !terms.some((other, place) => place !== at && other.includes(term) && (other !== term || place < at)),
  );
  const all = needed.map((term) => encoder.encode(term));
  const letters = all.reduce((sum, bytes) => sum | lettersOf(bytes), 0);
  const words = all
    .filter((bytes) => !isPlainLetter(bytes))
    .map((bytes): Term => ({ bytes, range: index.trigrams.narrowest(bytes) }))
    .sort((one, other) => lengthOf(one) - lengthOf(other));
  if (words.some((word) => lengthOf(word) === 0)) return null;

  const [rare, ...others] = words;
  const { marks } = index;
  if (!rare) return { letters, marks, wanted: 0, unmarked: [], rarest: null, share: 1 };
  marks.fill(0);
  const rarest = mark(index, rare, marks, 1);
  const unmarked: Uint8Array[] = [];
  let share = rarest.uses / index.size;
  let wanted = 1;
  for (const other of others) {
    if (wanted === allMarks || lengthOf(other) > rarest.uses * lookCost) {
      unmarked.push(other.bytes);
      continue;
    }
    const bit = wanted + 1;
    share *= mark(index, other, marks, bit).uses / index.size;
    wanted |= bit;
  }
  return { letters, marks, wanted, unmarked, rarest, share };
}

function lengthOf({ range }: Term): number {
  return range.to - range.from;
}

/** Marks every name that has the term. */
function mark(index: DirectoryIndex, { bytes, range }: Term, marks: Uint8Array, bit: number) {
  const { names, starts, trigrams } = index;
  const found: number[] = [];
  let uses = 0;
  for (let at = range.from; at < range.to; at += 1) {
    const name = trigrams.names[at] ?? 0;
    const before = marks[name] ?? 0;
    if ((before & bit) !== 0 || (!range.exact && !names.includes(name, bytes))) continue;
    marks[name] = before | bit;
    found.push(name);
    uses += (starts[name + 1] ?? 0) - (starts[name] ?? 0);
  }
  return { names: found, uses };
}
