/** What a panel knows about its place, and what it can do about it. */
import { createContext, use } from 'react';
import type { Layout, PanelId } from '../../shared/console/layout';
import type { Place } from './arrange';
import type { PanelHosts } from './hosts';

export interface Arrangement {
  /** As this window shows it; a small one shows fewer columns than the assistant has made. */
  readonly shown: Layout;
  readonly show: (panel: PanelId) => void;
  readonly move: (panel: PanelId, place: Place) => void;
  /** False where the window is too small for the move to be seen. */
  readonly hasRoomFor: (panel: PanelId, place: Place) => boolean;
  readonly hosts: PanelHosts;
}

export const ArrangementContext = createContext<Arrangement | null>(null);

export function useArrangement(): Arrangement {
  const arrangement = use(ArrangementContext);
  if (arrangement === null) throw new Error('ArrangementContext is missing');
  return arrangement;
}

/** `alone` in its group, the tab in `front`, or a tab `behind` another one. */
export type Standing = 'alone' | 'front' | 'behind';
export const StandingContext = createContext<Standing>('alone');
