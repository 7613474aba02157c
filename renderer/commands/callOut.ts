/** New calls from the assistant's own line. */
import type { Dn } from '../../shared/ids';
import type { App } from '../store/app';
import { outgoingLine } from '../store/selectors';
import type { AppState } from '../store/state';
import type { Reason } from './reason';
import { selectedCall, serviceReason } from './target';

/** Why no call can be made now; null when it can. */
export function ownLineReason(state: Pick<AppState, 'link' | 'console'>): Reason | null {
  const notNow = serviceReason(state);
  if (notNow !== null) return notNow;
  return state.console === null || outgoingLine(state.console) === null ? 'noLine' : null;
}

/** False where it cannot be made now. */
export function callFromOwnLine({ store, actions }: App, to: Dn): boolean {
  const state = store.getState();
  const line = state.console === null ? null : outgoingLine(state.console);
  if (line === null || ownLineReason(state) !== null) return false;
  actions.send({ type: 'makeCall', lineId: line.lineId, to });
  return true;
}

/** Whom *Call back* calls: the party of the selected call where it failed, else the last missed call, else the last call of all. */
export function callBackNumber(state: Pick<AppState, 'console' | 'selected' | 'history'>): Dn | null {
  const selected = selectedCall(state);
  if (selected?.state === 'fail' && selected.party.number !== null) return selected.party.number;
  const { entries } = state.history;
  const missed = entries.find(({ kind, party }) => kind === 'missed' && party.number !== null);
  return (missed ?? entries.find(({ party }) => party.number !== null))?.party.number ?? null;
}
