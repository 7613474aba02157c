/** Directory queries, understood the same way by console and service (product §6). */
import { fail, ok, type Result } from '../result';

/** The most entries a search answers with; whether there are more is told beside them. */
export const maxResults = 25;
const maxTerms = 8;

/** Folded, non-empty search terms; an entry is found when each is part of its first or last name. */
export interface DirectoryQuery {
  readonly terms: readonly string[];
}

export type QueryProblem = 'blank' | 'wildcard';

/** Blank and wildcard-only searches are refused: they would ask for everybody. Wildcards beside letters are ignored. */
export function parseQuery(text: string): Result<DirectoryQuery, QueryProblem> {
  // Control characters too: to SQLite a NUL is the end of the query.
  const words = text.split(/[\s,\p{Cc}]+/u).filter((word) => word !== '');
  if (words.length === 0) return fail('blank');
  const terms = words.map((word) => fold(word.replace(/[*%?_]/g, ''))).filter((term) => term !== '');
  if (terms.length === 0) return fail('wildcard');
  return ok({ terms: terms.slice(0, maxTerms) });
}

/** The reference for what matches; the service's index must agree with it. */
export function matchesQuery(query: DirectoryQuery, firstName: string, lastName: string): boolean {
  const names = [fold(firstName), fold(lastName)];
  return query.terms.every((term) => names.some((name) => name.includes(term)));
}

/** Case and accents ignored; letters that are not a base letter plus a mark are spelled out. Half a character becomes U+FFFD, as in UTF-8. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœıðþ]/g, (letter) => spelledOut[letter] ?? letter);
}

const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
};
