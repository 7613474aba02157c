/** What to do with a route request: gathers what the decision needs, asks shared/routing, and names lines and numbers of the switch. */
import { assertNever } from '../../shared/assertNever';
import type { UserId } from '../../shared/ids';
import { rewrite } from '../../shared/routing/numberRules';
import { afterNoAnswer, untilTaken, type CallDestination, type ChainInput } from '../../shared/routing/ringNoAnswer';
import { route, type RouteDecision } from '../../shared/routing/route';
import type { Company, Manager } from '../store/company';
import type { Destination, RouteRequest } from '../switch/port';
import { activeAssistantOf, servingOf, type World } from './world';

export interface RouteStep {
  readonly kind: CallDestination['kind'];
  readonly to: Destination;
  /** When the switch is to ask again; null leaves the call there. Milliseconds. */
  readonly noAnswerMs: number | null;
}

export interface RoutePlan {
  /** The row of the table that decided; null where an assistant did not answer. */
  readonly row: RouteDecision['row'] | null;
  /** The first that the switch accepts has the call. */
  readonly steps: readonly RouteStep[];
}

export function planRoute(world: World, manager: Manager, request: RouteRequest): RoutePlan {
  const { company } = world;
  const chain = chainOf(world, manager, request);
  if (request.reason === 'noAnswer') {
    const onward = afterNoAnswer(chain, company.parameters).flatMap((to) => pastForward(to, request));
    return { row: null, steps: onward.map((to) => step(company, manager, to, null)) };
  }
  const decision = decide(world, manager, request, chain);
  return {
    row: decision.row,
    steps: untilTaken(decision, chain).map((to) => step(company, manager, to, decision.row)),
  };
}

/** A manager who has forwarded the phone meanwhile is reached there; it rings only where that leads nowhere. */
function pastForward(to: CallDestination, { forwardedTo }: RouteRequest): CallDestination[] {
  return to.kind === 'manager' && forwardedTo !== null ? [{ kind: 'number', number: forwardedTo }, to] : [to];
}

function decide(world: World, manager: Manager, request: RouteRequest, chain: ChainInput): RouteDecision {
  return route({
    caller: request.caller.number,
    forwardedTo: request.forwardedTo,
    activeAssistant: activeAssistantOf(world, manager),
    onlineAssistants: chain.assistants.flatMap(({ userId, online }): UserId[] => (online ? [userId] : [])),
    divertAllAppliesToFiltered: world.company.parameters.divertAllAppliesToFiltered,
    ...manager.settings,
  });
}

function chainOf(world: World, manager: Manager, { tried }: RouteRequest): ChainInput {
  return { assistants: servingOf(world, manager), tried, hasVoicemail: manager.hasVoicemail };
}

function step(company: Company, manager: Manager, destination: CallDestination, row: RoutePlan['row']): RouteStep {
  const { rnaForwardCalls, rnaTimeoutMs } = company.parameters;
  const noAnswerMs = destination.kind === 'assistant' && rnaForwardCalls ? rnaTimeoutMs : null;
  return { kind: destination.kind, to: destinationOf(company, manager, destination, row), noAnswerMs };
}

function destinationOf(
  { rules }: Company,
  manager: Manager,
  destination: CallDestination,
  row: RoutePlan['row'],
): Destination {
  switch (destination.kind) {
    case 'number': {
      // A forward was dialled at the phone; a divert number as an assistant would dial it.
      const number = row === 1 || row === null ? destination.number : rewrite(rules.dial, destination.number).number;
      return { kind: 'number', number };
    }
    case 'voicemail':
      return { kind: 'voicemail', box: manager.dn };
    case 'assistant':
    case 'manager': {
      const serving =
        destination.kind === 'assistant' && manager.assistants.find(({ userId }) => userId === destination.userId);
      return { kind: 'line', lineId: serving ? serving.lineId : manager.lineId };
    }
    default:
      return assertNever(destination);
  }
}
