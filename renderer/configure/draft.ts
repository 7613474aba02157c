/** The two lists as they are being edited. Pure; the dialog holds one of these, whatever happens to the link meanwhile. */
import type { FilterMode } from '../../shared/calls/model';
import { checkPattern, cleanPattern, type PatternProblem } from '../../shared/routing/pattern';

export interface Draft {
  readonly inclusive: readonly string[];
  readonly exclusive: readonly string[];
}

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

export function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((pattern, index) => pattern === b[index]);
}

export const filterModes: readonly FilterMode[] = ['inclusive', 'exclusive'];

/** Lists that differ from what the service has. */
export function changedModes(draft: Draft, saved: Draft): FilterMode[] {
  return filterModes.filter((mode) => !sameList(draft[mode], saved[mode]));
}
