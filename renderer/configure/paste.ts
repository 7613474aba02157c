/** Many patterns at once: what each line would do, before anything is done. */
import { checkPattern, cleanPattern, maxPatternsPerList, type PatternProblem } from '../../shared/routing/pattern';

/** One line, cell or item of what was pasted. */
export interface PastedItem {
  /** As it was pasted, without the quotes of a table's cell. */
  readonly text: string;
  readonly verdict:
    | { readonly kind: 'new'; readonly pattern: string }
    /** In the list already, or named before in the same paste. */
    | { readonly kind: 'same'; readonly pattern: string; readonly as: 'list' | 'paste' }
    | { readonly kind: 'wrong'; readonly problem: PatternProblem }
    /** Right, but the list is full before it. */
    | { readonly kind: 'noRoom'; readonly pattern: string };
}

/** More is not looked at: nobody reads it, and a list holds 100. */
export const maxPastedLength = 20_000;

/** Between patterns; spaces are not, people write numbers with them. */
const separators = /[\r\n\u2028\u2029,;\t]+/;

export function isMany(text: string): boolean {
  return pieces(text).length > 1;
}

export function pastedItems(text: string, list: readonly string[]): PastedItem[] {
  const known = new Set(list);
  const taken = new Set<string>();
  return pieces(text).map((piece) => {
    const problem = checkPattern(piece, []);
    if (problem !== null) return { text: piece, verdict: { kind: 'wrong', problem } };
    const pattern = cleanPattern(piece);
    if (known.has(pattern)) return { text: piece, verdict: { kind: 'same', pattern, as: 'list' } };
    if (taken.has(pattern)) return { text: piece, verdict: { kind: 'same', pattern, as: 'paste' } };
    if (list.length + taken.size >= maxPatternsPerList) return { text: piece, verdict: { kind: 'noRoom', pattern } };
    taken.add(pattern);
    return { text: piece, verdict: { kind: 'new', pattern } };
  });
}

export function newPatterns(items: readonly PastedItem[]): string[] {
  return items.flatMap(({ verdict }) => (verdict.kind === 'new' ? [verdict.pattern] : []));
}

export function countOf(items: readonly PastedItem[], kind: PastedItem['verdict']['kind']): number {
  return items.filter(({ verdict }) => verdict.kind === kind).length;
}

function pieces(text: string): string[] {
  return text
    .slice(0, maxPastedLength)
    .split(separators)
    .map((piece) =>
      piece
        .trim()
        .replace(/^"(.*)"$/u, '$1')
        .trim(),
    )
    .filter((piece) => piece !== '');
}
