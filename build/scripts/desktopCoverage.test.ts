import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { desktopCoverage } from './desktopCoverage';
import { bundles } from './paths';

const bundle = 'function used() {}\nfunction unused() {}\nfunction elsewhere() {}\n';
/** Line for line: two of menu.ts, one of a module that is not the desktop's. */
const map = {
  file: 'main.cjs',
  version: 3,
  sources: ['../../electron/desktop/menu.ts', '../../electron/core/core.ts'],
  sourcesContent: [],
  names: [],
  mappings: 'AAAA;AACA;ACAA',
  sourceRoot: '',
};

function written(calls: Readonly<Record<string, number>>, url = pathToFileURL(bundles.desktop).href): string {
  const functions = bundle.split('\n').flatMap((line, at, lines) => {
    const name = /^function (\w+)/.exec(line)?.[1];
    const startOffset = lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0);
    if (name === undefined) return [];
    return [
      { functionName: name, ranges: [{ startOffset, endOffset: startOffset + line.length, count: calls[name] ?? 0 }] },
    ];
  });
  return JSON.stringify({ result: [{ url, functions }] });
}

test('a function of the desktop host that no run has called is named', () => {
  expect(desktopCoverage([written({ used: 2, elsewhere: 1 }), written({})], bundle, map)).toEqual([
    { module: 'electron/desktop/menu.ts', functions: 2, neverCalled: ['unused'] },
  ]);
  expect(desktopCoverage([written({ used: 1 }), written({ unused: 1 })], bundle, map)).toEqual([
    { module: 'electron/desktop/menu.ts', functions: 2, neverCalled: [] },
  ]);
});

test('what other scripts have run does not count', () => {
  expect(desktopCoverage([written({ used: 1 }, 'node:fs')], bundle, map)).toEqual([]);
});
