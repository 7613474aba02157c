/**
 * Filter patterns (product §5): digits, `X` for one digit, `*` for any run of digits, only at the beginning or the end.
 * A run may be empty, so `4930*` matches 4930 too. Patterns are stored and compared in their cleaned form.
 */
import { assertNever } from '../assertNever';
import { cleanNumber } from './number';

export const maxPatternLength = 32;
export const maxPatternsPerList = 100;

/** What is wrong with a pattern as typed; `at` is the 1-based position of the offending character in that text. */
export type PatternProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'starAlone' }
  | { readonly kind: 'starInside'; readonly at: number }
  | { readonly kind: 'badCharacter'; readonly at: number; readonly character: string }
  | { readonly kind: 'tooLong'; readonly length: number }
  | { readonly kind: 'duplicate'; readonly of: string }
  | { readonly kind: 'tooMany' };

/** The form in which patterns are stored: separators and a leading `+` gone, `x` as `X`. */
export function cleanPattern(text: string): string {
  return cleanNumber(text.trim()).replaceAll('x', 'X');
}

/**
 * Null when `text` may join `existing` (cleaned patterns of the same list, without the one being edited).
 * The first problem from the left is told, so that the message follows the typing.
 */
export function checkPattern(text: string, existing: readonly string[]): PatternProblem | null {
  const pattern = cleanPattern(text);
  if (pattern === '') return { kind: 'empty' };
  const bad = firstBadCharacter(text);
  if (bad) return bad;
  if (/^\*+$/.test(pattern)) return { kind: 'starAlone' };
  if (pattern.slice(1, -1).includes('*')) return { kind: 'starInside', at: innerStarPosition(text) };
  if (pattern.length > maxPatternLength) return { kind: 'tooLong', length: pattern.length };
  if (existing.includes(pattern)) return { kind: 'duplicate', of: pattern };
  if (existing.length >= maxPatternsPerList) return { kind: 'tooMany' };
  return null;
}

/** The first problem in a whole list, and which entry (0-based) has it. Used where a list is saved. */
export function checkPatternList(
  patterns: readonly string[],
): { readonly index: number; readonly problem: PatternProblem } | null {
  const accepted: string[] = [];
  for (const [index, pattern] of patterns.entries()) {
    const problem = checkPattern(pattern, accepted);
    if (problem) return { index, problem };
    accepted.push(cleanPattern(pattern));
  }
  return null;
}

/** Does a caller's number match? `pattern` is cleaned; a withheld number (null) matches nothing. */
export function matches(pattern: string, number: string | null): boolean {
  if (number === null) return false;
  const digits = cleanNumber(number);
  const openStart = pattern.startsWith('*');
  const openEnd = pattern.endsWith('*');
  const body = pattern.slice(openStart ? 1 : 0, openEnd ? -1 : undefined);
  const last = digits.length - body.length;
  const from = openStart && !openEnd ? last : 0;
  const to = openEnd && openStart ? last : from;
  if (last < 0 || (!openStart && !openEnd && last !== 0)) return false;
  if (!/^\d*$/.test(digits)) return false;
  for (let start = from; start <= to; start += 1) {
    if (fits(body, digits.slice(start, start + body.length))) return true;
  }
  return false;
}

export type PatternShape = 'exactly' | 'template' | 'beginsWith' | 'endsWith' | 'contains';

/** How a pattern reads in words; `template` has an `X` and no `*`. */
export function describePattern(pattern: string): PatternShape {
  const openStart = pattern.startsWith('*');
  const openEnd = pattern.endsWith('*');
  if (openStart && openEnd) return 'contains';
  if (openStart) return 'endsWith';
  if (openEnd) return 'beginsWith';
  return pattern.includes('X') ? 'template' : 'exactly';
}

/** One sentence for a log or a protocol error; the console has its own words in its catalogue. */
export function problemText(problem: PatternProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'the pattern is empty';
    case 'starAlone':
      return '"*" alone would match every caller';
    case 'starInside':
      return `"*" may stand only at the beginning or the end (character ${problem.at})`;
    case 'badCharacter':
      return `"${problem.character}" is not a digit, X or * (character ${problem.at})`;
    case 'tooLong':
      return `${problem.length} characters; at most ${maxPatternLength} are allowed`;
    case 'duplicate':
      return `${problem.of} is in the list already`;
    case 'tooMany':
      return `a list holds at most ${maxPatternsPerList} patterns`;
    default:
      return assertNever(problem);
  }
}

function fits(body: string, digits: string): boolean {
  return Array.from(body).every((symbol, index) => symbol === 'X' || symbol === digits[index]);
}

function firstBadCharacter(text: string): PatternProblem | null {
  const leading = text.length - text.trimStart().length;
  for (const [index, character] of Array.from(text).entries()) {
    const leadingPlus = character === '+' && index === leading;
    if (!leadingPlus && !/[0-9Xx*\-. ]/.test(character)) return { kind: 'badCharacter', at: index + 1, character };
  }
  return null;
}

/** Position in `text` of the first `*` that is not the first character of the cleaned pattern: the one inside, where there is one. */
function innerStarPosition(text: string): number {
  let cleaned = 0;
  for (const [index, character] of Array.from(text).entries()) {
    if (!/[0-9Xx*]/.test(character)) continue;
    if (character === '*' && cleaned > 0) return index + 1;
    cleaned += 1;
  }
  return text.length;
}
