/**
 * The directory in memory (docs/decisions/0007): entries are known by their rank in the order of answers and hold the ids of their
 * two folded names; all else stays in the database.
 */
import { endOfName, grown, NameTable } from './nameTable';
import { letterBit } from './letters';
import { Trigrams } from './trigrams';

export interface DirectoryIndex {
  readonly names: NameTable;
  readonly trigrams: Trigrams;
  readonly size: number;
  /** By rank: name ids, primary key, and the letters of both names. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly rows: Float64Array;
  readonly letters: Int32Array;
  /** Ranks of the entries with name `id`, ascending: `entries[starts[id]]` up to `entries[starts[id + 1]]`. */
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
  /** By name id: where a query makes its marks (plan.ts), one query at a time. */
  readonly marks: Uint8Array;
}

/** So many entries are gone through between two chances to stop. */
const slice = 1 << 14;

/** Between the names in `sort_key` (server/store/directory). */
const between = '\n';

export class IndexBuilder {
  readonly #names: NameTable;
  #first: Uint32Array;
  #last: Uint32Array;
  #rows: Float64Array;
  #size = 0;
  #lastName: string | null = null;
  #lastId = 0;

  /** `expected` entries; any number may come. */
  constructor(expected: number) {
    const room = Math.max(expected, 64);
    this.#names = new NameTable(room);
    this.#first = new Uint32Array(room);
    this.#last = new Uint32Array(room);
    this.#rows = new Float64Array(room);
  }

  /** In the order of answers: `sort_key`, then `id`. */
  add(sortKey: string, row: number): void {
    if (this.#size === this.#rows.length) this.#grow();
    const cut = sortKey.indexOf(between);
    const last = sortKey.slice(0, cut);
    // Neighbours often share their last name.
    if (last !== this.#lastName) this.#lastId = this.#names.idOf(last);
    this.#lastName = last;
    this.#last[this.#size] = this.#lastId;
    this.#first[this.#size] = this.#names.idOf(sortKey.slice(cut + 1));
    this.#rows[this.#size] = row;
    this.#size += 1;
  }

  /** Yields where the caller may do something else. */
  *build(): Generator<void, DirectoryIndex> {
    const names = this.#names;
    const size = this.#size;
    names.finish();
    const first = this.#first.slice(0, size);
    const last = this.#last.slice(0, size);
    yield;
    const trigrams = yield* Trigrams.build(names);
    const letters = yield* lettersOfEntries(names, first, last);
    const { starts, entries } = yield* entriesOfNames(names.size, first, last);
    const marks = new Uint8Array(names.size);
    return { names, trigrams, size, first, last, rows: this.#rows.slice(0, size), letters, starts, entries, marks };
  }

  #grow(): void {
    const room = this.#size * 2;
    this.#first = grown(this.#first, new Uint32Array(room));
    this.#last = grown(this.#last, new Uint32Array(room));
    this.#rows = grown(this.#rows, new Float64Array(room));
  }
}

function* lettersOfEntries(names: NameTable, first: Uint32Array, last: Uint32Array): Generator<void, Int32Array> {
  const ofName = new Int32Array(names.size);
  for (let id = 0; id < names.size; id += 1) {
    if (id % slice === 0) yield;
    let letters = 0;
    for (let at = names.starts[id] ?? 0; names.bytes[at] !== endOfName; at += 1) {
      letters |= letterBit(names.bytes[at] ?? 0);
    }
    ofName[id] = letters;
  }
  const letters = new Int32Array(first.length);
  for (let rank = 0; rank < first.length; rank += 1) {
    if (rank % slice === 0) yield;
    letters[rank] = (ofName[first[rank] ?? 0] ?? 0) | (ofName[last[rank] ?? 0] ?? 0);
  }
  return letters;
}

function* entriesOfNames(
  names: number,
  first: Uint32Array,
  last: Uint32Array,
): Generator<void, { starts: Uint32Array; entries: Uint32Array }> {
  const starts = new Uint32Array(names + 1);
  for (let rank = 0; rank < first.length; rank += 1) {
    if (rank % slice === 0) yield;
    for (const id of [first[rank] ?? 0, last[rank] ?? 0]) starts[id] = (starts[id] ?? 0) + 1;
  }
  let sum = 0;
  for (let id = 0; id <= names; id += 1) {
    if (id % slice === 0) yield;
    sum += starts[id] ?? 0;
    starts[id] = sum;
  }
  const entries = new Uint32Array(sum);
  // Backwards: each list fills from its end, and its beginning is what remains.
  for (let rank = first.length - 1; rank >= 0; rank -= 1) {
    if (rank % slice === 0) yield;
    for (const id of [first[rank] ?? 0, last[rank] ?? 0]) {
      const place = (starts[id] ?? 0) - 1;
      starts[id] = place;
      entries[place] = rank;
    }
  }
  return { starts, entries };
}
