/** Finds text in the lines of a recording as they stand in the file, regardless of case. */
import type { LineIndex } from './indexLines';

const ascii = /^[\x20-\x7e]*$/;

export function findText(index: LineIndex, text: string, from: number, to: number): number[] {
  const [first, end] = [Math.max(0, Math.trunc(from)), Math.min(index.count, Math.trunc(to))];
  if (text === '' || !(first < end)) return [];
  const matches = ascii.test(text) ? byBytes(index.bytes, text) : byLetters(index.bytes, text);
  const found: number[] = [];
  for (let at = first; at < end; at++) if (matches(index.startOf(at), index.endOf(at))) found.push(at);
  return found;
}

type Matches = (from: number, to: number) => boolean;

/** Horspool's search over the bytes themselves: most of them are never looked at. */
function byBytes(bytes: Uint8Array, text: string): Matches {
  const small = Uint8Array.from(text, (letter) => smallOf(letter.charCodeAt(0)));
  const { length } = small;
  const last = length - 1;
  const jump = new Uint32Array(256).fill(length);
  for (let place = 0; place < last; place++) {
    const code = small[place] ?? 0;
    jump[code] = last - place;
    jump[bigOf(code)] = last - place;
  }
  return (from, to) => {
    for (let at = from; at + length <= to; at += jump[bytes[at + last] ?? 0] ?? 1) {
      let place = last;
      while (place >= 0 && smallOf(bytes[at + place] ?? 0) === small[place]) place--;
      if (place < 0) return true;
    }
    return false;
  };
}

function smallOf(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}

function bigOf(code: number): number {
  return code >= 0x61 && code <= 0x7a ? code - 0x20 : code;
}

/** Other letters change their bytes with their case: each line as text. */
function byLetters(bytes: Uint8Array, text: string): Matches {
  const wanted = text.toLowerCase();
  const decoder = new TextDecoder();
  return (from, to) => decoder.decode(bytes.subarray(from, to)).toLowerCase().includes(wanted);
}
