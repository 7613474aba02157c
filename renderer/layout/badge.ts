/** The number on a tab: what has come in behind it. */
import type { PanelId } from '../../shared/console/layout';
import { missedCount } from '../panels/history/missedCount';
import { ringsHere } from '../store/selection';
import type { AppState } from '../store/state';

export interface Badge {
  readonly kind: 'ringing' | 'calls' | 'missed';
  readonly count: number;
}

export function badgeOf(panel: PanelId, state: Pick<AppState, 'console' | 'history'>): Badge | null {
  if (panel === 'history') return counted('missed', missedCount(state.history));
  if (panel !== 'calls') return null;
  const calls = state.console?.calls ?? [];
  return counted('ringing', calls.filter(ringsHere).length) ?? counted('calls', calls.length);
}

function counted(kind: Badge['kind'], count: number): Badge | null {
  return count === 0 ? null : { kind, count };
}
