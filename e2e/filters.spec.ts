import { expect } from '@playwright/test';
import { test } from './fixtures/test';

const peter = '+493055570142';

test('a pattern added in the editor changes where the next call rings', async ({ assistant, pbx, page }) => {
  await assistant.signIn();
  await pbx.press(peter, 'dial', '60003');
  await pbx.expectAt('39003', 'alerting');
  await pbx.press(peter, 'hangUp');
  await pbx.expectIdle('39003');

  await page.getByRole('button', { name: 'Configure Amira Haddad' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Only these callers reach').fill('49 30-5557*');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('49305557*', { exact: true })).toBeVisible();
  await dialog.getByLabel('Test a number').fill(peter);
  await expect(dialog.getByText('Rings Amira', { exact: true })).toBeVisible();
  await expect(dialog.getByText('matches 49305557*')).toBeVisible();
  await dialog.getByLabel('Test a number').fill('1044');
  await expect(dialog.getByText(/^Goes to Maya/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);

  await pbx.press(peter, 'dial', '60003');
  await pbx.expectAt('60003', 'alerting');
  await pbx.expectIdle('39003');
});

test('each invalid kind of pattern is refused as it is typed, with what is wrong', async ({ assistant, page }) => {
  await assistant.signIn();
  await page.getByRole('button', { name: 'Configure Amira Haddad' }).click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel('Only these callers reach');
  await field.fill('1044');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('row', { name: '1044' })).toBeVisible();

  const refused: readonly [string, RegExp][] = [
    ['*', /alone/i],
    ['49*30', /beginning or the end.*character 3/i],
    ['49a', /character 3/i],
    ['1'.repeat(33), /32/],
    ['10-44', /already/i],
  ];
  for (const [text, reason] of refused) {
    await field.fill(text);
    await expect(dialog.getByText(reason)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Add', exact: true })).toBeDisabled();
  }
  await field.fill(' - ');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Type a number or a pattern.')).toBeVisible();
});
