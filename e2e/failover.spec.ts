import { expect } from '@playwright/test';
import { short } from './fixtures/host';
import { kill, test } from './fixtures/test';

const grace = '+442079460118';

/** `0:07`, `12:40` → seconds. */
function seconds(text: string | null): number {
  const [, minutes = '0', rest = '0'] = /(\d+):(\d\d)/.exec(text ?? '') ?? [];
  return Number(minutes) * 60 + Number(rest);
}

test('the active service is killed in a call: the backup has it, and nothing moves back', async ({
  assistant,
  pbx,
  page,
  world,
}) => {
  await assistant.signIn();
  await expect(assistant.connection).toContainText('Connected to primary');
  await pbx.press(grace, 'dial', '60001');
  const card = assistant.call(/Anna Kowalska/);
  await expect(card).toBeVisible();
  await page.keyboard.press('F2');
  await expect(card).toHaveAttribute('data-call-state', 'connected');
  const { call: before } = await pbx.expectAt('39001', 'connected');
  await expect.poll(async () => seconds(await card.textContent())).toBeGreaterThanOrEqual(2);
  const runBefore = seconds(await card.textContent());

  await kill(world, 'primary');
  await expect(assistant.connection).toContainText('Connected to backup');
  await expect(card).toHaveAttribute('data-call-state', 'connected');
  await expect.poll(async () => seconds(await card.textContent())).toBeGreaterThan(runBefore);
  const { call: after } = await pbx.expectAt('39001', 'connected');
  expect([after.callId, after.answeredAt]).toEqual([before.callId, before.answeredAt]);

  await expect(assistant.button('Hold')).toBeEnabled();
  await page.keyboard.press('F6');
  await expect(card).toHaveAttribute('data-call-state', 'hold');
  await pbx.expectAt('39001', 'hold');

  await world.restart('primary');
  await page.keyboard.press('F6');
  await expect(card).toHaveAttribute('data-call-state', 'connected');
  await pbx.expectAt('39001', 'connected');
  await expect(assistant.connection).toContainText('Connected to backup');

  await kill(world, 'backup');
  await expect(assistant.connection).toContainText('Connected to primary');
  await expect(card).toHaveAttribute('data-call-state', 'connected');
  await expect(page.getByLabel('User ID')).toHaveCount(0);
});

test('a call that rings while the services change over still reaches the assistant', async ({
  assistant,
  pbx,
  world,
  page,
}) => {
  await assistant.signIn();
  await kill(world, 'primary');
  await pbx.press(grace, 'dial', '60001');
  await expect(assistant.call(/Anna Kowalska/)).toHaveAttribute('data-call-state', 'alerting');
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
});

test('both services dead: disabled with the reason and stale; one comes back: live without a login', async ({
  assistant,
  pbx,
  page,
  world,
}) => {
  await assistant.signIn();
  await pbx.press(grace, 'dial', '60001');
  await expect(assistant.call(/Anna Kowalska/)).toBeVisible();
  await expect(assistant.button('Answer')).toBeEnabled();

  await kill(world, 'backup');
  await kill(world, 'primary');
  await expect(assistant.button('Answer')).toBeDisabled();
  await expect(assistant.connection).toContainText(/reconnecting/i);
  await expect(page.getByText('Last known state').first()).toBeVisible();
  await expect(assistant.call(/Anna Kowalska/)).toBeVisible();
  await pbx.expectAt('39001', 'alerting');

  await world.restart('backup');
  await expect(assistant.connection).toContainText('Connected to backup');
  await expect(page.getByText('Last known state')).toHaveCount(0);
  await expect(assistant.button('Answer')).toBeEnabled();
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
});

test.describe('silence', () => {
  test.use({ clocks: short });

  test('a frozen active service is left within interval and timeout, and ignored when it wakes up', async ({
    assistant,
    pbx,
    page,
    world,
  }) => {
    test.skip(process.platform === 'win32', 'Windows cannot stop a process for a while');
    await assistant.signIn();
    await expect(assistant.connection).toContainText('Connected to primary');
    const frozen = world.service('primary').child;
    frozen.kill('SIGSTOP');
    await expect(assistant.connection).toContainText('Connected to backup');

    frozen.kill('SIGCONT');
    await expect.poll(async () => (await health(world.ports.primary)).role).toBe('standby');
    await expect(assistant.connection).toContainText('Connected to backup');
    await pbx.press(grace, 'dial', '60001');
    await expect(assistant.call(/Anna Kowalska/)).toHaveAttribute('data-call-state', 'alerting');
    await page.keyboard.press('F2');
    await pbx.expectAt('39001', 'connected');
    await expect(assistant.call(/Anna Kowalska/)).toHaveCount(1);
  });
});

async function health(port: number): Promise<{ role?: string }> {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`);
  return (await response.json()) as { role?: string };
}
