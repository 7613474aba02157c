import { expect, it } from 'vitest';
import { CheckQueue } from './checkQueue';

/** Work that ends when it is told to; `order` is the order in which it began. */
function bench(queue: CheckQueue) {
  const order: string[] = [];
  const ends: (() => void)[] = [];
  const add = (name: string, lane: string, first = false) =>
    queue.run({ first, lane }, () => {
      order.push(name);
      return new Promise<string>((resolve) => ends.push(() => resolve(name)));
    });
  const finish = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { order, add, finish };
}

it('runs a few at once; known devices first, then each network in turn', async () => {
  const { order, add, finish } = bench(new CheckQueue(2, 100));
  for (const name of ['a1', 'a2', 'a3', 'a4']) void add(name, 'a');
  void add('b1', 'b');
  void add('known', 'a', true);
  expect(order).toEqual(['a1', 'a2']);
  for (let n = 0; n < 4; n += 1) await finish();
  expect(order).toEqual(['a1', 'a2', 'known', 'a3', 'b1', 'a4']);
});

it('refuses a flood, not the one who comes after it, and never a known device', async () => {
  const { order, add, finish } = bench(new CheckQueue(1, 10));
  const flood = Array.from({ length: 12 }, (_, n) => add(`flood-${n}`, 'attacker'));
  expect(await flood[11]).toBeNull();
  void add('victim', 'elsewhere');
  void add('known', 'attacker', true);
  for (let n = 0; n < 3; n += 1) await finish();
  expect(order).toContain('victim');
  expect(order[1]).toBe('known');
});

it('gives the place back when work fails', async () => {
  const queue = new CheckQueue(1, 10);
  await expect(queue.run({ first: false, lane: 'a' }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await queue.run({ first: false, lane: 'a' }, () => Promise.resolve(1))).toBe(1);
});
