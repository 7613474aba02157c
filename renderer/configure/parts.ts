/** What the dialog saves, part by part; a part is a tab. Lists have no order: two with the same patterns are the same. */
import type { DivertTarget, ManagerView } from '../../shared/calls/model';
import type { UserId } from '../../shared/ids';

export interface Parts {
  readonly assistant: UserId | null;
  readonly divert: DivertTarget;
  readonly inclusive: readonly string[];
  readonly exclusive: readonly string[];
}
export type Part = keyof Parts;

export const partNames: readonly Part[] = ['assistant', 'divert', 'inclusive', 'exclusive'];

/** As the service has them. */
export function partsOf(manager: ManagerView): Parts {
  const { defaultAssistant, divertTarget, inclusive, exclusive } = manager;
  return { assistant: defaultAssistant, divert: divertTarget, inclusive, exclusive };
}

export function sameList(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(b);
  return a.length === b.length && a.every((pattern) => known.has(pattern));
}

export function sameTarget(a: DivertTarget, b: DivertTarget): boolean {
  if (a.kind === 'assistant' && b.kind === 'assistant') return a.userId === b.userId;
  if (a.kind === 'number' && b.kind === 'number') return a.number === b.number;
  return a.kind === b.kind;
}

export function samePart(part: Part, a: Parts, b: Parts): boolean {
  switch (part) {
    case 'assistant':
      return a.assistant === b.assistant;
    case 'divert':
      return sameTarget(a.divert, b.divert);
    case 'inclusive':
    case 'exclusive':
      return sameList(a[part], b[part]);
  }
}

/** For reading: numbers that begin alike stand together, those with an open beginning come last. The stored order says nothing. */
export function sortedPatterns(patterns: readonly string[]): string[] {
  const key = (pattern: string): string => (pattern.startsWith('*') ? `~${pattern}` : pattern);
  return patterns.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
