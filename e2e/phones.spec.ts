import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from './fixtures/test';

test('a person makes a call on the phones page and the assistant takes it', async ({
  assistant,
  page,
  context,
  pbx,
  world,
}) => {
  // The page shows every phone there is: looking at all of it takes its time on a busy machine.
  test.slow();
  await assistant.signIn();
  const phones = await context.newPage();
  await phones.goto(`http://127.0.0.1:${world.ports.switch}/phones/`);
  await phones.getByLabel('Number to dial or transfer to, Grace Whitfield').fill('60001');
  await phones.getByRole('button', { name: 'Dial, Grace Whitfield' }).click();
  await expect(assistant.call(/Grace Whitfield/)).toHaveAttribute('data-call-state', 'alerting');

  await phones.getByRole('button', { name: 'Answer, Maya Lindqvist' }).click();
  await expect(assistant.call(/Grace Whitfield/)).toHaveAttribute('data-call-state', 'connected');
  await phones.getByRole('button', { name: 'Hang up, Grace Whitfield' }).click();
  await expect(assistant.call(/Grace Whitfield/)).toHaveCount(0);
  await pbx.expectIdle('39001');

  const { violations } = await new AxeBuilder({ page: phones }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map((one) => one.id)).toEqual([]);
  await page.bringToFront();
});
