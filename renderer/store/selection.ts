/** Which call the toolbar acts on. Pure, so that the rules can be read and tested in one place. */
import type { CallView } from '../../shared/calls/model';
import { longestWaiting, ringsHere } from '../../shared/calls/waiting';
import type { ConnectionId } from '../../shared/ids';

export { longestWaiting, ringsHere };

/**
 * The selection after the calls have changed. What the assistant chose is never taken away while it lives; a call that the
 * assistant has just dialled is chosen; with nothing chosen, the ringing call that has waited longest is, else the call being talked on.
 * A held call is never chosen for the assistant: a second press of Hang up must not end it.
 */
export function nextSelection(
  selected: ConnectionId | null,
  before: readonly CallView[],
  after: readonly CallView[],
): ConnectionId | null {
  const known = new Set(before.map((call) => call.connectionId));
  const dialled = after.find((call) => call.direction === 'out' && !known.has(call.connectionId));
  if (dialled) return dialled.connectionId;
  if (selected !== null && after.some((call) => call.connectionId === selected)) return selected;
  const talking = after.find((call) => call.state === 'connected');
  return (longestWaiting(after) ?? talking)?.connectionId ?? null;
}
