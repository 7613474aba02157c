import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeReference, referencePattern } from './reference';

it('a reference is one, whatever chance gives', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }), (chances) => {
      const left = [...chances];
      expect(makeReference(() => left.shift() ?? 0)).toMatch(referencePattern);
    }),
  );
});

it.each(['0301234567', '2001', 'ANNA', 'KAPOOR', 'B1C2D3E4', 'B1C2D3', 'b1c2d3f4', 'B1C2D3F4\n'])(
  '%s is none',
  (text) => {
    expect(referencePattern.test(text)).toBe(false);
  },
);
