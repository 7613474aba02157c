/** What the link went through, as picture and words; what a check found, as a report. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LinkView } from '../../shared/bridge';
import type { LinkEntry } from '../../shared/connection/linkEntry';
import { fetchLaterWords, startStrings, t } from '../strings/i18n';
import { linkHistoryOf, linkOf, someCheck } from '../testing/linkScenes';
import { problemWords, verdictOf } from './checkWords';
import { incidentWords, isIncident } from './eventWords';
import { reportOf } from './report';
import { awaySince, barHeight, periodsOf, spanOf, timelineOf } from './timeline';

beforeAll(async () => {
  await startStrings();
  await fetchLaterWords();
});

const now = 10_000_000;
const signedOut: LinkView = { phase: 'signedOut', failure: null };
const liveAt = (at: number, server: 'primary' | 'backup', awayMs: number | null = null): LinkEntry => ({
  kind: 'live',
  at,
  server,
  awayMs,
  failover: awayMs !== null,
});
const lostAt = (at: number, server: 'primary' | 'backup', wasLive = true): LinkEntry => ({
  kind: 'lost',
  at,
  server,
  problem: 'unreachable',
  wasLive,
});

describe('the lane', () => {
  it('shows who served when, and when nobody did', () => {
    const history = [
      liveAt(100, 'primary'),
      lostAt(500, 'primary'),
      lostAt(600, 'backup', false),
      liveAt(900, 'backup', 400),
    ];
    expect(periodsOf(history, linkOf('linkFailover', now), 2_000)).toEqual([
      { lane: 'primary', from: 100, to: 500 },
      { lane: 'away', from: 500, to: 900 },
      { lane: 'backup', from: 900, to: 2_000 },
    ]);
  });

  it('who did not answer any more was away before that was noticed', () => {
    const history: LinkEntry[] = [
      liveAt(100, 'primary'),
      { kind: 'missed', at: 300, server: 'primary' },
      lostAt(500, 'primary'),
      lostAt(600, 'backup', false),
    ];
    expect(periodsOf(history, linkOf('linkAway', now), 900)).toEqual([
      { lane: 'primary', from: 100, to: 300 },
      { lane: 'away', from: 300, to: 900 },
    ]);
    expect(awaySince(history)).toBe(300);
    expect(awaySince([liveAt(100, 'primary'), lostAt(500, 'primary')])).toBe(500);
    expect(awaySince([])).toBeNull();
  });

  it('ends with the session', () => {
    const history: LinkEntry[] = [liveAt(100, 'primary'), { kind: 'signedOut', at: 300 }];
    expect(periodsOf(history, signedOut, 2_000)).toEqual([{ lane: 'primary', from: 100, to: 300 }]);
  });

  it('goes by the link itself where the beginning is no longer kept', () => {
    const link: LinkView = { phase: 'live', server: 'backup', since: 700, roundTripMs: null };
    expect(periodsOf([], link, 2_000)).toEqual([{ lane: 'backup', from: 700, to: 2_000 }]);
  });
});

describe('the picture', () => {
  it('holds ten minutes, or all that is kept', () => {
    const history = [liveAt(now - 3_600_000, 'primary')];
    expect(spanOf(history, signedOut, false, now)).toEqual({ from: now - 600_000, to: now });
    expect(spanOf(history, signedOut, true, now)).toEqual({ from: now - 3_600_000, to: now });
  });

  it('marks a failover with how long calls were away', () => {
    const { failovers, misses } = timelineOf(
      linkHistoryOf('linkFailover', now),
      linkOf('linkFailover', now),
      false,
      now,
    );
    expect(failovers).toEqual([{ at: 0.6, awayMs: 500 }]);
    expect(misses).toHaveLength(1);
  });

  it('grows bars with the round trip, never over the top', () => {
    expect(barHeight(1)).toBeLessThan(barHeight(10));
    expect(barHeight(10)).toBeLessThan(barHeight(1_000));
    expect(barHeight(60_000)).toBe(1);
  });

  it('keeps everything inside, in order and without overlap, whatever the history', () => {
    const at = fc.integer({ min: 0, max: 2 * now });
    const server = fc.constantFrom('primary', 'backup');
    const entry: fc.Arbitrary<LinkEntry> = fc.oneof(
      fc.record({ kind: fc.constant('roundTrip' as const), at, server, ms: fc.nat(90_000) }),
      fc.record({ kind: fc.constant('missed' as const), at, server }),
      fc.record({
        kind: fc.constant('lost' as const),
        at,
        server,
        problem: fc.constant('unreachable' as const),
        wasLive: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('live' as const),
        at,
        server,
        awayMs: fc.option(fc.nat(90_000)),
        failover: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('signedOut' as const), at }),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), fc.boolean(), (entries, all) => {
        const history = [...entries].sort((a, b) => a.at - b.at);
        const end = Math.max(now, ...history.map((one) => one.at));
        const { periods, trips, misses, failovers } = timelineOf(history, signedOut, all, end);
        const places = [...trips.map((one) => one.at), ...misses, ...failovers.map((one) => one.at)];
        for (const place of places) expect(place >= 0 && place <= 1).toBe(true);
        let last = 0;
        for (const { from, to } of periods) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(1);
          last = to;
        }
      }),
    );
  });
});

describe('in words', () => {
  it('tells a failover with its time, and what was lost', () => {
    const words = linkHistoryOf('linkFailover', now)
      .filter(isIncident)
      .map((entry) => incidentWords(entry, t));
    expect(words.map((one) => one.replace(/[\u2066-\u2069]/g, ''))).toEqual([
      'Connected to the primary server',
      'The primary server did not answer a heartbeat',
      'Lost the primary server. The server can’t be reached.',
      'Now on the backup server; calls were away for 0.5 sec',
    ]);
  });

  it('has something to do for every problem of a check', () => {
    for (const problem of [
      'nameUnknown',
      'timeout',
      'otherService',
      'stateDiffers',
      'unreachable',
      'certificateExpired',
      'tokenInvalid',
    ] as const) {
      const { what, how } = problemWords(problem, t);
      expect(what).not.toMatch(/check\.|loginFailure\./);
      expect(how).not.toMatch(/check\.|loginFailure\./);
    }
  });

  it('says where a server fails, and that a standby is well', () => {
    const [primary, backup] = someCheck.servers;
    expect(primary && verdictOf(primary, t)).toMatchObject({
      tone: 'bad',
      text: expect.stringContaining('Network') as string,
    });
    expect(backup && verdictOf(backup, t)).toEqual({ tone: 'ok', text: 'All well.' });
  });
});

it('reports codes, versions, clocks, addresses and the link’s history, and only of the last ten minutes', () => {
  const history = [
    lostAt(someCheck.startedAt - 700_000, 'backup'),
    ...linkHistoryOf('linkFailover', someCheck.startedAt),
  ];
  const report = reportOf({ check: someCheck, history, appVersion: '1.2.3' }, t).replace(/[\u2066-\u2069]/g, '');
  for (const words of [
    'Console 1.2.3, protocol 4',
    'Heartbeat every 5,000 ms, request timeout 3,000 ms',
    'wss://ipma1.example:2912',
    '[unreachable: connect ECONNREFUSED 192.0.2.10:2912]',
    '[7:103, 7:103]',
    'Now on the backup server; calls were away for 0.5 sec',
  ])
    expect(report).toContain(words);
  expect(report.match(/Lost the/g)).toHaveLength(1);
});
