/** How the parts of the page reach the recording that is looked at. */
import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { ReplaySession, ReplayView } from './session';

export const SessionContext = createContext<ReplaySession | null>(null);

export function useSession(): ReplaySession {
  const session = use(SessionContext);
  if (session === null) throw new Error('SessionContext is missing');
  return session;
}

/** As with `useApp`: what `select` returns must stay equal while nothing relevant changes. */
export function useView<T>(select: (view: ReplayView) => T): T {
  return useStore(useSession().view, select);
}
