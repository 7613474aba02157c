/** Direct transfer and Join: two of the assistant's calls. With one other call it is done at once, with several the assistant chooses. */
import type { CallView } from '../../shared/calls/model';
import { maxParties } from '../../shared/calls/parties';
import { partners } from '../../shared/calls/partners';
import type { ConnectionId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import type { App } from '../store/app';
import type { AppState } from '../store/state';
import { meantForEnded } from './meantForEnded';
import type { Reason } from './reason';
import { target } from './target';

export type PartnerCommand = 'directTransfer' | 'join';

/** The other calls it can be done with now; for Join only those who still fit in. */
export function possiblePartners(command: PartnerCommand, call: CallView, state: AppState): CallView[] {
  if (state.console === null) return [];
  const all = partners(command, call, state.console);
  return command === 'join' ? all.filter((other) => joinedParties(call, other) <= maxParties) : all;
}

/** The assistant is a party of both and counts once. */
function joinedParties(call: CallView, other: CallView): number {
  return call.parties + other.parties - 1;
}

export function partnerReason(command: PartnerCommand, state: AppState): Reason | null {
  const found = target(command, state);
  if (!found.ok) return found.reason;
  if (possiblePartners(command, found.call, state).length > 0) return null;
  const full = state.console !== null && partners(command, found.call, state.console).length > 0;
  return full ? 'conferenceFull' : 'noOtherCall';
}

export function partnerCommand(command: PartnerCommand, connectionId: ConnectionId, other: ConnectionId): Command {
  return command === 'join'
    ? { type: 'join', connectionId, with: [other] }
    : { type: 'directTransfer', connectionId, with: other };
}

export function runWithPartner(command: PartnerCommand, app: App): void {
  const state = app.store.getState();
  const found = target(command, state);
  if (!found.ok || meantForEnded(app)) return;
  const { connectionId } = found.call;
  const [other, ...more] = possiblePartners(command, found.call, state);
  if (other === undefined) return;
  if (more.length > 0) app.actions.open({ kind: 'choosePartner', command, connectionId });
  else app.actions.send(partnerCommand(command, connectionId, other.connectionId));
}
