import { describe, expect, it } from 'vitest';
import { isSteady, look, nothingSeen, type Sight, type Watch } from './steadyDrop';

const sight = (key: string | null, at: number, x = 10, y = 10): Sight => ({ key, x, y, at });

/** Each sight with whether the row before it has moved. */
function seen(...sights: readonly (readonly [Sight, boolean?])[]): Watch {
  return sights.reduce((watch, [now, moved = false]) => look(watch, now, moved), nothingSeen);
}

describe('a drop', () => {
  it('acts on the row the pointer went to, however quick', () => {
    expect(isSteady(nothingSeen)).toBe(true);
    expect(isSteady(seen([sight('lars', 0)]))).toBe(true);
    expect(isSteady(seen([sight('lars', 0)], [sight('anna', 5, 10, 44)], [sight('anna', 10, 10, 44)]))).toBe(true);
  });

  it('does nothing where another row has just come under a pointer that rests', () => {
    expect(isSteady(seen([sight('lars', 0)], [sight('anna', 100)], [sight('anna', 599)]))).toBe(false);
    expect(isSteady(seen([sight(null, 0)], [sight('anna', 100)]))).toBe(false);
    expect(isSteady(seen([sight('lars', 0)], [sight(null, 100)], [sight('anna', 200)]))).toBe(false);
  });

  it('or under one that moves while the list does', () => {
    expect(isSteady(seen([sight('lars', 0)], [sight('anna', 100, 12, 11), true]))).toBe(false);
  });

  it('acts again when that row could be seen for long enough', () => {
    expect(isSteady(seen([sight('lars', 0)], [sight('anna', 100)], [sight('anna', 600)]))).toBe(true);
    expect(isSteady(seen([sight('lars', 0)], [sight('anna', 100)], [sight('anna', 300)], [sight('anna', 400)]))).toBe(
      false,
    );
  });

  it('and at once when the pointer goes to another row', () => {
    expect(isSteady(seen([sight('lars', 0)], [sight('anna', 100)], [sight('mona', 120, 10, 80)]))).toBe(true);
  });

  it('takes a row that stays the same through a list that moves', () => {
    expect(isSteady(seen([sight('lars', 0)], [sight('lars', 100), true]))).toBe(true);
  });
});
