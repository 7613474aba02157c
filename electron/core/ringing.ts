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

type RingingCore = Pick<Core, 'state' | 'subscribe'>;

/** One look for all who want to know: it is taken with every event. */
const watched = new WeakMap<RingingCore, RingingListener[]>();

export function watchRinging(core: RingingCore, listener: RingingListener): void {
  const others = watched.get(core);
  if (others === undefined) watched.set(core, watchAnew(core, listener));
  else others.push(listener);
}

function watchAnew(core: RingingCore, first: RingingListener): RingingListener[] {
  const listeners = [first];
  const known = new Set<ConnectionId>();
  core.subscribe(({ kind }) => {
    if (kind !== 'console' && kind !== 'events') return;
    const { console } = core.state();
    const ringing = new Map((console?.calls ?? []).filter(ringsHere).map((call) => [call.connectionId, call]));
    for (const id of [...known]) {
      if (ringing.has(id)) continue;
      known.delete(id);
      listeners.forEach((listener) => listener.ended(id));
    }
    for (const [id, call] of ringing) {
      if (console === null || known.has(id)) continue;
      known.add(id);
      const told = { connectionId: id, caller: call.party, manager: managerOf(call, console) };
      listeners.forEach((listener) => listener.began(told));
    }
  });
  return listeners;
}

function managerOf({ managerId }: CallView, { managers }: ConsoleState): string | null {
  return managers.find((manager) => manager.managerId === managerId)?.name ?? null;
}
