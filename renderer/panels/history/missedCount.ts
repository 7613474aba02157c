/** How many missed calls have not been looked at: the badge. */
import type { CallHistory } from '../../../shared/console/history';

export function missedCount({ entries, seenUntil }: CallHistory): number {
  return entries.filter(({ kind, endedAt }) => kind === 'missed' && endedAt > seenUntil).length;
}
