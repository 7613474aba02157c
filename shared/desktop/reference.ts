/** The reference of a problem, as a person reads it out and support finds it in the log: `K7F2M4Q9`. A letter and a digit by turns, so that no word, name or number can look like one. */

const letters = 'BCDFGHJKLMNPQRSTVWXZ';
const digits = '0123456789';
const pairs = 4;

export const referencePattern = /^(?:[BCDFGHJKLMNPQRSTVWXZ]\d){4}$/;

/** `random`: at least 0, below 1. */
export function makeReference(random: () => number): string {
  const one = (from: string) => from.charAt(Math.min(from.length - 1, Math.floor(random() * from.length)));
  return Array.from({ length: pairs }, () => one(letters) + one(digits)).join('');
}
