/** A machine that slept: what the history says of it, whether its own clock went on meanwhile (Windows) or stood still (Linux, macOS). */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBench } from './testing/bench';
import type { Bench } from './testing/bench';

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

const hour = 3_600_000;
const liveAgain = () =>
  bench.pushes.take((push) => push.kind === 'linkEntry' && push.entry.kind === 'live' && push.entry.awayMs !== null);
const history = () => bench.core.state().linkHistory.filter(({ kind }) => kind !== 'roundTrip');

it.each([
  ['went on', () => bench.clock.sleep(hour)],
  ['stood still', () => bench.clock.jump(hour)],
])('a link that did not live through it was away for all of it: the clock %s', async (_what, sleep) => {
  const session = await bench.goLive();
  const asleepAt = bench.clock.wall();
  bench.core.suspended();
  sleep();
  bench.core.probe();
  session.cut();
  await bench.resuming();
  await (await bench.backup.connection()).accept();
  await liveAgain();
  const [, asleep, lost, live] = history();
  expect(asleep).toEqual({ kind: 'asleep', at: asleepAt, server: 'primary' });
  expect(lost).toMatchObject({ kind: 'lost', at: asleepAt + hour });
  expect(live).toMatchObject({ kind: 'live', failover: true, awayMs: hour });
});

it('a link that answers after it was there all along', async () => {
  const session = await bench.goLive();
  session.say({ type: 'pong', id: (await session.next('ping')).id });
  await bench.pushes.take((push) => push.kind === 'linkEntry' && push.entry.kind === 'roundTrip');
  bench.core.suspended();
  bench.clock.jump(2_000);
  bench.clock.sleep(10);
  bench.core.probe();
  session.say({ type: 'pong', id: (await session.next('ping')).id });
  await bench.pushes.take((push) => push.kind === 'linkEntry' && push.entry.kind === 'roundTrip');
  bench.clock.sleep(5_000);
  session.cut();
  await bench.resuming();
  expect(history().map(({ kind }) => kind)).toEqual(['live', 'lost']);
});

it('what was away before it stays away', async () => {
  const session = await bench.goLive();
  session.cut();
  await bench.resuming();
  bench.core.suspended();
  bench.clock.jump(hour);
  bench.core.probe();
  await (await bench.backup.connection()).accept();
  await liveAgain();
  expect(history().at(-1)).toMatchObject({ kind: 'live', awayMs: hour });
});

it('a socket that is found dead before the system tells of the wake-up was away for the sleep, too; what came in just before it was heard', async () => {
  const session = await bench.goLive();
  bench.core.suspended();
  bench.clock.sleep(50);
  session.say({ type: 'pong', id: (await session.next('ping')).id });
  await bench.pushes.take((push) => push.kind === 'linkEntry' && push.entry.kind === 'roundTrip');
  const heardAt = bench.clock.wall();
  bench.clock.jump(hour);
  session.cut();
  await bench.resuming();
  bench.core.probe();
  expect(history().slice(1, 3)).toMatchObject([
    { kind: 'asleep', at: heardAt },
    { kind: 'lost', at: heardAt + hour },
  ]);
  await (await bench.backup.connection()).accept();
  await liveAgain();
  expect(history().at(-1)).toMatchObject({ awayMs: hour });
});
