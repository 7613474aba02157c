import { describe, expect, it } from 'vitest';
import { linkHistoryLimits, withEntry } from './history';
import { LinkHistory } from './linkEntry';
import type { LinkEntry } from './linkEntry';

const trip = (at: number): LinkEntry => ({ kind: 'roundTrip', at, server: 'primary', ms: 1 });

describe('the history of the link', () => {
  it('keeps a failover however many heartbeats follow it, and the newest heartbeats', () => {
    const failover: LinkEntry = { kind: 'live', at: 0, server: 'backup', awayMs: 400, failover: true };
    let history: LinkHistory = [failover];
    for (let at = 1; at <= linkHistoryLimits.roundTrips + 5; at += 1) history = withEntry(history, trip(at));
    expect(history).toHaveLength(linkHistoryLimits.roundTrips + 1);
    expect(history[0]).toEqual(failover);
    expect(history[1]).toEqual(trip(6));
    expect(LinkHistory.safeParse(history).success).toBe(true);
  });

  it('caps a day of flapping, too', () => {
    let history: LinkHistory = [trip(0)];
    for (let at = 1; at <= linkHistoryLimits.others + 3; at += 1)
      history = withEntry(history, { kind: 'missed', at, server: 'backup' });
    expect(history).toHaveLength(linkHistoryLimits.others + 1);
    expect(history.slice(0, 2).map((entry) => entry.at)).toEqual([0, 4]);
  });
});
