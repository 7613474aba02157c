/** How well a text answers what is typed: pure. Accents and case don't count, the beginnings of words come first. */
import { fold } from '../../shared/directory/query';

export function termsOf(query: string): string[] {
  return fold(query)
    .split(/[\s,]+/u)
    .filter((term) => term !== '');
}

/** Smaller is better: 0 begins with all of it, 1 each term begins a word, 2 each is somewhere inside; null does not fit. */
export function rank(query: string, text: string): 0 | 1 | 2 | null {
  const terms = termsOf(query);
  const folded = fold(text);
  if (terms.some((term) => !folded.includes(term))) return null;
  if (folded.startsWith(terms.join(' '))) return 0;
  const words = folded.split(/[^\p{L}\p{N}]+/u);
  return terms.every((term) => words.some((word) => word.startsWith(term))) ? 1 : 2;
}

/** Those that fit, best first; the same order as before among equals. `aside` is searched too, but anything in the name is better. */
export function ranked<T>(
  query: string,
  items: readonly T[],
  textOf: (item: T) => string,
  aside?: (item: T) => string,
): T[] {
  return items
    .flatMap((item) => {
      const at = rank(query, textOf(item));
      const beside = at === null && aside !== undefined ? rank(query, `${textOf(item)} ${aside(item)}`) : null;
      const score = at ?? (beside === null ? null : beside + 3);
      return score === null ? [] : [{ item, score }];
    })
    .toSorted((a, b) => a.score - b.score)
    .map(({ item }) => item);
}
