/** What is typed or pasted into the dial field. Nothing is ever cut or guessed in silence: a wrong number would be called. */
import { fail, ok, type Result } from '../../shared/result';

export type DialInputProblem = 'tooMuch' | 'severalNumbers';

/** More than any number with all its marks; what is longer is something else. */
export const longestDialText = 64;

/** Text as it was copied: formatting, invisible marks and the scheme of a telephone link are dropped; one line with digits may be in it. */
export function pastedNumber(text: string): Result<string, DialInputProblem> {
  const lines = text
    .split(/[\r\n\t\u2028\u2029]+/)
    .map(oneLine)
    .filter((line) => line !== '');
  if (lines.filter((line) => /\p{Nd}/u.test(line)).length > 1) return fail('severalNumbers');
  const whole = lines.join(' ').replace(/^(?:tel|callto|sip):(?:\/\/)?/i, '');
  return whole.length > longestDialText ? fail('tooMuch') : ok(whole);
}

/** Phone numbers are copied with direction marks around them, and with spaces of every width. */
function oneLine(line: string): string {
  return line
    .replace(/[\p{Cf}\p{Cc}]+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
