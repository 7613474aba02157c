/** What one manager's page shows now, and what a setting of it is. */
import type { UserId } from '../../shared/ids';
import { managerView } from '../calls/managerView';
import type { World } from '../calls/world';
import type { ManagerPage } from './managerProtocol';

/** Null when there is no such manager in this pool. */
export function managerPage(world: World, userId: UserId, other: string | null): ManagerPage | null {
  const manager = world.company.managers.get(userId);
  if (!manager) return null;
  return {
    mode: manager.mode,
    manager: { ...managerView(world, manager), currentCall: null },
    service: {
      callControl: world.mirror.up ? 'up' : 'down',
      filtering: world.mirror.up && world.inControl ? 'up' : 'down',
    },
    divertAllAppliesToFiltered: world.company.parameters.divertAllAppliesToFiltered,
    other,
  };
}
