/** One assistant's view of the world: pure, so that every console, before and after a failover, is shown the same truth. */
import type { CallView, ConsoleState, LineView } from '../../shared/calls/model';
import { connectionIdOf, type UserId } from '../../shared/ids';
import type { Assistant, CompanyLine } from '../store/company';
import { managerView } from './managerView';
import { callsAtLine, named, otherParty, type World } from './world';

/** Null when there is no such assistant. */
export function project(world: World, userId: UserId): ConsoleState | null {
  const assistant = world.company.assistants.get(userId);
  if (!assistant) return null;
  return {
    me: {
      userId,
      name: assistant.name,
      dn: assistant.dn,
      online: world.online.has(userId),
      redirectTo: assistant.redirectTo,
    },
    mode: assistant.mode,
    lines: assistant.lines.map((line) => lineView(world, assistant, line)),
    calls: assistant.lines.flatMap((line) => callsAt(world, line)),
    managers: assistant.managers.flatMap((id) => {
      const manager = world.company.managers.get(id);
      return manager ? [managerView(world, manager)] : [];
    }),
    service: {
      callControl: world.mirror.up ? 'up' : 'down',
      filtering: world.mirror.up && world.inControl ? 'up' : 'down',
    },
    divertAllAppliesToFiltered: world.company.parameters.divertAllAppliesToFiltered,
  };
}

function lineView(world: World, assistant: Assistant, line: CompanyLine): LineView {
  const manager = line.managerId === null ? undefined : world.company.managers.get(line.managerId);
  return {
    lineId: line.lineId,
    dn: line.dn,
    kind: line.kind,
    managerId: line.managerId,
    label: intercomLabel(world, line) ?? manager?.name ?? assistant.name,
    inUseElsewhere: isInUseElsewhere(world, line),
  };
}

/** An intercom line is called what the phone calls it. */
function intercomLabel({ mirror }: World, { kind, phoneId, lineId }: CompanyLine): string | null {
  if (kind !== 'intercom') return null;
  return mirror.phones.get(phoneId)?.lines.find((line) => line.lineId === lineId)?.label ?? null;
}

/** A shared line that somebody talks or holds on at another phone. Proxy numbers are unique (product §5): they never are. */
function isInUseElsewhere(world: World, line: CompanyLine): boolean {
  const manager = line.managerId === null ? undefined : world.company.managers.get(line.managerId);
  if (line.kind !== 'manager' || manager?.mode !== 'shared') return false;
  const appearances = [manager.lineId, ...manager.assistants.map(({ lineId }) => lineId)];
  const inUse = (at: CompanyLine['lineId']) =>
    callsAtLine(world, at).some(({ connection: { state } }) => state === 'connected' || state === 'hold');
  return !inUse(line.lineId) && appearances.some((other) => other !== line.lineId && inUse(other));
}

function callsAt(world: World, line: CompanyLine): CallView[] {
  return callsAtLine(world, line.lineId).map((at) => ({
    connectionId: connectionIdOf(at.call.callId, line.lineId),
    callId: at.call.callId,
    lineId: line.lineId,
    state: at.connection.state,
    direction: at.connection.direction,
    party: otherParty(world, at),
    managerId: line.kind === 'manager' ? line.managerId : null,
    forwardedBy: at.call.forwardedBy && named(world, at.call.forwardedBy),
    startedAt: at.call.startedAt,
    answeredAt: at.call.answeredAt,
    stateSince: at.connection.since,
    parties: Math.max(1, at.call.connections.length),
    members: [],
    consultation: null,
  }));
}
