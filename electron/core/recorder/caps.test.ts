import { describe, expect, it } from 'vitest';
import { surplus } from './caps';
import { fileName, newId, partOf } from './names';

const caps = { partBytes: 10, totalBytes: 100, ageMs: 1_000 };
const file = (name: string, bytes: number, changedAt: number) => ({ name, bytes, changedAt });

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
    expect(surplus(files, current, caps, 10_000)).toEqual(gone);
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
