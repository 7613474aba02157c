/** One assistant's view of the world: pure, so that every console, before and after a failover, is shown the same truth. */
import type { CallView, ConsoleState, LineView } from '../../shared/calls/model';
import { maxParties } from '../../shared/calls/parties';
import { connectionIdOf, type UserId } from '../../shared/ids';
import type { Assistant, CompanyLine } from '../store/company';
import type { SwitchConnection } from '../switch/port';
import { managerView } from './managerView';
import { callsAtLine, named, otherParty, partyOf, type CallAtLine, type World } from './world';

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
  // Also while another call is at this line: the number can have several.
  const isAway = ({ call, connection: { state } }: CallAtLine) =>
    (state === 'connected' || state === 'hold') && call.connections.every(({ lineId }) => lineId !== line.lineId);
  return appearances.some((other) => other !== line.lineId && callsAtLine(world, other).some(isAway));
}

function callsAt(world: World, line: CompanyLine): CallView[] {
  const here = callsAtLine(world, line.lineId);
  return here.map((at) => ({
    connectionId: connectionIdOf(at.call.callId, line.lineId),
    callId: at.call.callId,
    lineId: line.lineId,
    state: at.connection.state,
    direction: at.connection.direction,
    party: otherParty(world, at),
    managerId: line.kind === 'manager' ? line.managerId : null,
    forwardedBy: at.call.forwardedBy && named(world, at.call.forwardedBy),
    ...(at.call.failedFor !== undefined && { failedFor: at.call.failedFor }),
    startedAt: at.call.startedAt,
    answeredAt: at.call.answeredAt,
    stateSince: at.connection.since,
    ...together(world, at),
    consultation: consultationAt(here, at),
  }));
}

/** How many are in the call. A number that rings on several phones is one party. */
function together(world: World, at: CallAtLine): Pick<CallView, 'parties' | 'members'> {
  const rung = ({ state, direction }: SwitchConnection) => state === 'alerting' && direction === 'in';
  const { connections } = at.call;
  const parties = connections.filter((each) => !rung(each)).length + Number(connections.some(rung));
  const others = connections.filter(({ lineId }) => lineId !== at.connection.lineId);
  return {
    parties: Math.max(1, parties),
    members: parties > 2 ? others.slice(0, maxParties - 1).map((other) => partyOf(world, at.call, other)) : [],
  };
}

/** The switch keeps it at the call that was made to ask somebody; both calls show it. */
function consultationAt(here: readonly CallAtLine[], { call, connection }: CallAtLine): CallView['consultation'] {
  const { lineId } = connection;
  const other = (callId: CallView['callId']) => connectionIdOf(callId, lineId);
  const asking = call.consultation;
  if (asking?.lineId === lineId) return { purpose: asking.purpose, side: 'consulted', other: other(asking.heldCallId) };
  const asked = here.find(
    ({ call: { consultation } }) => consultation?.lineId === lineId && consultation.heldCallId === call.callId,
  )?.call;
  return asked?.consultation ? { purpose: asked.consultation.purpose, side: 'held', other: other(asked.callId) } : null;
}
