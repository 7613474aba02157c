/** docs/security.md says what is closed and which test holds it: this holds the page to its word. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { wantedFuses } from './package/fuses';
import { root } from './scripts/paths';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const page = read('docs/security.md');
const named = [...page.matchAll(/`([\w./-]+\.(?:test|spec)\.ts)`: "([^"]+)"/g)].map(
  ([, file = '', title = '']) => [file, title] as const,
);
const rows = page.split('\n').filter((line) => /^\| \d+ +\|/.test(line));
const files = [...page.matchAll(/`((?:electron|shared|build|docs)\/[\w./-]+\.(?:ts|md))`/g)].map(
  ([, file = '']) => file,
);

describe('docs/security.md', () => {
  it.each(named)('%s has the test "%s"', (file, title) => {
    expect(titlesIn(read(file))).toContain(title);
  });

  it('goes through all twenty points, each with a test', () => {
    expect(rows.map((row) => Number(row.split('|')[1]))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    for (const row of rows) expect(row).toMatch(/\.(?:test|spec)\.ts`: "/);
  });

  it('names files that are there', () => {
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('the fuses are those of the package', () => {
    const told = [...page.matchAll(/^\| `(\w+)` +\| (on|off) +\|/gm)].map(([, name = '', state]) => [
      name,
      state === 'on',
    ]);
    expect(Object.fromEntries(told)).toEqual(wantedFuses);
  });
});

it('no part of the desktop app opens anything outside of it', () => {
  const folder = path.join(root, 'electron', 'desktop');
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  expect(sources.filter((name) => /\bopenExternal\b|\bopenPath\b/.test(read(`electron/desktop/${name}`)))).toEqual([]);
});

it('Electron is pinned to one version', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
});

/** Also those that are broken over lines by the formatter. */
function titlesIn(source: string): readonly string[] {
  return [...source.matchAll(/\b(?:it|test)(?:\.each\([^]*?\))?\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g)].map(
    ([, , title = '']) => title,
  );
}
