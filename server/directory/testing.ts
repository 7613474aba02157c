/** For tests: an index without a database, and the answer it must give. */
import { fold, matchesQuery, maxResults, type DirectoryQuery } from '../../shared/directory/query';
import { IndexBuilder, type DirectoryIndex } from './index';

export interface Person {
  readonly firstName: string;
  readonly lastName: string;
}

function sortKey({ firstName, lastName }: Person): string {
  return `${fold(lastName)}\n${fold(firstName)}`;
}

/** In the order of answers: that of the bytes, as databases compare them. */
export function ranked<T extends Person>(people: readonly T[]): T[] {
  const keyed = people.map((person) => ({ person, key: Buffer.from(sortKey(person)) }));
  return keyed.toSorted((one, other) => Buffer.compare(one.key, other.key)).map(({ person }) => person);
}

export function indexOf(sorted: readonly Person[]): DirectoryIndex {
  const builder = new IndexBuilder(sorted.length);
  for (const [row, person] of sorted.entries()) builder.add(sortKey(person), row);
  const work = builder.build();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

export function naive(sorted: readonly Person[], query: DirectoryQuery): number[] {
  const matching = sorted.flatMap(({ firstName, lastName }, rank) =>
    matchesQuery(query, firstName, lastName) ? [rank] : [],
  );
  return matching.slice(0, maxResults + 1);
}
