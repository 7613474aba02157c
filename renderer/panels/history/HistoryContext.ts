/** What every row of the history needs and no call's own data says. */
import { createContext, use } from 'react';
import type { HistoryEntry } from '../../../shared/console/history';
import type { Reach } from '../lists/useReach';

export interface HistoryFacts {
  readonly query: string;
  readonly reach: Reach;
  /** The time of day of a moment of the service's clock. */
  readonly clock: (at: number) => string;
  /** Missed, and not looked at when the panel was opened. */
  readonly isNew: (entry: HistoryEntry) => boolean;
}

export const HistoryContext = createContext<HistoryFacts | null>(null);

export function useHistoryFacts(): HistoryFacts {
  const facts = use(HistoryContext);
  if (facts === null) throw new Error('HistoryContext is missing');
  return facts;
}
