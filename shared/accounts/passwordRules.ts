/**
 * What a new password has to be. Long rather than complicated: no rule asks for digits or capitals, which makes people write
 * passwords down; what is refused is what an attacker tries first. Checked where a password is set, never at login.
 */
import { assertNever } from '../assertNever';
import { isCommonPassword } from './commonPasswords';

export const shortestPassword = 8;
export const longestPassword = 256;

export type PasswordProblem =
  | { readonly kind: 'tooShort'; readonly least: number }
  | { readonly kind: 'tooLong'; readonly most: number }
  /** The user id, forwards or backwards. */
  | { readonly kind: 'isUserId' }
  | { readonly kind: 'common' }
  /** One character or a few over and over, or a run like 12345678. */
  | { readonly kind: 'monotonous' }
  /** A login could not send it (shared/text). */
  | { readonly kind: 'control' };

/** The form in which passwords are hashed and compared: the same text typed on another keyboard is the same password (RFC 8265 §4.2). */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/** Everything that is wrong with a new password; empty when it may be used. */
export function checkPassword(password: string, { userId }: { readonly userId: string }): readonly PasswordProblem[] {
  const normal = normalPassword(password);
  const characters = Array.from(normal);
  const folded = normal.toLowerCase();
  const problems: PasswordProblem[] = [];
  if (characters.length < shortestPassword) problems.push({ kind: 'tooShort', least: shortestPassword });
  // In UTF-16 units, typed or normal, whichever is more: that is what a console can send.
  if (Math.max(password.length, normal.length) > longestPassword) {
    problems.push({ kind: 'tooLong', most: longestPassword });
  }
  if (/\p{Cc}/u.test(password)) problems.push({ kind: 'control' });
  if (isUserId(folded, userId)) problems.push({ kind: 'isUserId' });
  if (isCommonPassword(folded)) problems.push({ kind: 'common' });
  else if (isMonotonous(Array.from(folded))) problems.push({ kind: 'monotonous' });
  return problems;
}

/** One sentence for a log, the command line or an answer; a page has its own words in its catalogue. */
export function passwordProblemText(problem: PasswordProblem): string {
  switch (problem.kind) {
    case 'tooShort':
      return `a password has at least ${problem.least} characters`;
    case 'tooLong':
      return `a password has at most ${problem.most} characters`;
    case 'isUserId':
      return 'the user id, forwards or backwards, is too easy to guess';
    case 'common':
      return 'this is one of the passwords that are tried first';
    case 'monotonous':
      return 'the same few characters over and over, or a run like 12345678, are too easy to guess';
    case 'control':
      return 'line breaks, tabs and other control characters cannot be typed at a login';
    default:
      return assertNever(problem);
  }
}

function isUserId(folded: string, userId: string): boolean {
  const id = normalPassword(userId).toLowerCase();
  return id !== '' && (folded === id || folded === Array.from(id).reverse().join(''));
}

/** Longest unit that counts as "the same few characters". */
const longestUnit = 3;

function isMonotonous(characters: readonly string[]): boolean {
  if (characters.length < 2) return false;
  for (let unit = 1; unit <= longestUnit; unit += 1) {
    if (characters.length > unit && characters.every((character, at) => character === characters[at % unit]))
      return true;
  }
  return isRun(characters, 1) || isRun(characters, -1);
}

/** Each character follows the one before it; after 9 comes 0, as on a keyboard. */
function isRun(characters: readonly string[], step: 1 | -1): boolean {
  return characters.every((character, at) => {
    const before = characters[at - 1];
    if (before === undefined) return true;
    const wraps = step === 1 ? before === '9' && character === '0' : before === '0' && character === '9';
    return wraps || (character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0) === step;
  });
}
