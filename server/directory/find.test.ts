/** The index finds what the reference in shared/directory finds, in the order of answers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxResults, parseQuery } from '../../shared/directory/query';
import { indexOf, naive, ranked, type Person } from './testing';
import { findEntries } from './find';

const script = fc.constantFrom(
  ...[
    'a',
    'b',
    'an',
    'na',
    'anna',
    'mar',
    'tin',
    'e',
    'z',
    'é',
    'ü',
    'ß',
    'ł',
    'İ',
    'ﬁ',
    '-',
    "o'",
    ' ',
    '1',
    '%',
    '_',
    '\\',
    '¨',
  ],
  ...[
    '林',
    '怡君',
    '佐藤',
    'さ',
    '김',
    'م',
    'محمد',
    'й',
    'Жу',
    'ễ',
    'a\u0301',
    '\u200d',
    '👩',
    '\u0301',
    '\ud83d',
    '\ufffd',
    'ſ',
    'ff',
  ],
);
const name = fc.array(script, { maxLength: 5 }).map((parts) => parts.join(''));
const person: fc.Arbitrary<Person> = fc.record({ firstName: name, lastName: name });
const text = fc.array(fc.oneof(script, name), { minLength: 1, maxLength: 10 }).map((parts) => parts.join(' '));

function agrees(people: readonly Person[], query: string): boolean {
  const parsed = parseQuery(query);
  if (!parsed.ok) return false;
  const sorted = ranked(people);
  expect(findEntries(indexOf(sorted), parsed.value.terms, maxResults + 1)).toEqual(naive(sorted, parsed.value));
  return true;
}

describe('the index', () => {
  it('agrees with the reference on any names and query', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60 }), text, (people, query) => {
        agrees(people, query);
      }),
      { numRuns: 2_000 },
    );
  });

  it('agrees for any part of a name that is there', () => {
    const some = fc.array(person, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(some, fc.nat(), fc.nat(), fc.nat(), (people, which, from, length) => {
        const whole = people[which % people.length]?.lastName ?? '';
        agrees(people, whole.slice(from % (whole.length + 1)).slice(0, (length % 6) + 1));
      }),
      { numRuns: 1_000 },
    );
  });

  it('says which queries it was asked: the tests above do ask', () => {
    expect(agrees([{ firstName: 'Anna', lastName: 'Lindqvist' }], 'an')).toBe(true);
    expect(agrees([], '%')).toBe(false);
  });

  it('answers when there is nobody', () => {
    expect(findEntries(indexOf([]), ['a'], 26)).toEqual([]);
    expect(findEntries(indexOf([]), ['anna'], 26)).toEqual([]);
  });

  it('finds very long names and parts of them', () => {
    const long = 'x'.repeat(5_000);
    const sorted = ranked([
      { firstName: `${long}y`, lastName: 'z' },
      { firstName: long, lastName: 'z' },
    ]);
    expect(findEntries(indexOf(sorted), [`${long}y`], 26)).toEqual([1]);
    expect(findEntries(indexOf(sorted), [long], 26)).toEqual([0, 1]);
  });
});

describe('both ways through many entries', () => {
  /** 60,000 entries: enough that one way is cheaper for some queries, the other for others. */
  const many = ranked(
    Array.from({ length: 60_000 }, (_, at) => ({
      firstName: at % 2 === 0 ? `early${at % 300}` : `common${at % 700}`,
      lastName: at < 30_000 ? `alpha${at % 1_000}` : `omega${at % 1_000}`,
    })),
  );
  const index = indexOf(many);

  it.each([
    ...['o', 'alpha', 'omega', 'omega early', 'alpha common', 'alpha omega', 'ea omega 7', 'e a m 2', 'mm ega', 'z'],
    ...[
      'alpha7',
      'omega999 common',
      'ear com',
      'e a o m c r l y',
      'alpha alph alp al a',
      '9 99 om',
      'a1 ly2',
      'ga99 ly',
    ],
  ])('agrees for “%s”', (query) => {
    const parsed = parseQuery(query);
    if (!parsed.ok) throw new Error('a query of this test is refused');
    expect(findEntries(index, parsed.value.terms, maxResults + 1)).toEqual(naive(many, parsed.value));
  });
});
