/** One manager as the assistants see it. */
import type { CallState, ManagerView } from '../../shared/calls/model';
import type { Manager } from '../store/company';
import { activeAssistantOf, callsAtLine, otherParty, type World } from './world';

/** What only proxy line mode knows, where it says nothing (product §5, shared line mode). */
const nothingToFilter = {
  assistantWatch: false,
  alertTone: false,
  divertAll: false,
  filterOn: false,
  filterMode: 'inclusive',
  inclusive: [],
  exclusive: [],
} as const;

export function managerView(world: World, manager: Manager): ManagerView {
  const phone = world.mirror.phones.get(manager.phoneId);
  const { divertTarget, inclusive, exclusive, ...switches } = manager.settings;
  const shared = manager.mode === 'shared';
  return {
    managerId: manager.userId,
    name: manager.name,
    dn: manager.dn,
    assistants: manager.assistants.map(({ userId }) => ({
      userId,
      name: world.company.assistants.get(userId)?.name ?? userId,
      online: world.online.has(userId),
    })),
    defaultAssistant: shared ? null : manager.defaultAssistant,
    activeAssistant: shared ? null : activeAssistantOf(world, manager),
    currentCall: currentCall(world, manager),
    forwardedTo: phone?.forwardedTo ?? null,
    intercomDn: manager.intercomDn,
    hasVoicemail: manager.hasVoicemail,
    messageWaiting: phone?.messageWaiting ?? false,
    doNotDisturb: phone?.doNotDisturb ?? false,
    divertTarget,
    ...switches,
    inclusive: [...inclusive],
    exclusive: [...exclusive],
    ...(shared ? { ...nothingToFilter, inclusive: [], exclusive: [] } : {}),
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
  const calls = callsAtLine(world, manager.lineId);
  const [first] = calls.toSorted((a, b) => urgency[a.connection.state] - urgency[b.connection.state]);
  if (!first) return null;
  const { state, since } = first.connection;
  return { state, party: otherParty(world, first), since };
}
