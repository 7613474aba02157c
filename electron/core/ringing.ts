/** Calls that begin to ring here, and cease to, for what a host does about them. */
import type { CallView, ConsoleState, Party } from '../../shared/calls/model';
import { ringsHere } from '../../shared/calls/waiting';
import type { ConnectionId } from '../../shared/ids';
import type { Core } from './core';

export interface RingingCall {
  readonly connectionId: ConnectionId;
  readonly caller: Party;
  /** Null on the assistant's own lines. */
  readonly manager: string | null;
}

export interface RingingListener {
  /** Once for each call, also where the link is lost and comes back while it rings. */
  began(call: RingingCall): void;
  /** Answered, ended, gone elsewhere, or nobody is signed in any more. */
  ended(connectionId: ConnectionId): void;
}

export function watchRinging(core: Pick<Core, 'state' | 'subscribe'>, listener: RingingListener): void {
  const known = new Set<ConnectionId>();
  core.subscribe(({ kind }) => {
    if (kind !== 'console' && kind !== 'events') return;
    const { console } = core.state();
    const ringing = new Map((console?.calls ?? []).filter(ringsHere).map((call) => [call.connectionId, call]));
    for (const id of [...known]) {
      if (ringing.has(id)) continue;
      known.delete(id);
      listener.ended(id);
    }
    for (const [id, call] of ringing) {
      if (console === null || known.has(id)) continue;
      known.add(id);
      listener.began({ connectionId: id, caller: call.party, manager: managerOf(call, console) });
    }
  });
}

function managerOf({ managerId }: CallView, { managers }: ConsoleState): string | null {
  return managers.find((manager) => manager.managerId === managerId)?.name ?? null;
}
