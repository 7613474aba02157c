/**
 * Which letters occur, as one number: a bit for each of a to z, six bits shared by all other bytes. Two names with all letters of a
 * query may match it; two without one of them cannot.
 */

const a = 0x61;
const plain = 26;

export function letterBit(byte: number): number {
  const letter = byte - a;
  return 1 << (letter >= 0 && letter < plain ? letter : plain + (byte % 6));
}

export function lettersOf(bytes: Uint8Array): number {
  let letters = 0;
  for (const byte of bytes) letters |= letterBit(byte);
  return letters;
}

/** The bits say it all. */
export function isPlainLetter(term: Uint8Array): boolean {
  const letter = (term[0] ?? 0) - a;
  return term.length === 1 && letter >= 0 && letter < plain;
}
