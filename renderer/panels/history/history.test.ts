import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HistoryEntry, noHistory } from '../../../shared/console/history';
import { byDay, dayName } from './days';
import { filtered, rowKey, talkedMs } from './filter';
import { missedCount } from './missedCount';

const at = (text: string): number => new Date(text).getTime();

function past(id: string, more: Partial<Record<keyof HistoryEntry, unknown>> = {}): HistoryEntry {
  return HistoryEntry.parse({
    id,
    kind: 'missed',
    party: { number: '+493055570142', name: 'Zoë Ångström' },
    manager: 'Anna Kowalska',
    startedAt: at('2026-11-22T10:00:00'),
    answeredAt: null,
    endedAt: at('2026-11-22T10:00:20'),
    ...more,
  });
}

describe('the badge', () => {
  it('counts missed calls that ended after the last look', () => {
    const entries = [
      past('1', { endedAt: 30 }),
      past('2', { endedAt: 20 }),
      past('3', { endedAt: 40, kind: 'placed' }),
    ];
    expect(missedCount({ ...noHistory, entries, seenUntil: 20 })).toBe(1);
    expect(missedCount({ ...noHistory, entries })).toBe(2);
    expect(missedCount(noHistory)).toBe(0);
  });
});

describe('days', () => {
  const now = at('2026-11-22T00:30:00');

  it.each([
    ['2026-11-22T23:59:00', 'Today'],
    ['2026-11-21T23:59:00', 'Yesterday'],
    ['2026-11-20T12:00:00', 'Friday, November 20'],
    ['2025-11-22T12:00:00', 'Saturday, November 22, 2025'],
  ])('%s is %s', (time, name) => {
    expect(dayName(at(time), now, 'en')).toBe(name);
  });

  it('are named in the language of the screen', () => {
    const names = (locale: string) => [dayName(now, now, locale), dayName(at('2026-11-20T12:00:00'), now, locale)];
    expect(names('de')).toEqual(['Heute', 'Freitag, 20. November']);
    expect(names('fr')).toEqual(['Aujourd’hui', 'vendredi 20 novembre']);
    expect(names('zh-Hant')).toEqual(['今天', '11月20日星期五']);
  });

  it('begin at midnight of this machine, by its own clock', () => {
    const entries = [
      past('late', { startedAt: at('2026-11-22T00:05:00') }),
      past('early', { startedAt: at('2026-11-21T23:55:00') }),
    ];
    const days = (clockOffsetMs: number) =>
      byDay(entries, { now, clockOffsetMs, locale: 'en' }).map(({ id, entries: of }) => [id, of.length]);
    expect(days(0)).toEqual([
      ['2026-11-22', 1],
      ['2026-11-21', 1],
    ]);
    expect(days(600_000)).toEqual([['2026-11-21', 2]]);
  });

  it('keep every call, newest first', () => {
    const anyTime = fc.integer({ min: at('2026-01-01T00:00:00'), max: now });
    fc.assert(
      fc.property(fc.array(anyTime, { maxLength: 40 }), (times) => {
        const entries = times.map((startedAt, index) => past(String(index), { startedAt }));
        const days = byDay(entries, { now, clockOffsetMs: 0, locale: 'en' });
        const shown = days.flatMap((day) => day.entries.map(({ startedAt }) => startedAt));
        expect(shown).toEqual(times.toSorted((a, b) => b - a));
        expect(new Set(days.map(({ id }) => id)).size).toBe(days.length);
      }),
    );
  });
});

describe('what is shown', () => {
  const entries = [
    past('1'),
    past('2', { kind: 'answered', party: { number: '1044', name: null }, manager: null }),
    past('3', { kind: 'placed', party: { number: null, name: 'Board' } }),
  ];
  const ids = (kind: Parameters<typeof filtered>[1], query = '') => filtered(entries, kind, query).map(({ id }) => id);

  it('is of one kind or all', () => {
    expect([ids('all'), ids('missed'), ids('answered'), ids('placed')]).toEqual([['1', '2', '3'], ['1'], ['2'], ['3']]);
  });

  it.each([
    ['angstrom', ['1']],
    ['kowal', ['1', '3']],
    ['+49 30', ['1']],
    ['104', ['2']],
    [' ', ['1', '2', '3']],
    ['zzz', []],
  ])('%j finds %j', (query, found) => {
    expect(ids('all', query)).toEqual(found);
  });

  it('combines both', () => {
    expect(ids('placed', 'angstrom')).toEqual([]);
  });

  it('tells calls with one id apart, and how long was talked', () => {
    expect(rowKey(past('1', { startedAt: 1 }))).not.toBe(rowKey(past('1', { startedAt: 2 })));
    expect(talkedMs(past('1'))).toBeNull();
    expect(talkedMs(past('1', { answeredAt: 1_000, endedAt: 61_000 }))).toBe(60_000);
    expect(talkedMs(past('1', { answeredAt: 2_000, endedAt: 1_000 }))).toBe(0);
  });
});
