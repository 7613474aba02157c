/** Who gets a call to a manager in proxy line mode: the table of product §5, top row first. */
import type { DivertTarget, FilterMode } from '../calls/model';
import type { Dn, UserId } from '../ids';
import { matches } from './pattern';

export interface RouteInput {
  /** Null where the number is withheld: it matches no pattern. */
  readonly caller: string | null;
  /** CFA of the manager's phone. */
  readonly forwardedTo: Dn | null;
  /** Null when no assistant of the manager is online. */
  readonly activeAssistant: UserId | null;
  /** The manager's assistants that are online; a divert to one who is not goes to the active assistant instead. */
  readonly onlineAssistants: readonly UserId[];
  readonly divertAll: boolean;
  readonly divertTarget: DivertTarget;
  readonly filterOn: boolean;
  readonly filterMode: FilterMode;
  /** Cleaned patterns. */
  readonly inclusive: readonly string[];
  readonly exclusive: readonly string[];
  /** Service parameter *Divert all applies to calls the filter sent to the manager*. */
  readonly divertAllAppliesToFiltered: boolean;
}

export type RouteDestination =
  | { readonly kind: 'manager' }
  /** That assistant's proxy line for this manager. */
  | { readonly kind: 'assistant'; readonly userId: UserId }
  | { readonly kind: 'number'; readonly number: Dn };

export interface RouteDecision {
  /** Row of the table that decided. */
  readonly row: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly destination: RouteDestination;
  /** The pattern that matched, where one decided. */
  readonly pattern: string | null;
}

const toManager: RouteDestination = { kind: 'manager' };

export function route(input: RouteInput): RouteDecision {
  const { activeAssistant, filterMode, filterOn, divertAll } = input;
  if (input.forwardedTo !== null) {
    return { row: 1, destination: { kind: 'number', number: input.forwardedTo }, pattern: null };
  }
  if (activeAssistant === null) return { row: 2, destination: toManager, pattern: null };

  const divert = divertDestination(input, activeAssistant);
  if (filterMode === 'exclusive') {
    const pattern = matchingPattern(input.exclusive, input.caller);
    if (pattern !== null) return { row: 3, destination: divert, pattern };
  } else if (filterOn) {
    const pattern = matchingPattern(input.inclusive, input.caller);
    if (pattern === null) return { row: 5, destination: { kind: 'assistant', userId: activeAssistant }, pattern };
    const diverted = divertAll && input.divertAllAppliesToFiltered;
    return { row: 4, destination: diverted ? divert : toManager, pattern };
  }
  return divertAll ? { row: 6, destination: divert, pattern: null } : { row: 7, destination: toManager, pattern: null };
}

/** The first pattern that matches, or null. */
export function matchingPattern(patterns: readonly string[], caller: string | null): string | null {
  return patterns.find((pattern) => matches(pattern, caller)) ?? null;
}

function divertDestination(input: RouteInput, active: UserId): RouteDestination {
  const { divertTarget } = input;
  if (divertTarget.kind === 'number') return { kind: 'number', number: divertTarget.number };
  const named = divertTarget.kind === 'assistant' && input.onlineAssistants.includes(divertTarget.userId);
  return { kind: 'assistant', userId: named ? divertTarget.userId : active };
}
