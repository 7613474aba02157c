/**
 * Application dial rules and directory lookup rules (product §6): an ordered list, the first rule that fits rewrites the number.
 * A dial rule turns what a person types into what the switch can dial; a lookup rule a caller's number into what the directory holds.
 *
 * One rule at most is applied, and its result is not rewritten again: rules cannot chase each other. A rule fits when the number
 * begins as it says and has the length it says. A rule whose result is no number (nothing left, too long, a `+` inside) is passed
 * over. Every number has a result: where no rule fits, itself.
 */
import { Dn } from '../ids';

export interface NumberRule {
  readonly name: string;
  /** The number begins with this; empty fits any. Digits, `*`, `#`, a leading `+`. */
  readonly beginsWith: string;
  /** The number has exactly so many characters, a leading `+` counted; null fits any length. */
  readonly digits: number | null;
  /** So many characters are cut off at the front. */
  readonly remove: number;
  /** And this is put there instead. */
  readonly prefix: string;
}

export interface Rewritten {
  readonly number: Dn;
  /** The rule that did it; null when none fitted. */
  readonly rule: NumberRule | null;
}

/** A rule whose result could not be dialled is passed over, as if it did not fit. */
export function rewrite(rules: readonly NumberRule[], number: Dn): Rewritten {
  for (const rule of rules) {
    if (!number.startsWith(rule.beginsWith)) continue;
    if (rule.digits !== null && number.length !== rule.digits) continue;
    const rewritten = Dn.safeParse(rule.prefix + number.slice(rule.remove));
    if (rewritten.success) return { number: rewritten.data, rule };
  }
  return { number, rule: null };
}
