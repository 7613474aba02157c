/** What an answer of the directory says about the text that stands in the field now. Pure. */
import { matchesQuery, parseQuery } from '../../shared/directory/query';
import type { DirectoryEntry } from '../../shared/protocol/messages';
import type { DirectoryAnswer } from './useDirectory';

/** An answer to an earlier text goes on being shown while one types, but only those of it whom the text can still mean. */
export function fitting(answer: DirectoryAnswer, text: string): readonly DirectoryEntry[] {
  if (answer.kind !== 'found') return [];
  if (isAnswered(answer, text)) return answer.entries;
  const query = parseQuery(text);
  if (!query.ok) return [];
  return answer.entries.filter(({ firstName, lastName }) => matchesQuery(query.value, firstName, lastName));
}

/** The answer is to exactly this text. */
export function isAnswered(answer: DirectoryAnswer, text: string): boolean {
  return answer.kind === 'found' && answer.query === text;
}
