/** The guide's keys are those of the console: a command that is added, renamed or given another key fails here until the guide says so. */
import { beforeAll, expect, test } from 'vitest';
import guide from '../../docs/user-guide.md?raw';
import { startStrings } from '../strings/i18n';
import { asWritten, keyTable } from '../testing/keyTable';

beforeAll(startStrings);

const pictures = Object.keys(import.meta.glob('../../docs/images/*.png')).map((file) =>
  file.replace('../../docs/', ''),
);

test('the table of keys in the user guide is the registry’s', () => {
  const [, table] = /<!-- keys -->(.*)<!-- end of keys -->/s.exec(guide) ?? [];
  expect(asWritten(table ?? '')).toBe(asWritten(keyTable()));
});

test('every picture the guide shows is there', () => {
  const shown = [...guide.matchAll(/\]\((images\/[^)]+)\)/g)].map(([, path]) => path ?? '');
  expect(shown.length).toBeGreaterThan(15);
  expect(shown.filter((path) => !pictures.includes(path))).toEqual([]);
});
