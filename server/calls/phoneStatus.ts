/** What the status window of a manager's phone shows: pure, from the same world as the consoles. */
import type { Manager } from '../store/company';
import type { PhoneStatus } from '../switch/port';
import { activeAssistantOf, callsAtLine, otherParty, type World } from './world';

export function phoneStatus(world: World, manager: Manager): PhoneStatus {
  const nameOf = (userId: Manager['userId']) => world.company.assistants.get(userId)?.name ?? userId;
  const { mode, settings } = manager;
  if (mode === 'shared') {
    const nothing = { filterOn: false, filterMode: 'inclusive', divertAll: false, assistantWatch: false } as const;
    return { mode, assistants: [], ...nothing, alertTone: false, watched: [] };
  }
  const active = activeAssistantOf(world, manager);
  const watched = manager.assistants.flatMap(({ userId, lineId }) =>
    callsAtLine(world, lineId).map((at) => ({
      callId: at.call.callId,
      assistant: nameOf(userId),
      party: otherParty(world, at),
      state: at.connection.state,
      since: at.connection.since,
    })),
  );
  return {
    mode,
    assistants: manager.assistants.map(({ userId }) => ({
      userId,
      name: nameOf(userId),
      online: world.online.has(userId),
      isDefault: userId === manager.defaultAssistant,
      isActive: userId === active,
    })),
    filterOn: settings.filterOn,
    filterMode: settings.filterMode,
    divertAll: settings.divertAll,
    assistantWatch: settings.assistantWatch,
    alertTone: settings.alertTone,
    watched: settings.assistantWatch ? watched : [],
  };
}
