/** The people found, in the order of a column. Pure. */
import type { DirectoryEntry } from '../../../shared/protocol/messages';

export const directoryColumns = ['firstName', 'lastName', 'number', 'department'] as const;
export type DirectoryColumn = (typeof directoryColumns)[number];

export interface DirectorySort {
  readonly by: DirectoryColumn;
  readonly descending: boolean;
}

/** Blank ones come last, whichever way round; null leaves the order of the answer. */
export function sorted(
  entries: readonly DirectoryEntry[],
  sort: DirectorySort | null,
  language: string,
): readonly DirectoryEntry[] {
  if (sort === null) return entries;
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const direction = sort.descending ? -1 : 1;
  return entries.toSorted((a, b) => {
    const blank = Number(a[sort.by] === '') - Number(b[sort.by] === '');
    return blank !== 0 ? blank : direction * compare(a[sort.by], b[sort.by]);
  });
}

/** Up, down, and then as the directory answered. */
export function nextSort(sort: DirectorySort | null, by: DirectoryColumn): DirectorySort | null {
  if (sort?.by !== by) return { by, descending: false };
  return sort.descending ? null : { by, descending: true };
}
