import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { onto } from './windowPlace';

vi.mock('electron', () => ({ screen: {} }));

const left = { x: -1920, y: 0, width: 1920, height: 1040 };
const main = { x: 0, y: 0, width: 1280, height: 700 };
const above = { x: 0, y: -1100, width: 1280, height: 1060 };
/** 1920 × 1080 at 175 per cent. */
const dense = { x: 1280, y: 1500, width: 1097, height: 617 };
const displays = [main, left, above, dense];

it.each([
  ['stays where it was', { x: 100, y: 50, width: 1000, height: 640 }, { x: 100, y: 50, width: 1000, height: 640 }],
  [
    'on the second display too',
    { x: -1800, y: 9, width: 1000, height: 640 },
    { x: -1800, y: 9, width: 1000, height: 640 },
  ],
  [
    'is moved in where an edge was outside',
    { x: 900, y: 300, width: 1000, height: 640 },
    { x: 280, y: 60, width: 1000, height: 640 },
  ],
  [
    'is made smaller where the display is',
    { x: 0, y: 0, width: 3000, height: 2000 },
    { x: 0, y: 0, width: 1280, height: 700 },
  ],
  [
    'stays on the display that shows most of it',
    { x: -1500, y: 20, width: 1720, height: 660 },
    { x: -1720, y: 20, width: 1720, height: 660 },
  ],
  [
    'on a display above the others',
    { x: 100, y: -1000, width: 1000, height: 640 },
    { x: 100, y: -1000, width: 1000, height: 640 },
  ],
  [
    'on a smaller one with larger dots: places are told in points, whatever the scale',
    { x: 1400, y: 1510, width: 1280, height: 800 },
    { x: 1280, y: 1500, width: 1097, height: 617 },
  ],
  ['is forgotten where its display has gone', { x: 5000, y: 0, width: 1000, height: 640 }, {}],
  ['is forgotten where only a corner would show', { x: 1200, y: 0, width: 1000, height: 640 }, {}],
])('%s', (_what, bounds, expected) => expect(onto(bounds, displays)).toEqual(expected));

it('is always wholly on a display, or forgotten', () => {
  const coordinate = fc.integer({ min: -4_000, max: 4_000 });
  const size = fc.integer({ min: 1, max: 4_000 });
  fc.assert(
    fc.property(coordinate, coordinate, size, size, (x, y, width, height) => {
      const { x: left1, y: top, width: w, height: h } = onto({ x, y, width, height }, [main, left]);
      if (left1 === undefined || top === undefined || w === undefined || h === undefined) return;
      const inside = [main, left].some(
        (area) =>
          left1 >= area.x && top >= area.y && left1 + w <= area.x + area.width && top + h <= area.y + area.height,
      );
      expect(inside).toBe(true);
    }),
  );
});
