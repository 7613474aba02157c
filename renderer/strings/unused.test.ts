/** No translator works for nothing: every key of English stands in the source, whole or as the beginning of a family (`error.${code}`). */
import { expect, it } from 'vitest';
import { en } from './en';

const files = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts', '!../{strings,testing}/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const source = Object.values(files).join('\n');
const written = new Set(matches(/['"]([A-Za-z]+(?:\.\w+)+)['"]/g));
const families = matches(/`((?:[A-Za-z]+\.)+)\$\{/g);

function matches(pattern: RegExp): string[] {
  return [...source.matchAll(pattern)].map(([, found]) => found ?? '');
}

function keysOf(node: object, path = ''): string[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${path}${key}.`) : [`${path}${key}`],
  );
}

it('every key is used', () => {
  const unused = keysOf(en).filter((key) => {
    const name = key.replace(/_(one|other)$/, '');
    return !written.has(name) && !families.some((family) => name.startsWith(family));
  });
  expect(unused).toEqual([]);
});
