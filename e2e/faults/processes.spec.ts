/** Processes die, freeze and sleep; clocks are set. */
import { setTimeout as delay } from 'node:timers/promises';
import { kill } from '../fixtures/test';
import { expect, other, test, type Desk } from './desk';

/** What happens around each of these: commands before, meanwhile and after. */
async function through(desk: Desk, fault: () => Promise<unknown>, meanwhile: () => Promise<unknown>): Promise<void> {
  await desk.talk();
  const before = desk.press();
  await fault();
  const lost = desk.press();
  await meanwhile();
  await Promise.all([before, lost]);
  await desk.agrees();
  expect(await desk.press()).toBe('done');
  await desk.kept();
  await desk.agrees();
}

test('the active service is killed and comes back', async ({ desk }) => {
  const active = await desk.active();
  await through(
    desk,
    () => kill(desk.world, active),
    async () => {
      await expect(desk.screen.connection).toContainText(`Connected to ${other(active)}`);
      await desk.world.restart(active);
    },
  );
});

test('the active service freezes and wakes up when it is no longer the active one', async ({ desk }) => {
  const active = await desk.active();
  const { child } = desk.world.service(active);
  await through(
    desk,
    () => Promise.resolve(child.kill('SIGSTOP')),
    async () => {
      await expect(desk.screen.connection).toContainText(`Connected to ${other(active)}`);
      child.kill('SIGCONT');
    },
  );
});

test('both services are killed and come back', async ({ desk }) => {
  await through(
    desk,
    () => Promise.all([kill(desk.world, 'primary'), kill(desk.world, 'backup')]),
    async () => {
      await desk.noticed();
      await desk.refusedMeanwhile();
      await desk.world.restart('backup');
      await desk.world.restart('primary');
    },
  );
});

test('both services freeze and wake up: what lay in their buffers is not done late', async ({ desk }) => {
  const frozen = [desk.world.service('primary').child, desk.world.service('backup').child];
  await through(
    desk,
    () => {
      for (const child of frozen) child.kill('SIGSTOP');
      return Promise.resolve();
    },
    async () => {
      await desk.noticed();
      await desk.refusedMeanwhile();
      for (const child of frozen) child.kill('SIGCONT');
    },
  );
});

for (const [name, signal, back] of [
  ['ahead', 'SIGUSR2', 'SIGHUP'],
  ['back', 'SIGHUP', 'SIGUSR2'],
] as const) {
  test(`the clock of the console’s machine is set an hour ${name}: the link stays`, async ({ desk }) => {
    const line = desk.lines[await desk.active()];
    await desk.talk();
    const { ever } = line;
    const clockBefore = (await desk.state()).clockOffsetMs;
    desk.host.child.kill(signal);
    // The service's clock is heard with the next event.
    await expect
      .poll(async () => {
        await desk.page.keyboard.press('F6');
        return Math.abs((await desk.state()).clockOffsetMs - clockBefore);
      })
      .toBeGreaterThan(3_500_000);
    await expect(desk.screen.call(/Anna Kowalska/)).toHaveAttribute('data-call-state', /hold|connected/);
    desk.host.child.kill(back);
    await desk.agrees();
    expect(line.ever).toBe(ever);
  });
}

test('the console’s machine sleeps for 30 s', async ({ desk }) => {
  await desk.talk();
  const before = desk.press();
  desk.host.child.kill('SIGSTOP');
  const lost = desk.press().catch(() => 'refused');
  // This is the fault itself: it lasts as long as it says.
  await delay(30_000);
  desk.host.child.kill('SIGCONT');
  await Promise.all([before, lost]);
  await desk.agrees();
  expect(await desk.press()).toBe('done');
  await desk.kept();
  await desk.agrees();
});
