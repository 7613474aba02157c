import path from 'node:path';
import { expect, it } from 'vitest';
import type { Log } from '../core/log';
import { logOthers, sortArguments } from './startArguments';

const folder = path.resolve('/home/maya');

it('finds recordings and links, and nothing else', () => {
  expect(sortArguments(['a.acsession', 'tel:+4930', '--', '/x/B.ACSESSION', 'callto:1044'], folder)).toEqual({
    files: [path.join(folder, 'a.acsession'), '/x/B.ACSESSION'],
    links: ['tel:+4930', 'callto:1044'],
    others: { switch: 1 },
  });
});

it.each([
  ['--inspect=0.0.0.0:9229', 'switch'],
  ['--remote-debugging-port=9222', 'switch'],
  ['-tel:+4930', 'switch'],
  ['--x.acsession', 'switch'],
  ['javascript:alert(1)', 'otherScheme'],
  ['file:///etc/passwd', 'otherScheme'],
  ['sip:anna@example.com', 'otherScheme'],
  ['C:\\notes.txt', 'other'],
  ['/etc/passwd', 'other'],
  ['', 'other'],
  ['a\0.acsession', 'tooLong'],
  [`${'a'.repeat(5_000)}.acsession`, 'tooLong'],
])('%j is for nobody', (word, kind) => {
  expect(sortArguments([word], folder)).toEqual({ files: [], links: [], others: { [kind]: 1 } });
});

it('ten megabytes and ten thousand words do no harm, and one line is logged without any of it', () => {
  const lines: string[] = [];
  const note = (fields: object, message: string) => void lines.push(JSON.stringify(fields) + message);
  const log: Log = { info: note, warn: note, error: note };
  const words = [
    '--inspect',
    'x'.repeat(10_000_000),
    'sip:+493055570142',
    ...Array.from({ length: 10_000 }, () => 'y'),
  ];
  logOthers(sortArguments(words, folder), log);
  expect(lines).toEqual(['{"tooLong":1,"otherScheme":1,"other":98,"switches":1}arguments that are not for us']);
  logOthers(sortArguments(['--original-process-start-time=1'], folder), log);
  expect(lines).toHaveLength(1);
});
