/** Which calls are shown. Pure. */
import type { HistoryEntry } from '../../../shared/console/history';
import { findable, finder, type Findable } from '../lists/find';

export const kindFilters = ['all', 'missed', 'answered', 'placed'] as const;
export type KindFilter = (typeof kindFilters)[number];

const known = new WeakMap<HistoryEntry, Findable>();

function findableOf(entry: HistoryEntry): Findable {
  const found = known.get(entry) ?? findable([entry.party.name, entry.manager], entry.party.number);
  known.set(entry, found);
  return found;
}

export function filtered(entries: readonly HistoryEntry[], kind: KindFilter, query: string): readonly HistoryEntry[] {
  const ofKind = kind === 'all' ? entries : entries.filter((entry) => entry.kind === kind);
  if (query.trim() === '') return ofKind;
  const find = finder(query);
  return ofKind.filter((entry) => find(findableOf(entry)));
}

/** The switch may use an id again after it was started anew. */
export function rowKey({ id, startedAt }: HistoryEntry): string {
  return `${startedAt} ${id}`;
}

/** How long it was talked; null where nobody answered. */
export function talkedMs({ answeredAt, endedAt }: HistoryEntry): number | null {
  return answeredAt === null ? null : Math.max(0, endedAt - answeredAt);
}
