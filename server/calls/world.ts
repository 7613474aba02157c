/** Everything a projection looks at: the company, the switch, who is online and what callers are called. */
import type { Party } from '../../shared/calls/model';
import type { Dn, LineId, UserId } from '../../shared/ids';
import { activeAssistant, type AssistantPresence } from '../../shared/routing/activeAssistant';
import type { Company, Manager } from '../store/company';
import type { SwitchCall, SwitchConnection } from '../switch/port';
import type { Mirror } from './mirror';

/** Finds the name of a caller whom the switch does not name; null when nobody knows it. Answers at once, from memory. */
export type NameOf = (number: Dn) => string | null;

export interface World {
  readonly company: Company;
  readonly mirror: Mirror;
  readonly online: ReadonlySet<UserId>;
  /** The switch has accepted this service as the one that routes. */
  readonly inControl: boolean;
  readonly nameOf: NameOf;
}

/** The manager's assistants, and whether each can be rung now: online, with a line for this manager that the switch really has. */
export function servingOf(
  { mirror, online }: World,
  manager: Manager,
): (Manager['assistants'][number] & AssistantPresence)[] {
  const isThere = (lineId: LineId) => mirror.lines.size === 0 || mirror.lines.has(lineId);
  return manager.assistants.map((at) => ({ ...at, online: online.has(at.userId) && isThere(at.lineId) }));
}

/** Who serves the manager now; null when nobody can. */
export function activeAssistantOf(world: World, manager: Manager): UserId | null {
  return activeAssistant(servingOf(world, manager), manager.defaultAssistant);
}

export interface CallAtLine {
  readonly call: SwitchCall;
  readonly connection: SwitchConnection;
}

export function callsAtLine({ mirror }: Pick<World, 'mirror'>, lineId: LineId): CallAtLine[] {
  const found: CallAtLine[] = [];
  for (const callId of mirror.callsAtLine.get(lineId) ?? []) {
    const call = mirror.calls.get(callId);
    const connection = call?.connections.find((candidate) => candidate.lineId === lineId);
    if (call && connection) found.push({ call, connection });
  }
  return found;
}

/** Who is at the other end. The caller is shown as the switch presents it: the number may be withheld. */
export function otherParty(world: World, { call, connection }: CallAtLine): Party {
  const other = call.connections.find((candidate) => candidate.lineId !== connection.lineId);
  if (!other) return named(world, connection.direction === 'in' ? call.caller : { number: call.calledDn, name: null });
  return partyOf(world, call, other);
}

/** One of the parties of a call. */
export function partyOf(world: Pick<World, 'nameOf'>, { caller }: SwitchCall, at: SwitchConnection): Party {
  return named(world, at.direction === 'out' ? caller : { number: at.dn, name: at.name });
}

export function named({ nameOf }: Pick<World, 'nameOf'>, party: Party): Party {
  const hasName = party.name !== null && party.name !== '';
  return hasName || party.number === null ? party : { ...party, name: nameOf(party.number) };
}
