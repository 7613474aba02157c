import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDifference } from './difference';
import { nothingYet } from './fold';
import { ReplayState } from './format';
import { canonical, hashOf } from './hash';
import { anyOf } from './maskTesting';

const anyState = anyOf(ReplayState).map((state) => ReplayState.parse(state));

/** The same in another order of keys. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, turned(one)]),
  );
}

describe('the hash of a state', () => {
  it('is the same whatever the order of keys, and after it was written and read', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(hashOf(ReplayState.parse(turned(state)))).toBe(hashOf(state));
        expect(hashOf(ReplayState.parse(JSON.parse(JSON.stringify(state))))).toBe(hashOf(state));
        expect(hashOf(state)).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });

  it('differs where the states differ, and the first difference is told', () => {
    fc.assert(
      fc.property(anyState, anyState, (a, b) => {
        const same = canonical(a) === canonical(b);
        expect(hashOf(a) === hashOf(b)).toBe(same);
        expect(firstDifference(a, b) === null).toBe(same);
      }),
    );
  });

  it('takes no notice of what is undefined', () => {
    expect(canonical({ a: undefined, b: [1, { c: undefined }] })).toBe('{"b":[1,{}]}');
    expect(canonical([undefined])).toBe('[null]');
  });

  it('tells short changes apart anywhere in a long text', () => {
    const text = 'x'.repeat(20_000);
    const hashes = Array.from({ length: 2_000 }, (_, at) => {
      const overlay = `${text.slice(0, at * 10)}y${text.slice(at * 10 + 1)}`;
      return hashOf({ ...nothingYet, view: { ...nothingYet.view, overlay } });
    });
    expect(new Set(hashes).size).toBe(2_000);
  });
});

describe('the first difference', () => {
  it.each([
    [{ a: 1 }, { a: 2 }, 'a', '1', '2'],
    [
      { console: { calls: [{ state: 'hold' }] } },
      { console: { calls: [{ state: 'connected' }] } },
      'console.calls[0].state',
      '"hold"',
      '"connected"',
    ],
    [{ b: 1, a: [1, 2] }, { b: 2, a: [1] }, 'a[1]', '2', '(nothing)'],
    [{ a: [] }, { a: {} }, 'a', '[]', '{}'],
    [{ a: null }, {}, 'a', 'null', '(nothing)'],
    [1, 'x', '', '1', '"x"'],
  ])('of %j and %j is at %s', (recorded, replayed, path, there, here) => {
    expect(firstDifference(recorded, replayed)).toEqual({ path, recorded: there, replayed: here });
  });

  it.each([
    [{ a: 1 }, { a: 1 }],
    [{ a: undefined }, {}],
    [0, -0],
    [[], []],
  ])('of %j and %j is none', (recorded, replayed) => {
    expect(firstDifference(recorded, replayed)).toBeNull();
  });

  it('tells no more of a value than fits a line', () => {
    const found = firstDifference({ a: 'x'.repeat(5_000) }, {});
    expect(found?.recorded).toHaveLength(201);
  });
});
