/** What people type: names of people who are there, letter by letter; and what is worst for an index. */
import type { DirectoryEntry } from '../../../shared/protocol/messages';
import { seeded } from '../random';

export interface QuerySet {
  readonly name: string;
  readonly queries: readonly string[];
}

const alphabet = Array.from('abcdefghijklmnopqrstuvwxyz');

/** `known`: some people of the directory. */
export function querySets(known: readonly DirectoryEntry[], typed: number): QuerySet[] {
  const random = seeded(7);
  const letterByLetter = Array.from({ length: typed }, () => {
    const { firstName, lastName } = random.pick(known);
    const whole = random.pick([lastName, firstName, `${lastName} ${firstName}`, `${firstName} ${lastName}`]);
    const letters = Array.from(whole.slice(0, 20));
    return letters.map((_, at) => letters.slice(0, at + 1).join('')).filter((text) => text.trim() !== '');
  }).flat();
  const two = alphabet.flatMap((one) => alphabet.map((other) => one + other));
  const some = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
  return [
    { name: 'typed letter by letter', queries: letterByLetter },
    { name: 'one letter', queries: alphabet },
    { name: 'two letters', queries: two },
    { name: 'two pairs of letters', queries: some(700, () => `${random.pick(two)} ${random.pick(two)}`) },
    {
      name: 'parts from inside two names',
      queries: some(700, () => {
        const [one, other] = [random.pick(known).lastName, random.pick(known).lastName];
        return `${one.slice(1, 4)} ${other.slice(-3)}`;
      }),
    },
    { name: 'eight single letters', queries: some(300, () => some(8, () => random.pick(alphabet)).join(' ')) },
    { name: 'ten pairs of letters', queries: some(300, () => some(10, () => random.pick(two)).join(' ')) },
    { name: 'nobody', queries: some(300, () => some(9, () => random.pick(alphabet)).join('')) },
    {
      name: '200 characters',
      queries: some(100, () =>
        some(40, () => `${random.pick(known).lastName} `)
          .join('')
          .slice(0, 200),
      ),
    },
  ];
}
