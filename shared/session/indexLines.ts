/** Where each event of a recording stands in its bytes, in typed arrays: about 17 bytes an event beside the file itself. */
import { z } from 'zod';
import { eventKinds, Line, type EventKind } from './format';
import { FrameReader } from './indexFrame';
import { marksIn, parseLists } from './indexMarks';
import type { Damage, MarkAt } from './recording';

/** Bytes. A line that is longer is damaged: the longest that is written is a checkpoint, no larger than a snapshot of the service. */
export const longestLine = 8 * 1024 * 1024;
const newline = 0x0a;
const carriageReturn = 0x0d;
const marksAtOnce = 1_000;
/** Milliseconds: no further away than the fast way reads. Sums and differences of such are still dates, which whoever shows one relies on. */
export const Time = z.number().min(-1e15).max(1e15);
/** Marks that are wrong are left out (indexMarks.ts); the event they stand beside is as good as any. */
const Framed = Line.omit({ marks: true }).extend({ tMono: Time, tWall: Time, marks: z.unknown().optional() });
const kindPlaces: ReadonlyMap<EventKind, number> = new Map(eventKinds.map((kind, place) => [kind, place]));
const checkpointKind = kindPlaces.get('checkpoint');

interface Frame {
  readonly seq: number;
  readonly tMono: number;
  readonly kind: number;
  readonly hasMarks: boolean;
}

export class LineIndex {
  count = 0;
  readonly damages: Damage[] = [];
  /** The last line was cut off. */
  cut = false;
  readonly checkpoints: number[] = [];
  #from = new Uint32Array(0);
  #to = new Uint32Array(0);
  #times = new Float64Array(0);
  #kinds = new Uint8Array(0);
  readonly #marked: number[] = [];
  readonly #frames: FrameReader;
  readonly #decoder = new TextDecoder();
  #lastSeq = -1;
  /** Of the event before the last one. */
  #seqBefore = -1;
  /** Lines that could not be read since the last event, and what it was before that one. */
  #damaged = 0;
  #damagedBefore = 0;
  #jumped = false;

  constructor(
    readonly bytes: Uint8Array,
    private readonly migrateLine: ((line: unknown) => unknown) | null,
  ) {
    this.#frames = new FrameReader(bytes);
  }

  get migrated(): boolean {
    return this.migrateLine !== null;
  }

  /** Reads lines from `from` on until at least `budget` bytes are done: the place to go on, at the end the length. */
  scan(from: number, budget: number): number {
    const { bytes } = this;
    let at = from;
    while (at < bytes.length && at - from < budget) {
      const found = bytes.indexOf(newline, at);
      const end = found < 0 ? bytes.length : found;
      this.#line(at, bytes[end - 1] === carriageReturn ? end - 1 : end, found < 0);
      at = end + 1;
    }
    return Math.min(at, bytes.length);
  }

  /** After the last line. */
  finish(): void {
    if (this.#damaged > 0) this.damages.push({ at: this.count, lines: this.#damaged });
    this.#damaged = 0;
    this.#resize(this.count);
  }

  timeOf(index: number): number {
    return this.#times[index] ?? 0;
  }

  kindOf(index: number): EventKind {
    return eventKinds[this.#kinds[index] ?? 0] ?? 'end';
  }

  startOf(index: number): number {
    return this.#from[index] ?? 0;
  }

  endOf(index: number): number {
    return this.#to[index] ?? 0;
  }

  text(index: number): string {
    return this.#text(this.startOf(index), this.endOf(index));
  }

  /** As JSON says it, brought up to the version of today; null where it is not JSON. */
  parsed(index: number): unknown {
    return this.#parse(this.startOf(index), this.endOf(index));
  }

  wallOf(index: number): number {
    if (this.migrateLine === null && this.#frames.read(this.startOf(index), this.endOf(index)))
      return this.#frames.tWall;
    const line = Framed.safeParse(this.parsed(index));
    return line.success ? line.data.tWall : 0;
  }

  /** Index of the last event at or before this time; -1 before the first. */
  indexAt(tMono: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.timeOf(middle) <= tMono) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  marks(): MarkAt[] {
    const found: MarkAt[] = [];
    for (let from = 0; from < this.#marked.length; from += marksAtOnce) {
      const events = this.#marked.slice(from, from + marksAtOnce);
      const lists = this.#listsOf(events);
      for (const [place, at] of events.entries()) {
        const list = lists === null ? this.#listOf(at) : lists[place];
        for (const mark of marksIn(list)) found.push({ ...mark, at });
      }
    }
    return found;
  }

  /** Null where they have to be read one by one. */
  #listsOf(events: readonly number[]): unknown[] | null {
    const frames = this.#frames;
    const places: [number, number][] = [];
    for (const at of events) {
      if (this.migrated || !frames.read(this.startOf(at), this.endOf(at))) return null;
      places.push([frames.marksFrom, frames.marksTo]);
    }
    return parseLists(this.bytes, places);
  }

  #listOf(at: number): unknown {
    const line = Framed.safeParse(this.parsed(at));
    return line.success ? line.data.marks : [];
  }

  #line(from: number, to: number, last: boolean): void {
    if (to === from) return;
    const frame = to - from > longestLine ? null : this.#frameOf(from, to, last);
    if (frame !== null) this.#add(frame, from, to);
    // A last line that breaks off is no damage: the machine was switched off as it was written.
    else if (last) this.cut = true;
    else this.#damaged++;
  }

  #frameOf(from: number, to: number, last: boolean): Frame | null {
    const frames = this.#frames;
    if (!last && this.migrateLine === null && frames.read(from, to)) {
      return { seq: frames.seq, tMono: frames.tMono, kind: frames.kind, hasMarks: frames.marksTo > 0 };
    }
    const line = Framed.safeParse(this.#parse(from, to));
    if (!line.success) return null;
    const { seq, tMono, kind, marks } = line.data;
    return { seq, tMono, kind: kindPlaces.get(kind) ?? 0, hasMarks: marks !== undefined };
  }

  #add(frame: Frame, from: number, to: number): void {
    if (this.count > 0 && frame.seq <= this.#lastSeq) {
      // Either this line was there before, or the one before it told a number that was not its own.
      const strayed = this.#jumped && frame.seq > this.#seqBefore;
      if (!strayed) {
        this.#damaged++;
        return;
      }
      this.#takeBack();
    }
    const first = this.count === 0;
    const missing = first ? 0 : Math.max(0, frame.seq - this.#lastSeq - 1 - this.#damaged);
    const lost = this.#damaged + missing;
    if (lost > 0) this.damages.push({ at: this.count, lines: lost });
    this.#damagedBefore = this.#damaged;
    this.#damaged = 0;
    this.#jumped = first || missing > 0;
    this.#seqBefore = first ? -1 : this.#lastSeq;
    this.#lastSeq = frame.seq;
    this.#put(frame, from, to);
  }

  #put(frame: Frame, from: number, to: number): void {
    const at = this.count;
    if (at === this.#kinds.length) this.#resize(Math.max(1024, at * 2));
    this.#from[at] = from;
    this.#to[at] = to;
    this.#kinds[at] = frame.kind;
    this.#times[at] = this.#timeAfter(at, frame.tMono);
    if (frame.kind === checkpointKind) this.checkpoints.push(at);
    if (frame.hasMarks) this.#marked.push(at);
    this.count = at + 1;
  }

  /** Time never goes back. Where it seems to, the one that does not fit with its neighbours was wrong. */
  #timeAfter(at: number, time: number): number {
    const before = at === 0 ? time : this.timeOf(at - 1);
    if (time >= before) return time;
    const beforeThat = at < 2 ? -Infinity : this.timeOf(at - 2);
    if (time < beforeThat) return before;
    this.#times[at - 1] = time;
    return time;
  }

  #takeBack(): void {
    this.count--;
    if (this.damages.at(-1)?.at === this.count) this.damages.pop();
    if (this.checkpoints.at(-1) === this.count) this.checkpoints.pop();
    if (this.#marked.at(-1) === this.count) this.#marked.pop();
    this.#damaged = this.#damagedBefore + 1;
    this.#lastSeq = this.#seqBefore;
  }

  #resize(length: number): void {
    const keep = <T extends Float64Array | Uint32Array | Uint8Array>(old: T, made: T): T => {
      made.set(old.subarray(0, Math.min(length, this.count)));
      return made;
    };
    this.#from = keep(this.#from, new Uint32Array(length));
    this.#to = keep(this.#to, new Uint32Array(length));
    this.#times = keep(this.#times, new Float64Array(length));
    this.#kinds = keep(this.#kinds, new Uint8Array(length));
  }

  #text(from: number, to: number): string {
    return this.#decoder.decode(this.bytes.subarray(from, to));
  }

  #parse(from: number, to: number): unknown {
    let value: unknown;
    try {
      value = JSON.parse(this.#text(from, to));
    } catch {
      return null;
    }
    return this.migrateLine === null ? value : this.migrateLine(value);
  }
}
