/** What a person types or pastes as a number, made into what a switch understands. */
import { isDn } from '../idChecks';
import type { Dn } from '../ids';
import { fail, ok, type Result } from '../result';

export type DialProblem = 'empty' | 'badCharacter' | 'tooLong';

/** Spaces and the marks people write between digits are dropped: `+49 (30) 5557-0142`, `030/5557.0142`. */
export function cleanDialString(text: string): Result<Dn, DialProblem> {
  const plain = text.normalize('NFKC').trim();
  const cleaned = plain.replace(/\(0\)(?=.*\d)/, plain.startsWith('+') ? '' : '0');
  const digits = cleaned.replace(/[\s().\-/\u2010-\u2015\u00a0]/g, '');
  if (digits === '' || digits === '+') return fail('empty');
  if (!/^\+?[0-9*#]+$/.test(digits)) return fail('badCharacter');
  return isDn(digits) ? ok(digits) : fail('tooLong');
}

/** Is this meant as a number rather than as a name to search for? */
export function looksLikeNumber(text: string): boolean {
  return /^[\s(]*\+?[\d*#(]/.test(text) && !/\p{L}/u.test(text);
}
