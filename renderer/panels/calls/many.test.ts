import { expect, it } from 'vitest';
import { areMany } from './many';

it('the list changes its ways at the flood, and back only long after it', () => {
  const through = (counts: readonly number[]): boolean[] => {
    let many = false;
    return counts.map((count) => (many = areMany(many, count)));
  };
  expect(through([0, 60, 61, 60, 31, 30, 29, 30, 60, 61])).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    true,
  ]);
});
