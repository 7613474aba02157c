import { describe, expect, it } from 'vitest';
import { answered, keysIn, next, noTones, press, refused } from './toneQueue';

describe('tones', () => {
  it('go one command at a time, in order, and what waits goes together', () => {
    const first = next(press(noTones, '1'));
    expect(first).toEqual({ sent: '', out: '1', waiting: '' });
    const more = press(press(first, '2'), '#');
    expect(next(more)).toBe(more);
    expect(next(answered(more))).toEqual({ sent: '1', out: '2#', waiting: '' });
  });

  it('never go more than a command takes', () => {
    expect(next(press(noTones, '1'.repeat(40)))).toMatchObject({ out: '1'.repeat(32), waiting: '1'.repeat(8) });
  });

  it('stop at what was refused', () => {
    expect(refused(press(next(press(noTones, '1')), '2'))).toEqual(noTones);
    expect(next(noTones)).toBe(noTones);
  });

  it.each([
    ['1a2 b', '12'],
    ['（３）*#', '3*#'],
    ['x', ''],
  ])('%j holds the keys %j', (text, keys) => {
    expect(keysIn(text)).toBe(keys);
  });
});
