/** The small pure parts: what is typed as a time, lanes, zoom, windows, what has changed. */
import { describe, expect, it } from 'vitest';
import type { MarkAt } from '../../../shared/session/recording';
import { aCall, aConsole } from '../../testing/facts';
import { callLane } from './callLane';
import { captionAt } from './captions';
import { between, clusters } from './clusters';
import { differences } from './differences';
import { parseJump, wallOfClock } from './jump';
import { linkLane } from './linkLane';
import { visibleBars } from './visibleBars';
import { rowsInSight, windowAround } from './window';
import { following, moved, ticks, zoomed } from './zoom';

const mark = (at: number, type: MarkAt['type'], more: object = {}): MarkAt => ({ at, type, ...more });
const seconds = (index: number): number => index * 1_000;

describe('a time that is typed', () => {
  it.each([
    ['12:03', { kind: 'clock', ms: 43_380_000 }],
    ['12:03:20.4', { kind: 'clock', ms: 43_400_400 }],
    [' 9:05 ', { kind: 'clock', ms: 32_700_000 }],
    ['١٢:٠٣', { kind: 'clock', ms: 43_380_000 }],
    ['+90s', { kind: 'by', ms: 90_000 }],
    ['-2m', { kind: 'by', ms: -120_000 }],
    ['+ 1.5 min', { kind: 'by', ms: 90_000 }],
    ['+1:30', { kind: 'by', ms: 90_000 }],
    ['−250ms', { kind: 'by', ms: -250 }],
    ['+5', { kind: 'by', ms: 5_000 }],
  ])('%s', (text, jump) => expect(parseJump(text)).toEqual(jump));

  it.each(['', '25:00', '12:60', 'noon', '90', '+', '+1:75', '12:03:20.4444'])('not %j', (text) =>
    expect(parseJump(text)).toBeNull(),
  );

  it('is meant on the day of the recording, or the day after where it goes on past midnight', () => {
    const first = new Date(2026, 10, 22, 23, 50).getTime();
    const last = new Date(2026, 10, 23, 0, 20).getTime();
    expect(wallOfClock(23 * 3_600_000 + 55 * 60_000, first, last)).toBe(new Date(2026, 10, 22, 23, 55).getTime());
    expect(wallOfClock(10 * 60_000, first, last)).toBe(new Date(2026, 10, 23, 0, 10).getTime());
    expect(wallOfClock(12 * 3_600_000, first, last)).toBe(new Date(2026, 10, 22, 12).getTime());
  });
});

describe('the lanes', () => {
  it('make a bar of each state of a call, and rows of calls at one time', () => {
    const marks = [
      mark(1, 'ring', { connectionId: 'a', who: 'Caller-1', manager: 'Manager-1' }),
      mark(2, 'answer', { connectionId: 'a', who: 'Caller-1' }),
      mark(3, 'ring', { connectionId: 'b', who: 'Caller-2' }),
      mark(5, 'hold', { connectionId: 'a' }),
      mark(6, 'end', { connectionId: 'a' }),
      mark(7, 'refused', { connectionId: 'b' }),
    ];
    const { bars, rows } = callLane(marks, [], seconds, 9_000);
    expect(bars.map(({ call, tone, from, to, row }) => [call, tone, from, to, row])).toEqual([
      ['a', 'ring', 1_000, 2_000, 0],
      ['a', 'live', 2_000, 5_000, 0],
      ['b', 'ring', 3_000, 9_000, 1],
      ['a', 'hold', 5_000, 6_000, 0],
    ]);
    expect(bars[3]).toMatchObject({ who: 'Caller-1', manager: 'Manager-1' });
    expect(rows).toBe(2);
  });

  it('begin with the calls that were there, and end those that a snapshot does not have', () => {
    const call = aCall('a', { state: 'connected', answeredAt: 1 });
    const known = [
      { time: 0, console: aConsole([call]) },
      { time: 4_000, console: aConsole([]) },
    ];
    const { bars } = callLane([], known, seconds, 9_000);
    expect(bars).toMatchObject([{ call: 'a', tone: 'live', from: 0, to: 4_000, manager: 'Anna Kowalska' }]);
  });

  it('tell which server was live, and when none was', () => {
    const marks = [mark(2, 'lost', { server: 'primary' }), mark(4, 'failover', { server: 'backup' })];
    const live = { phase: 'live', server: 'primary', since: 0, roundTripMs: null } as const;
    expect(linkLane(marks, live, seconds, 0, 9_000)).toEqual([
      { from: 0, to: 2_000, server: 'primary' },
      { from: 2_000, to: 4_000, server: 'lost' },
      { from: 4_000, to: 9_000, server: 'backup' },
    ]);
    expect(linkLane([], { phase: 'signedOut', failure: null }, seconds, 0, 9_000)).toEqual([]);
  });

  it('draw a crowd of short calls as one bar with their number', () => {
    const bars = Array.from({ length: 300 }, (_one, index) => ({
      call: `c${index}`,
      from: index * 10,
      to: index * 10 + 9,
      tone: index === 7 ? ('bad' as const) : ('live' as const),
      who: null,
      manager: null,
      row: 0,
    }));
    const shown = visibleBars(bars, { from: 0, to: 100_000 }, 1_000);
    expect(shown.length).toBeLessThan(30);
    expect(shown.reduce((sum, { count }) => sum + count, 0)).toBe(300);
    expect(shown[0]?.tone).toBe('bad');
    expect(visibleBars(bars, { from: 0, to: 50 }, 1_000).every(({ bar }) => bar !== null)).toBe(true);
  });

  it('put signs together that would lie on each other', () => {
    const places = [0, 0.01, 0.5, 0.505, 0.9];
    expect(clusters(places, (x) => x, 0.02).map(({ items }) => items.length)).toEqual([2, 2, 1]);
    expect(between([1, 2, 2, 5, 9], (x) => x, 2, 5)).toEqual([2, 2, 5]);
  });

  it('show a key for a moment, longer where it is played fast', () => {
    expect(captionAt([1, 4], 3, 2_500, 1, seconds)).toBe(1);
    expect(captionAt([1, 4], 3, 3_500, 1, seconds)).toBeNull();
    expect(captionAt([1, 4], 3, 3_500, 4, seconds)).toBe(1);
    expect(captionAt([1, 4], 0, 0, 1, seconds)).toBeNull();
  });
});

describe('the zoom', () => {
  const all = { from: 0, to: 100_000 };
  it('keeps the time it is about in its place, and stays within the recording', () => {
    expect(zoomed(all, all, 0.5, 50_000)).toEqual({ from: 25_000, to: 75_000 });
    expect(zoomed({ from: 0, to: 50_000 }, all, 4, 0)).toEqual(all);
    expect(zoomed(all, all, 0.000_001, 0)).toEqual({ from: 0, to: 200 });
    expect(moved({ from: 0, to: 10_000 }, all, 95_000)).toEqual({ from: 90_000, to: 100_000 });
  });

  it('turns the page with the playhead', () => {
    const span = { from: 0, to: 10_000 };
    expect(following(span, all, 9_000)).toBe(span);
    expect(following(span, all, 10_500)).toEqual({ from: 9_500, to: 19_500 });
  });

  it('has ticks at round times of day', () => {
    const { at, step } = ticks({ from: 0, to: 60_000 }, 4_000, 8);
    expect(step).toBe(10_000);
    expect(at).toEqual([6_000, 16_000, 26_000, 36_000, 46_000, 56_000]);
  });
});

describe('the rows of very many events', () => {
  it('are those in sight', () => {
    expect(rowsInSight(0, 400, 40, 1_000)).toEqual({ first: 0, count: 16 });
    expect(rowsInSight(39_600, 400, 40, 1_000)).toEqual({ first: 984, count: 16 });
    expect(rowsInSight(0, 400, 40, 0).count).toBe(0);
  });

  it('stay the same window until the playhead comes to its edge', () => {
    const first = windowAround({ first: 0, count: 0 }, 0, 1_000_000);
    expect(first).toEqual({ first: 0, count: 200_000 });
    expect(windowAround(first, 150_000, 1_000_000)).toBe(first);
    const next = windowAround(first, 199_900, 1_000_000);
    expect(next).toEqual({ first: 99_900, count: 200_000 });
    const last = windowAround(next, 999_999, 1_000_000);
    expect(last).toEqual({ first: 800_000, count: 200_000 });
    expect(windowAround(last, 999_999, 1_000_000)).toBe(last);
    const few = windowAround({ first: 0, count: 0 }, 3, 10);
    expect(few).toEqual({ first: 0, count: 10 });
    expect(windowAround(few, 9, 10)).toBe(few);
  });
});

describe('what has changed', () => {
  it('is told of each thing by its name, wherever it stands in its list', () => {
    const one = aCall('a', { party: { number: '1044', name: 'Caller-1' } });
    const two = aCall('b', { party: { number: '1045', name: 'Caller-2' } });
    const before = { calls: [one] };
    const after = { calls: [two, { ...one, state: 'connected' }] };
    expect(differences(before, after)).toEqual([
      { path: ['calls', 'Caller-1 (a)', 'state'], before: '"alerting"', after: '"connected"' },
      { path: ['calls', 'Caller-2 (b)'], before: null, after: 'Caller-2 (b), alerting' },
    ]);
    expect(differences(after, before)).toContainEqual({
      path: ['calls', 'Caller-2 (b)'],
      before: 'Caller-2 (b), alerting',
      after: null,
    });
    expect(differences(before, structuredClone(before))).toEqual([]);
  });
});
