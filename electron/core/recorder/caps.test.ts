import { describe, expect, it } from 'vitest';
import { surelyNow, surplus } from './caps';
import { fileName, newId, partOf } from './names';

const caps = { partBytes: 10, totalBytes: 100, ageMs: 1_000 };
const today = Date.UTC(2026, 10, 22);
const file = (name: string, bytes: number, changedAt: number) => ({ name, bytes, changedAt: today + changedAt });

describe('files of recordings that have to go', () => {
  it.each([
    ['none are too many', [file('a.0.acsession', 50, 9_500), file('b.0.acsession', 50, 9_600)], null, []],
    [
      'the oldest, until the rest is small enough',
      [file('b.0.acsession', 60, 9_600), file('a.0.acsession', 60, 9_500), file('c.0.acsession', 30, 9_700)],
      null,
      ['a.0.acsession'],
    ],
    [
      'whatever is too old',
      [file('a.0.acsession', 1, 8_999), file('b.0.acsession', 1, 9_000)],
      null,
      ['a.0.acsession'],
    ],
    [
      'never the one being written',
      [file('a.0.acsession', 500, 1), file('b.0.acsession', 1, 9_900)],
      'a.0.acsession',
      ['b.0.acsession'],
    ],
    [
      'parts of one time in their order',
      [file('a.10.acsession', 90, 9_500), file('a.9.acsession', 90, 9_500)],
      null,
      ['a.9.acsession', 'a.10.acsession'].slice(0, 1),
    ],
    ['nothing that is not ours', [file('notes.txt', 900, 1), file('a.acsession', 900, 1)], null, []],
  ])('%s', (_what, files, current, gone) => {
    const written = new Set(current === null ? [] : [current]);
    expect(surplus(files, written, caps, today + 10_000)).toEqual(gone);
  });

  it('by age only where the time is sure, by size always', () => {
    const files = [file('a.0.acsession', 60, 1), file('b.0.acsession', 60, 2)];
    expect(surplus(files, new Set(), { ...caps, totalBytes: 500 }, null)).toEqual([]);
    expect(surplus(files, new Set(), caps, null)).toEqual(['a.0.acsession']);
  });

  it('never for its age where the machine did not know the day', () => {
    const files = [{ name: 'a.0.acsession', bytes: 1, changedAt: 5_000 }];
    expect(surplus(files, new Set(), caps, today)).toEqual([]);
    expect(surplus(files, new Set(), { ...caps, totalBytes: 0 }, today)).toEqual(['a.0.acsession']);
  });
});

describe('the time by which files are old', () => {
  const live = { phase: 'live', server: 'primary', since: 0, roundTripMs: null } as const;

  it.each([
    ['the machine is years ahead of the service', -9_000, 1_000],
    ['the service is years ahead of the machine', 9_000, 10_000],
  ])('is the earlier one where %s', (_what, clockOffsetMs, now) => {
    expect(surelyNow({ link: live, clockOffsetMs }, 10_000)).toBe(now);
  });

  it('is not known without a service', () => {
    expect(surelyNow({ link: { phase: 'signedOut', failure: null }, clockOffsetMs: 0 }, 10_000)).toBeNull();
  });
});

describe('names', () => {
  it('tell the time, the part, and nothing else', () => {
    const id = newId(Date.UTC(2026, 10, 22, 16, 13, 1), 'a1b2c3');
    expect(id).toBe('20261122-161301-a1b2c3');
    expect(partOf(fileName({ id, part: 12 }))).toEqual({ id, part: 12 });
  });

  it.each(['../a.0.acsession', 'a.acsession', 'a.x.acsession', '.0.acsession', 'a.0.acsession.bak'])(
    '%s is none',
    (name) => {
      expect(partOf(name)).toBeNull();
    },
  );
});
