import { expect, it } from 'vitest';
import { endAll } from './endAll';

it('a part that fails is told, the others end all the same, and each of them once', () => {
  const ended: string[] = [];
  const said: object[] = [];
  const note = (fields: object) => void said.push(fields);
  const parts = [
    () => void ended.push('network'),
    () => {
      throw new TypeError('x is not a function');
    },
    () => void ended.push('core'),
  ];
  const log = { info: note, warn: note, error: note };
  endAll(parts, log);
  endAll(parts, log);
  expect(ended).toEqual(['network', 'core']);
  expect(said).toMatchObject([{ where: 'end', error: 'TypeError', said: 'is not a function' }]);
});
