/** Where a call would go with the settings in force: the same `route` that the service uses. */
import { cleanDialString } from '../../../shared/routing/dialString';
import { route, type RouteDecision } from '../../../shared/routing/route';
import type { ManagerPage } from '../managerProtocol';

export type Verdict = 'nothing' | 'notANumber' | RouteDecision;

export function verdictOn(text: string, { manager, divertAllAppliesToFiltered }: ManagerPage): Verdict {
  if (text.trim() === '') return 'nothing';
  const number = cleanDialString(text);
  if (!number.ok) return 'notANumber';
  return route({
    ...manager,
    caller: number.value,
    onlineAssistants: manager.assistants.filter(({ online }) => online).map(({ userId }) => userId),
    divertAllAppliesToFiltered,
  });
}
