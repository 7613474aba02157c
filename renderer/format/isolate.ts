/**
 * Keeps a name or a number from turning the sentence around it: left-to-right and right-to-left text in one line need a wall
 * between them (Unicode Bidirectional Algorithm, isolates). Invisible; added only where two directions can meet.
 */
const firstStrong = '\u2068';
const leftToRight = '\u2066';
const end = '\u2069';

const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const number = /^[+*#]?[\d\s()*#./-]+$/;

export function isolate(text: string, rightToLeftPage: boolean): string {
  if (!rightToLeftPage && !rightToLeftLetter.test(text)) return text;
  if (text === '' || text.startsWith(firstStrong) || text.startsWith(leftToRight)) return text;
  return `${number.test(text) ? leftToRight : firstStrong}${text}${end}`;
}
