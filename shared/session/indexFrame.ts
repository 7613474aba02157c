/**
 * Reads what stands before the payload of a line, without parsing the payload: a million lines are indexed in a second. Only lines
 * in the very order they are written in are read here; all others are legal too, and parsed whole.
 */
import { eventKinds } from './format';

const codes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const beforeSeq = codes('{"seq":');
const beforeMono = codes(',"tMono":');
const beforeWall = codes(',"tWall":');
const beforeMarks = codes(',"marks":');
const beforeKind = codes(',"kind":"');
const beforePayload = codes('","payload":{');
const kindCodes = eventKinds.map(codes);

const [quote, backslash, minus, dot, zero, nine] = [0x22, 0x5c, 0x2d, 0x2e, 0x30, 0x39];
const [openBracket, closeBracket, closeBrace] = [0x5b, 0x5d, 0x7d];
/** More than this is not exact in a number any more. */
const mostDigits = 15;

/** One line at a time: what the last `read` found. */
export class FrameReader {
  seq = 0;
  tMono = 0;
  tWall = 0;
  /** Place in `eventKinds`. */
  kind = 0;
  /** Where the list of marks stands, both 0 where there is none. */
  marksFrom = 0;
  marksTo = 0;
  #at = 0;
  #end = 0;
  #number = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** False for a line that is not as it would be written, whatever it is. */
  read(from: number, to: number): boolean {
    const { bytes } = this;
    // A line that was cut off has lost one of these.
    if (bytes[to - 1] !== closeBrace || bytes[to - 2] !== closeBrace) return false;
    this.#at = from;
    this.#end = to;
    this.marksFrom = this.marksTo = 0;
    if (!this.#literal(beforeSeq) || !this.#digits()) return false;
    this.seq = this.#number;
    if (!this.#literal(beforeMono) || !this.#decimal()) return false;
    this.tMono = this.#number;
    if (!this.#literal(beforeWall) || !this.#decimal()) return false;
    this.tWall = this.#number;
    if (this.#literal(beforeMarks) && !this.#list()) return false;
    return this.#literal(beforeKind) && this.#kind() && this.#literal(beforePayload);
  }

  #literal(expected: Uint8Array): boolean {
    const { bytes } = this;
    const from = this.#at;
    for (let place = 0; place < expected.length; place++) {
      if (bytes[from + place] !== expected[place]) return false;
    }
    this.#at = from + expected.length;
    return true;
  }

  #digits(): boolean {
    const { bytes } = this;
    const from = this.#at;
    let value = 0;
    let at = from;
    for (;;) {
      const code = bytes[at] ?? 0;
      if (code < zero || code > nine) break;
      value = value * 10 + (code - zero);
      at++;
    }
    const length = at - from;
    // A number of several digits does not begin with 0 in JSON.
    if (length === 0 || length > mostDigits || (length > 1 && bytes[from] === zero)) return false;
    this.#at = at;
    this.#number = value;
    return true;
  }

  /** Whole digits divided once by a power of ten: exactly what JSON.parse would say. */
  #decimal(): boolean {
    const { bytes } = this;
    const negative = bytes[this.#at] === minus;
    if (negative) this.#at++;
    const from = this.#at;
    if (!this.#digits()) return false;
    const whole = this.#at - from;
    if (bytes[this.#at] === dot) {
      let value = this.#number;
      let at = this.#at + 1;
      let power = 1;
      for (;;) {
        const code = bytes[at] ?? 0;
        if (code < zero || code > nine) break;
        value = value * 10 + (code - zero);
        power *= 10;
        at++;
      }
      const places = at - this.#at - 1;
      if (places === 0 || whole + places > mostDigits) return false;
      this.#at = at;
      this.#number = value / power;
    }
    if (negative) this.#number = -this.#number;
    return true;
  }

  /** Steps over a list of objects, without looking into it. */
  #list(): boolean {
    const { bytes } = this;
    const from = this.#at;
    if (bytes[from] !== openBracket) return false;
    let inText = false;
    for (let at = from + 1; at < this.#end; at++) {
      const code = bytes[at];
      if (code === backslash) at++;
      else if (code === quote) inText = !inText;
      else if (inText) continue;
      else if (code === closeBracket) {
        this.marksFrom = from;
        this.marksTo = at + 1;
        this.#at = at + 1;
        return true;
      } else if (code === openBracket) return false;
    }
    return false;
  }

  #kind(): boolean {
    for (let kind = 0; kind < kindCodes.length; kind++) {
      const name = kindCodes[kind];
      if (name === undefined || this.bytes[this.#at + name.length] !== quote || !this.#literal(name)) continue;
      this.kind = kind;
      return true;
    }
    return false;
  }
}
