/** A line that comes and goes every 300 ms for a minute. */
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from './desk';

test('the line to the active service flaps for a minute', async ({ desk }) => {
  await desk.talk();
  const line = desk.lines[await desk.active()];
  const pressed: Promise<string>[] = [];
  for (let turn = 0; turn < 200; turn += 1) {
    await line.set({ kind: turn % 2 === 0 ? 'reset' : 'pass' });
    if (turn % 25 === 0) pressed.push(desk.press());
    // This is the fault itself.
    await delay(300);
  }
  await Promise.all(pressed);
  await line.set({ kind: 'pass' });
  await desk.agrees();
  expect(await desk.press()).toBe('done');
  await desk.kept();
  await desk.agrees();
});
