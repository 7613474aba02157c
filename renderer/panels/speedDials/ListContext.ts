/** What every row needs and no row's own data says: rows are drawn again when this changes, and the list is not built anew. */
import { createContext, use } from 'react';
import type { Reach } from '../lists/useReach';

export interface ListFacts {
  readonly query: string;
  readonly reach: Reach;
  readonly moveHere: (entryId: string, groupId: string) => void;
}

export const ListContext = createContext<ListFacts | null>(null);

export function useListFacts(): ListFacts {
  const facts = use(ListContext);
  if (facts === null) throw new Error('ListContext is missing');
  return facts;
}
