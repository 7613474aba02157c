/** Where a name matches a search, found the way the service finds it: accents and case ignored. */
import { fold, parseQuery } from '../../shared/directory/query';

export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

export function highlight(text: string, query: string): Piece[] {
  const parsed = parseQuery(query);
  if (!parsed.ok) return [{ text, hit: false }];
  const characters = Array.from(text);
  const hits = markedCharacters(characters, parsed.value.terms);
  const pieces: Piece[] = [];
  characters.forEach((character, index) => {
    const hit = hits[index] === true;
    const last = pieces.at(-1);
    if (last?.hit === hit) pieces[pieces.length - 1] = { text: last.text + character, hit };
    else pieces.push({ text: character, hit });
  });
  return pieces;
}

/** Folding may lengthen a text (ß is ss): every folded letter remembers the character it came from. */
function markedCharacters(characters: readonly string[], terms: readonly string[]): boolean[] {
  let folded = '';
  const origin: number[] = [];
  characters.forEach((character, index) => {
    const letters = fold(character);
    folded += letters;
    for (let count = 0; count < letters.length; count += 1) origin.push(index);
  });
  const marked = characters.map(() => false);
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
      for (const index of origin.slice(at, at + term.length)) marked[index] = true;
    }
  }
  return marked;
}
