/** One assistant's view of the world: pure, so that every console, before and after a failover, is shown the same truth. */
import type { CallState, CallView, ConsoleState, LineView, ManagerView, Party } from '../../shared/calls/model';
import { connectionIdOf, type LineId, type UserId } from '../../shared/ids';
import type { Assistant, CompanyLine, Manager } from '../store/company';
import type { SwitchCall, SwitchConnection } from '../switch/port';
import { activeAssistantOf, type World } from './world';

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
    label: manager?.name ?? assistant.name,
    // Only shared lines can be in use elsewhere; proxy numbers are unique (product §5).
    inUseElsewhere: false,
  };
}

function callsAt(world: World, line: CompanyLine): CallView[] {
  return switchCallsAt(world, line.lineId).map(({ call, connection }) => ({
    connectionId: connectionIdOf(call.callId, line.lineId),
    callId: call.callId,
    lineId: line.lineId,
    state: connection.state,
    direction: connection.direction,
    party: otherParty(call, connection),
    managerId: line.managerId,
    forwardedBy: call.forwardedBy,
    startedAt: call.startedAt,
    answeredAt: call.answeredAt,
    stateSince: connection.since,
    parties: Math.max(1, call.connections.length),
  }));
}

function switchCallsAt(world: World, lineId: LineId): { call: SwitchCall; connection: SwitchConnection }[] {
  const found = [];
  for (const callId of world.mirror.callsAtLine.get(lineId) ?? []) {
    const call = world.mirror.calls.get(callId);
    const connection = call?.connections.find((candidate) => candidate.lineId === lineId);
    if (call && connection) found.push({ call, connection });
  }
  return found;
}

/** Who is at the other end. The caller is shown as the switch presents it: the number may be withheld. */
function otherParty(call: SwitchCall, mine: SwitchConnection): Party {
  const other = call.connections.find((connection) => connection.lineId !== mine.lineId);
  if (!other) return mine.direction === 'in' ? call.caller : { number: call.calledDn, name: null };
  return other.direction === 'out' ? call.caller : { number: other.dn, name: other.name };
}

function managerView(world: World, manager: Manager): ManagerView {
  const phone = world.mirror.phones.get(manager.phoneId);
  const { settings } = manager;
  return {
    managerId: manager.userId,
    name: manager.name,
    dn: manager.dn,
    assistants: manager.assistants.map(({ userId }) => ({
      userId,
      name: world.company.assistants.get(userId)?.name ?? userId,
      online: world.online.has(userId),
    })),
    defaultAssistant: manager.defaultAssistant,
    activeAssistant: activeAssistantOf(world, manager),
    currentCall: currentCall(world, manager),
    forwardedTo: phone?.forwardedTo ?? null,
    intercomDn: manager.intercomDn,
    hasVoicemail: manager.hasVoicemail,
    messageWaiting: phone?.messageWaiting ?? false,
    doNotDisturb: phone?.doNotDisturb ?? false,
    assistantWatch: settings.assistantWatch,
    alertTone: settings.alertTone,
    divertAll: settings.divertAll,
    divertTarget: settings.divertTarget,
    filterOn: settings.filterOn,
    filterMode: settings.filterMode,
    inclusive: [...settings.inclusive],
    exclusive: [...settings.exclusive],
  };
}

/** Alerting matters before connected before hold; then what is still being set up. */
const urgency: Readonly<Record<CallState, number>> = {
  alerting: 0,
  connected: 1,
  hold: 2,
  initiated: 3,
  queued: 4,
  fail: 5,
};

function currentCall(world: World, manager: Manager): ManagerView['currentCall'] {
  const calls = switchCallsAt(world, manager.lineId);
  const [first] = calls.toSorted((a, b) => urgency[a.connection.state] - urgency[b.connection.state]);
  if (!first) return null;
  const { call, connection } = first;
  return { state: connection.state, party: otherParty(call, connection), since: connection.since };
}
