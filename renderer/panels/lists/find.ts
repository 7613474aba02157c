/** Searching a list of names and numbers: accents and capitals ignored, words in any order, numbers however they are written. */
import { fold } from '../../../shared/directory/query';
import { looksLikeNumber } from '../../../shared/routing/dialString';

/** What an entry is found by, made once for each entry. */
export interface Findable {
  readonly text: string;
  readonly digits: string;
}

export function findable(texts: readonly (string | null)[], number: string | null): Findable {
  // A line feed stands in no search, so that no hit runs from one text into the next.
  return { text: fold(texts.filter((text) => text !== null).join('\n')), digits: digitsOf(number ?? '') };
}

export type Finder = (entry: Findable) => boolean;

/** Everything is found by a blank search. */
export function finder(query: string): Finder {
  const words = query.split(/[\s,\p{Cc}]+/u).flatMap((word) => (word === '' ? [] : [fold(word)]));
  const digits = looksLikeNumber(query.trim()) ? digitsOf(query) : '';
  return ({ text, digits: number }) =>
    (digits !== '' && number.includes(digits)) ||
    words.every((word) => text.includes(word) || (looksLikeNumber(word) && number.includes(digitsOf(word))));
}

function digitsOf(number: string): string {
  return number.normalize('NFKC').replace(/[^0-9*#]/g, '');
}
