/** Which manager the commands for a manager act on. */
import type { ManagerView } from '../../shared/calls/model';
import { managerOf } from '../store/selectors';
import type { AppState } from '../store/state';
import { selectedCall } from './target';

/** The selected one, else the one the selected call is for, else the only one there is. */
export function managerTarget(state: Pick<AppState, 'console' | 'selected' | 'selectedManager'>): ManagerView | null {
  const { console, selectedManager } = state;
  if (console === null) return null;
  const [first, ...others] = console.managers;
  return (
    managerOf(console, selectedManager) ??
    managerOf(console, selectedCall(state)?.managerId ?? null) ??
    (others.length === 0 ? (first ?? null) : null)
  );
}
