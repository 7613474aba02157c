/** Everything a projection looks at: the company, the switch and who is online. */
import type { UserId } from '../../shared/ids';
import { activeAssistant } from '../../shared/routing/activeAssistant';
import type { Company, Manager } from '../store/company';
import type { Mirror } from './mirror';

export interface World {
  readonly company: Company;
  readonly mirror: Mirror;
  readonly online: ReadonlySet<UserId>;
  /** The switch has accepted this service as the one that routes. */
  readonly inControl: boolean;
}

/** Who serves the manager now; null when nobody is online. */
export function activeAssistantOf(world: World, manager: Manager): UserId | null {
  const presence = manager.assistants.map(({ userId }) => ({ userId, online: world.online.has(userId) }));
  return activeAssistant(presence, manager.defaultAssistant);
}
