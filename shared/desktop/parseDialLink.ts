/**
 * A link of another program, read strictly: out comes a number to ask about, or why there is none. Nothing is guessed, because a guess would
 * call somebody. What is taken and what is not:
 *
 * - `tel:` (RFC 3966) and `callto:`, in any case, with or without `//` behind it; at most 256 characters; ASCII only, percent-encoding undone once.
 * - Figures with the marks people write between them: space, `-`, `.`, `(`, `)`. One `+`, at the beginning. `(0)` as the dial field reads it.
 *   A slash is refused: `0711 1234/35` names two numbers. So are letters, names (`callto:anna`), `?`, a second `:` and everything else.
 * - At most 32 figures. Numbers without `+` are dialled as they are, as if they had been typed: that is what nearly all pages mean.
 * - `;phone-context=` on such a number says that it is only one within another network, and that putting the context in front makes no valid
 *   number (RFC 3966, 5.1.5): refused. On a number with `+` it means nothing and is ignored.
 * - `;ext=` and what follows the first comma (`tel:+49301234,,5678#`, the code of a meeting) are keys for once somebody has answered: shown
 *   with the question, never sent by themselves.
 * - `;isub=` and parameters that nobody knows are ignored; those that say they must be understood (`m-…`) are a refusal.
 * - `*` and `#` in the number are refused: `tel:*21*…#` would divert the phone of whoever clicks it. Who means it can type it.
 */
import { cleanDialString } from '../routing/dialString';
import { keysAfterPattern } from './dialLink';
import type { DialLink, DialLinkProblem } from './dialLink';

/** Characters. The longest honest one has a number, an extension and a few parameters. */
export const longestLink = 256;

/** Worth a refusal that is told: everything else is for nobody here. */
export function looksLikeDialLink(text: string): boolean {
  return /^(?:tel|callto):/i.test(text);
}

export function parseDialLink(text: string): DialLink {
  if (!looksLikeDialLink(text)) return refused('notALink');
  if (text.length > longestLink) return refused('tooLong');
  const whole = text.slice(text.indexOf(':') + 1);
  const slashes = whole.startsWith('//');
  // Some systems close what looks like the name of a host.
  const plain = slashes ? whole.slice(2).replace(/\/$/, '') : whole;
  const [written = '', ...parameters] = plain.split(';');
  const [numberText, ...pauses] = (decoded(written) ?? '').split(',');
  const number = numberText?.trim() ?? '';
  if (/[*#]/.test(number)) return refused(/^[+\d\s().*#-]+$/.test(number) ? 'serviceCode' : 'notANumber');
  if (!/^\+?[\d .()-]+$/.test(number)) return refused('notANumber');
  const dn = cleanDialString(number);
  if (!dn.ok) return refused(dn.error === 'tooLong' ? 'tooLong' : 'notANumber');

  const named = parameters.map(parameterOf);
  if (named.some(({ name }) => name.startsWith('m-'))) return refused('notALink');
  if (!number.startsWith('+') && named.some(({ name }) => name === 'phone-context')) return refused('otherNetwork');
  const extensions = named.flatMap(({ name, value }) => (name === 'ext' ? [decoded(value)] : []));
  const after = keysOf([...extensions, ...pauses]);
  return after === null
    ? refused('notANumber')
    : { status: 'asks', number: dn.value, after: after === '' ? null : after };
}

function parameterOf(text: string): { readonly name: string; readonly value: string } {
  const [name = '', ...value] = text.split('=');
  return { name: name.trim().toLowerCase(), value: value.join('=') };
}

/** Null where something else than keys is wanted: half of a code would be worse than none. */
function keysOf(parts: readonly (string | null)[]): string | null {
  if (parts.includes(null)) return null;
  const keys = parts.map((part) => (part ?? '').replace(/[\s.()-]/g, '')).filter((part) => part !== '');
  const text = keys.join(' ');
  return text === '' || keysAfterPattern.test(text) ? text : null;
}

/** Once: what is still encoded after that hides something. Null where it is malformed or not plain ASCII without control characters. */
function decoded(text: string): string | null {
  try {
    const plain = decodeURIComponent(text);
    return /^[\x20-\x7e]*$/.test(plain) ? plain : null;
  } catch {
    return null;
  }
}

function refused(why: DialLinkProblem): DialLink {
  return { status: 'refused', why };
}
