/** The guide's keys are those of the console: a command that is added, renamed or given another key fails here until the guide says so. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asWritten, keyTable } from '../testing/keyTable';

const guide = readFileSync(new URL('../../docs/user-guide.md', import.meta.url), 'utf8');

test('the table of keys in the user guide is the registry’s', () => {
  const [, table] = /<!-- keys -->(.*)<!-- end of keys -->/s.exec(guide) ?? [];
  expect(asWritten(table ?? '')).toBe(asWritten(keyTable()));
});

test('every picture the guide shows is there', async () => {
  const { existsSync } = await import('node:fs');
  const pictures = [...guide.matchAll(/\]\((images\/[^)]+)\)/g)].map(([, path]) => path ?? '');
  expect(pictures.length).toBeGreaterThan(15);
  expect(pictures.filter((path) => !existsSync(new URL(`../../docs/${path}`, import.meta.url)))).toEqual([]);
});
