/** Answers route requests: gathers what the decision needs, asks shared/routing, tells the switch (product §5). */
import type { Dn } from '../../shared/ids';
import { route, type RouteDecision } from '../../shared/routing/route';
import type { Manager } from '../store/company';
import type { Destination, RouteRequest } from '../switch/port';
import { activeAssistantOf, type World } from './world';

export interface Routing {
  readonly decision: RouteDecision;
  readonly to: Destination;
}

/** Null when no manager has this route point: the switch then rings the phone behind it by itself. */
export function decideRoute(world: World, request: RouteRequest): Routing | null {
  const manager = managerAt(world, request.routePoint);
  if (!manager) return null;
  const { settings } = manager;
  const decision = route({
    caller: request.caller.number,
    forwardedTo: request.forwardedTo,
    activeAssistant: activeAssistantOf(world, manager),
    onlineAssistants: manager.assistants.map(({ userId }) => userId).filter((userId) => world.online.has(userId)),
    divertAllAppliesToFiltered: world.company.parameters.divertAllAppliesToFiltered,
    ...settings,
  });
  return { decision, to: destinationOf(manager, decision) };
}

function destinationOf(manager: Manager, { destination }: RouteDecision): Destination {
  if (destination.kind === 'number') return { kind: 'number', number: destination.number };
  if (destination.kind === 'assistant') {
    const serving = manager.assistants.find(({ userId }) => userId === destination.userId);
    if (serving) return { kind: 'line', lineId: serving.lineId };
  }
  return { kind: 'line', lineId: manager.lineId };
}

function managerAt(world: World, dn: Dn): Manager | undefined {
  for (const manager of world.company.managers.values()) if (manager.dn === dn) return manager;
  return undefined;
}
