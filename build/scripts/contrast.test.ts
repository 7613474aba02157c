import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(new URL('../../shared/look/tokens.css', import.meta.url), 'utf8');

/** Roles and their colour in one look; later rules win as in CSS. */
function look(theme: 'plain' | 'contrast', scheme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const [plain = '', contrast = ''] = tokens.split("[data-theme='contrast']");
  const found = new Map<string, string>();
  for (const part of theme === 'plain' ? [plain] : [plain, contrast]) {
    for (const [, name, light, dark] of part.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)) {
      if (name !== undefined) found.set(name, (scheme === 'light' ? light : dark) ?? '');
    }
  }
  return found;
}

/** WCAG 2.2 relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const inks = ['ink', 'ink-2', 'ink-3', 'accent', 'ring', 'live', 'hold', 'away', 'bad'];
const surfaces = ['bg', 'surface', 'surface-2'];
const text: readonly (readonly [string, string])[] = [
  ...inks.flatMap((ink) => surfaces.map((surface) => [ink, surface] as const)),
  ...['accent', 'ring', 'live', 'hold', 'away', 'bad'].flatMap((tone) =>
    [tone, 'ink', 'ink-2'].map((ink) => [ink, `${tone}-soft`] as const),
  ),
  ['accent-ink', 'accent'],
  ['live-ink', 'live'],
];

function tooFaint(theme: 'plain' | 'contrast', scheme: 'light' | 'dark', least: number, pairs = text): string[] {
  const colours = look(theme, scheme);
  return pairs.flatMap(([ink, surface]) => {
    const found = ratio(colours.get(ink) ?? '', colours.get(surface) ?? '');
    return found >= least ? [] : [`${ink} on ${surface}: ${found.toFixed(2)}`];
  });
}

describe.each(['light', 'dark'] as const)('on %s', (scheme) => {
  it('text is WCAG AA', () => {
    expect(tooFaint('plain', scheme, 4.5)).toEqual([]);
  });

  it('text is WCAG AAA with high contrast', () => {
    expect(tooFaint('contrast', scheme, 7)).toEqual([]);
  });

  it('every edge can be seen with high contrast', () => {
    const edges = ['line', 'line-strong', 'ring-edge', 'live-edge', 'hold-edge', 'bad-edge'];
    const pairs = edges.flatMap((edge) => surfaces.map((surface) => [edge, surface] as const));
    expect(tooFaint('contrast', scheme, 4.5, pairs)).toEqual([]);
  });
});
