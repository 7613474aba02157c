/** How many people a conference would have. Pure. */
import type { CallView } from '../../shared/calls/model';
import { maxParties } from '../../shared/calls/parties';

type Counted = Pick<CallView, 'parties'>;

/** The assistant is in each of the calls and counts once. */
export function joinedParties(call: Counted, others: readonly Counted[]): number {
  return others.reduce((sum, other) => sum + other.parties - 1, call.parties);
}

export function fitsIn(call: Counted, others: readonly Counted[], one: Counted): boolean {
  return joinedParties(call, [...others, one]) <= maxParties;
}
