/** A language that nobody speaks: longer than German, accented like Polish, every word in brackets. What breaks in it will break in a translation. */
import { en } from '../strings/en';

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ë',
  i: 'î',
  o: 'ø',
  u: 'ü',
  A: 'Å',
  E: 'É',
  O: 'Ö',
  n: 'ñ',
};

type Tree = { readonly [key: string]: string | Tree };

function strange(words: string): string {
  const pieces = words.split(/(\{\{[^}]*\}\})/);
  const accented = pieces.map((piece) =>
    piece.startsWith('{{') ? piece : piece.replace(/[aeiouAEOn]/g, (letter) => accents[letter] ?? letter),
  );
  const longer = '·'.repeat(Math.ceil(words.length * 0.35));
  return `[${accented.join('')}${longer}]`;
}

function each(tree: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, typeof value === 'string' ? strange(value) : each(value)]),
  );
}

export function pseudoCatalogue(): Tree {
  return each(en);
}
