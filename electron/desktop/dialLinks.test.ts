import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Log } from '../core/log';
import { createBench } from '../core/testing/bench';
import type { Bench } from '../core/testing/bench';
import { followDialLinks } from './dialLinks';

let bench: Bench;
let shown = 0;
let take: (links: readonly string[]) => void;
beforeEach(async () => {
  bench = await createBench();
  shown = 0;
  take = followDialLinks({ core: bench.core, log: logOf(), clock: bench.clock, show: () => (shown += 1) });
});
afterEach(() => bench.close());

function logOf(): Log {
  const note = (fields: object, message: string) => void bench.logged.push(JSON.stringify({ ...fields, message }));
  return { info: note, warn: note, error: note };
}
const link = () => bench.core.state().dialLink;

it('asks, brings the window to the front, and the latest link wins', () => {
  take(['tel:+49-30-5557']);
  expect(link()).toEqual({ status: 'asks', number: '+49305557', after: null });
  take(['callto:1044']);
  expect(link()).toMatchObject({ number: '1044' });
  expect(shown).toBe(2);
  take([]);
  expect(shown).toBe(2);
});

it('several links at once are nobody’s click', () => {
  take(['tel:1044', 'tel:1045']);
  expect(link()).toEqual({ status: 'refused', why: 'several' });
});

it('logs one line for each and no number', () => {
  take(['tel:+493055570142']);
  take(['tel:*21*493055570142%23']);
  const lines = bench.logged.filter((line) => line.includes('telephone link'));
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toMatch(/4930|5557/);
});

it('waits for somebody to sign in, but not for ever', async () => {
  take(['tel:1044']);
  await bench.goLive();
  bench.clock.pass(11 * 60_000);
  expect(link()).toMatchObject({ number: '1044' });
  await bench.core.handlers.logout({});
  // What one has left open is not for the next.
  expect(link()).toBeNull();
  take(['tel:1045']);
  bench.clock.pass(9 * 60_000);
  expect(link()).toMatchObject({ number: '1045' });
  bench.clock.pass(2 * 60_000);
  expect(link()).toBeNull();
});
