/** One list's field: a pattern that is typed, or one that is being changed. */
import { checkPattern, cleanPattern, type PatternProblem } from '../../shared/routing/pattern';

export interface Entry {
  readonly text: string;
  /** The pattern being changed; null where a new one is being typed. */
  readonly editing: string | null;
}

export const emptyEntry: Entry = { text: '', editing: null };

export function entryProblem(list: readonly string[], entry: Entry): PatternProblem | null {
  return checkPattern(
    entry.text,
    list.filter((pattern) => pattern !== entry.editing),
  );
}

/** The list with the entry in it: in the place of the edited one, else at the end. The entry must have no problem. */
export function withEntry(list: readonly string[], entry: Entry): string[] {
  const pattern = cleanPattern(entry.text);
  const at = entry.editing === null ? -1 : list.indexOf(entry.editing);
  return at < 0 ? [...list, pattern] : list.with(at, pattern);
}
