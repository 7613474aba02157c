/** What the divert does at this moment, as sentences to be said: the table of product §5, read from the manager's present settings. */
import type { ManagerView } from '../../shared/calls/model';

export type DivertFact =
  | 'forwarded'
  | 'nobodyOnline'
  /** Exclusive: callers on the list go to the target, whatever divert all says. */
  | 'exclusiveDiverted'
  | 'restDiverted'
  | 'restRings'
  /** Inclusive, filter on: callers on the list. */
  | 'inclusiveRings'
  | 'inclusiveDiverted'
  /** Inclusive, filter on: all others, whatever divert all says. */
  | 'restToActive'
  /** Divert all is on and changes nothing. */
  | 'divertAllIdle'
  | 'allDiverted'
  | 'allRing';

type Facts = Pick<ManagerView, 'forwardedTo' | 'activeAssistant' | 'filterMode' | 'filterOn' | 'divertAll'>;

export function divertNow(manager: Facts, appliesToFiltered: boolean): readonly DivertFact[] {
  const { divertAll } = manager;
  if (manager.forwardedTo !== null) return ['forwarded'];
  if (manager.activeAssistant === null) return ['nobodyOnline'];
  if (manager.filterMode === 'exclusive') return ['exclusiveDiverted', divertAll ? 'restDiverted' : 'restRings'];
  if (!manager.filterOn) return [divertAll ? 'allDiverted' : 'allRing'];
  if (divertAll && appliesToFiltered) return ['inclusiveDiverted', 'restToActive'];
  return divertAll ? ['inclusiveRings', 'restToActive', 'divertAllIdle'] : ['inclusiveRings', 'restToActive'];
}
