import { expect, it } from 'vitest';
import { commands } from '../commands/registry';
import { isChord } from '../../shared/session/chord';

it('the keys of every command come into a recording as they are', () => {
  const keys = commands.flatMap((command) => command.keys);
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.filter((one) => !isChord(one))).toEqual([]);
});
