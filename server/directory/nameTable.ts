/** Distinct folded names as UTF-8, one after the other in one buffer: a million names without a million strings. */

/** Ends each name; no byte of UTF-8. */
export const endOfName = 0xff;

export class NameTable {
  /** Every name, each followed by `endOfName` twice: a name has as many trigrams as bytes. */
  bytes = new Uint8Array(1 << 12);
  /** Where name `id` begins; `starts[size]` is the end of the last. */
  starts = new Uint32Array(1 << 8);
  size = 0;
  readonly #encoder = new TextEncoder();
  /** Open addressing: id + 1, 0 where free. Given back by `finish`. */
  #slots: Uint32Array;

  /** `expected` distinct names: more are taken too, with a pause for each doubling. */
  constructor(expected: number) {
    this.#slots = new Uint32Array(powerOfTwo(Math.max(expected, 64) * 1.5));
  }

  /** The id of this name; a new one gets the next number. */
  idOf(name: string): number {
    const start = this.starts[this.size] ?? 0;
    this.#makeRoom(start + name.length * 3 + 2);
    const end = start + this.#encoder.encodeInto(name, this.bytes.subarray(start)).written;
    const free = this.#slots.length - 1;
    let slot = hashOf(this.bytes, start, end) & free;
    for (let held = this.#slots[slot] ?? 0; held !== 0; held = this.#slots[slot] ?? 0) {
      if (this.#holds(held - 1, start, end)) return held - 1;
      slot = (slot + 1) & free;
    }
    this.bytes[end] = endOfName;
    this.bytes[end + 1] = endOfName;
    const id = this.size++;
    this.#slots[slot] = id + 1;
    this.starts[this.size] = end + 2;
    if (this.size * 1.4 > this.#slots.length) this.#rehash();
    return id;
  }

  /** No name is added after this: spare room is given back. */
  finish(): void {
    this.bytes = this.bytes.slice(0, this.starts[this.size]);
    this.starts = this.starts.slice(0, this.size + 1);
    this.#slots = new Uint32Array(0);
  }

  /** Is `term` part of name `id`? */
  includes(id: number, term: Uint8Array): boolean {
    const { bytes } = this;
    const last = (this.starts[id + 1] ?? 0) - 2 - term.length;
    const head = term[0];
    for (let at = this.starts[id] ?? 0; at <= last; at += 1) {
      if (bytes[at] !== head) continue;
      let same = 1;
      while (same < term.length && bytes[at + same] === term[same]) same += 1;
      if (same === term.length) return true;
    }
    return false;
  }

  #holds(id: number, start: number, end: number): boolean {
    const from = this.starts[id] ?? 0;
    if ((this.starts[id + 1] ?? 0) - 2 - from !== end - start) return false;
    for (let at = 0; at < end - start; at += 1) if (this.bytes[from + at] !== this.bytes[start + at]) return false;
    return true;
  }

  #makeRoom(end: number): void {
    if (end > this.bytes.length) this.bytes = grown(this.bytes, new Uint8Array(powerOfTwo(end)));
    if (this.size + 2 > this.starts.length) this.starts = grown(this.starts, new Uint32Array(this.starts.length * 2));
  }

  #rehash(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const free = this.#slots.length - 1;
    for (let id = 0; id < this.size; id += 1) {
      let slot = hashOf(this.bytes, this.starts[id] ?? 0, (this.starts[id + 1] ?? 0) - 2) & free;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & free;
      this.#slots[slot] = id + 1;
    }
  }
}

/** FNV-1a, with the high bits mixed into the low ones that are used. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(least));
}

export function grown<T extends { set(list: T): void }>(list: T, larger: T): T {
  larger.set(list);
  return larger;
}
