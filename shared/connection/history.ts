/** The link's history as it grows: what is kept of it, and what leaves first. */
import type { LinkEntry, LinkHistory } from './linkEntry';

/** Round trips and everything else are capped apart, so that a quiet day's heartbeats do not push out its one failover. */
export const linkHistoryLimits = { roundTrips: 240, others: 240 } as const;

export function withEntry(history: LinkHistory, entry: LinkEntry): LinkHistory {
  const longer = [...history, entry];
  const isTrip = (one: LinkEntry) => one.kind === 'roundTrip';
  const limit = isTrip(entry) ? linkHistoryLimits.roundTrips : linkHistoryLimits.others;
  const alike = longer.filter((one) => isTrip(one) === isTrip(entry)).length;
  if (alike <= limit) return longer;
  const oldest = longer.findIndex((one) => isTrip(one) === isTrip(entry));
  return longer.filter((_, index) => index !== oldest);
}
