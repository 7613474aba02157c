/** Where a call would go with the lists as they stand in the editor: the same `route` that the service uses. */
import type { ManagerView } from '../../shared/calls/model';
import { route, type RouteDecision } from '../../shared/routing/route';
import { cleanDialString } from '../format/dialString';
import type { Draft } from './draft';

export type Verdict =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'notANumber' }
  | ({ readonly kind: 'goes'; readonly destinationName: string | null } & Pick<
      RouteDecision,
      'destination' | 'pattern' | 'row'
    >);

interface TestInput {
  readonly manager: ManagerView;
  readonly draft: Draft;
  readonly appliesToFiltered: boolean;
}

export function testNumber(text: string, { manager, draft, appliesToFiltered }: TestInput): Verdict {
  if (text.trim() === '') return { kind: 'nothing' };
  const number = cleanDialString(text);
  if (!number.ok) return { kind: 'notANumber' };
  const online = manager.assistants.filter((assistant) => assistant.online);
  const { row, destination, pattern } = route({
    caller: number.value,
    forwardedTo: manager.forwardedTo,
    activeAssistant: manager.activeAssistant,
    onlineAssistants: online.map((assistant) => assistant.userId),
    divertAll: manager.divertAll,
    divertTarget: manager.divertTarget,
    filterOn: manager.filterOn,
    filterMode: manager.filterMode,
    inclusive: draft.inclusive,
    exclusive: draft.exclusive,
    divertAllAppliesToFiltered: appliesToFiltered,
  });
  const assistant =
    destination.kind === 'assistant'
      ? manager.assistants.find((candidate) => candidate.userId === destination.userId)
      : undefined;
  return { kind: 'goes', row, destination, pattern, destinationName: assistant?.name ?? null };
}
