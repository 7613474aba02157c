/** Where a call would go with everything as it stands in the dialog: the same `route` that the service uses. */
import type { DivertTarget, ManagerView } from '../../shared/calls/model';
import type { UserId } from '../../shared/ids';
import { cleanDialString, type DialProblem } from '../../shared/routing/dialString';
import { matches } from '../../shared/routing/pattern';
import { route, type RouteDecision } from '../../shared/routing/route';

export interface Drafted {
  readonly divert: DivertTarget;
  readonly inclusive: readonly string[];
  readonly exclusive: readonly string[];
}

interface Facts {
  readonly manager: ManagerView;
  readonly draft: Drafted;
  /** Service parameter *Divert all applies to calls the filter sent to the manager*. */
  readonly appliesToFiltered: boolean;
}

export type Verdict =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'notANumber'; readonly problem: DialProblem }
  | ({ readonly kind: 'goes'; readonly assistantName: string | null } & Facing &
      Pick<RouteDecision, 'destination' | 'pattern' | 'row'>);

interface Facing {
  /** The number as it is compared. */
  readonly number: string;
  /** The assistant who was meant but is offline, so that somebody else gets the call. */
  readonly awayName: string | null;
}

export function testNumber(text: string, facts: Facts): Verdict {
  if (text.trim() === '') return { kind: 'nothing' };
  const number = cleanDialString(text);
  if (!number.ok) return { kind: 'notANumber', problem: number.error };
  const { manager, draft } = facts;
  const { row, destination, pattern } = decide(number.value, facts);
  const nameOf = (userId: UserId): string | null =>
    manager.assistants.find((assistant) => assistant.userId === userId)?.name ?? null;
  const diverted = row === 3 || row === 6 || (row === 4 && destination.kind !== 'manager');
  return {
    kind: 'goes',
    number: number.value,
    row,
    destination,
    pattern,
    assistantName: destination.kind === 'assistant' ? nameOf(destination.userId) : null,
    awayName: diverted ? (awayTarget(manager, draft.divert)?.name ?? null) : null,
  };
}

export function decide(caller: string | null, { manager, draft, appliesToFiltered }: Facts): RouteDecision {
  const online = manager.assistants.filter((assistant) => assistant.online);
  return route({
    caller,
    forwardedTo: manager.forwardedTo,
    activeAssistant: manager.activeAssistant,
    onlineAssistants: online.map((assistant) => assistant.userId),
    divertAll: manager.divertAll,
    divertTarget: draft.divert,
    filterOn: manager.filterOn,
    filterMode: manager.filterMode,
    inclusive: draft.inclusive,
    exclusive: draft.exclusive,
    divertAllAppliesToFiltered: appliesToFiltered,
  });
}

/** The named assistant of a divert who is not online now: the active one stands in. */
export function awayTarget(manager: ManagerView, target: DivertTarget) {
  if (target.kind !== 'assistant') return null;
  const named = manager.assistants.find(({ userId }) => userId === target.userId);
  return named === undefined || named.online ? null : named;
}

/** Every pattern of a list that fits the number being tested; none where no number is. */
export function matchingPatterns(patterns: readonly string[], verdict: Verdict): ReadonlySet<string> {
  if (verdict.kind !== 'goes') return new Set();
  return new Set(patterns.filter((pattern) => matches(pattern, verdict.number)));
}
