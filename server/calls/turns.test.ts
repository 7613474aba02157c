import { expect, it } from 'vitest';
import { Turns } from './turns';

it('the same key goes one after the other, whatever fails; another key does not wait', async () => {
  const turns = new Turns<string>();
  const done: string[] = [];
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const first = turns.take('a', async () => {
    await gate;
    done.push('a1');
    throw new Error('failed');
  });
  const second = turns.take('a', () => Promise.resolve(done.push('a2')));
  await turns.take('b', () => Promise.resolve(done.push('b1')));
  expect(done).toEqual(['b1']);
  letGo();
  await expect(first).rejects.toThrow('failed');
  expect(await second).toBe(3);
  expect(done).toEqual(['b1', 'a1', 'a2']);
});
