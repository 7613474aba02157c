/**
 * Which names hold three bytes in a row. As each name ends with `endOfName`, the names that hold one or two bytes are neighbours
 * in the same list: every trigram that begins with them.
 */
import { endOfName, type NameTable } from './nameTable';

/** A part of `Trigrams.names`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const nothing: Range = { from: 0, to: 0 };
/** So many bytes or numbers are gone through between two chances to stop. */
const slice = 1 << 15;

export class Trigrams {
  /** Name ids, in the order of their trigrams; a name may be there twice in a range. */
  names = new Uint32Array(0);
  #starts = new Uint32Array(1);
  /** Bytes in use, numbered from 1: the table of all trigrams stays small. 0 is `endOfName`, and what is not in use. */
  readonly #codes = new Uint8Array(256);
  #base = 1;

  /** Yields where the caller may do something else. */
  static *build(names: NameTable): Generator<void, Trigrams> {
    const { bytes } = names;
    const trigrams = new Trigrams();
    const codes = trigrams.#codes;
    for (let from = 0; from < bytes.length; from += slice) {
      for (const byte of bytes.subarray(from, from + slice)) codes[byte] = 1;
      yield;
    }
    codes[endOfName] = 0;
    for (let byte = 0; byte < 256; byte += 1) if (codes[byte] === 1) codes[byte] = trigrams.#base++;
    yield* trigrams.#fill(names);
    return trigrams;
  }

  /** The shortest list that has every name with this term; `exact` when all in it have it. */
  narrowest(term: Uint8Array): Range & { readonly exact: boolean } {
    if (term.length < 3) return { ...this.#from(term), exact: true };
    let best = this.#from(term.subarray(0, 3));
    for (let at = 1; at + 3 <= term.length; at += 1) {
      const range = this.#from(term.subarray(at, at + 3));
      if (range.to - range.from < best.to - best.from) best = range;
    }
    return { ...best, exact: term.length === 3 };
  }

  /** One to three bytes. */
  #from(gram: Uint8Array): Range {
    let key = 0;
    for (const byte of gram) {
      const code = this.#codes[byte] ?? 0;
      if (code === 0) return nothing;
      key = key * this.#base + code;
    }
    const width = this.#base ** (3 - gram.length);
    return { from: this.#starts[key * width] ?? 0, to: this.#starts[(key + 1) * width] ?? 0 };
  }

  *#fill({ bytes, starts: nameStarts, size }: NameTable): Generator<void, void> {
    const base = this.#base;
    const codes = this.#codes;
    const starts = new Uint32Array(base ** 3 + 1);
    const keyAt = (at: number) =>
      ((codes[bytes[at] ?? 0] ?? 0) * base + (codes[bytes[at + 1] ?? 0] ?? 0)) * base +
      (codes[bytes[at + 2] ?? 0] ?? 0);
    let total = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      if (at % slice === 0) yield;
      if (bytes[at] === endOfName) continue;
      const key = keyAt(at);
      starts[key] = (starts[key] ?? 0) + 1;
      total += 1;
    }
    let sum = 0;
    for (let key = 0; key < starts.length; key += 1) {
      if (key % slice === 0) yield;
      sum += starts[key] ?? 0;
      starts[key] = sum;
    }
    this.names = new Uint32Array(total);
    // Backwards: each trigram's list fills from its end, and its beginning is what remains.
    let name = size - 1;
    for (let at = bytes.length - 1; at >= 0; at -= 1) {
      if (at % slice === 0) yield;
      while (at < (nameStarts[name] ?? 0)) name -= 1;
      if (bytes[at] === endOfName) continue;
      const key = keyAt(at);
      const place = (starts[key] ?? 0) - 1;
      starts[key] = place;
      this.names[place] = name;
    }
    this.#starts = starts;
  }
}
