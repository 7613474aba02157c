/** Preferences: in force as they are chosen, remembered, and the keys of commands changed. */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './fixtures/shared';

test.describe.configure({ mode: 'default' });

const grace = '+442079460118';

async function openTab(page: Page, tab: string): Promise<Locator> {
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Preferences' });
  await dialog.getByRole('tab', { name: tab }).click();
  return dialog;
}

test('theme and text size change at once and are there after a restart', async ({ assistant, desk, page }) => {
  await assistant.signIn();
  const dialog = await openTab(page, 'Look');
  const letters = (): Promise<number> =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const before = await letters();
  await dialog.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await dialog.getByText('150 %').click();
  await expect.poll(letters).toBe(before * 1.5);
  await page.keyboard.press('Escape');
  // Larger letters are fitted in, not pushed out of the window.
  await expect(assistant.panel('My managers')).toBeInViewport({ ratio: 0.99 });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0);
  await desk.stop();
  const again = await desk.start();
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(again.page.locator('html')).toHaveAttribute('data-text', '150');
});

test('another language: the whole screen at once, also the next time', async ({ assistant, desk, page }) => {
  await assistant.signIn();
  const dialog = await openTab(page, 'General');
  await dialog.getByLabel('Language').selectOption('fr');
  await expect(page.getByRole('dialog', { name: 'Préférences' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Mes appels' })).toBeVisible();
  await page.keyboard.press('Control+,');
  await page.getByRole('dialog').getByRole('combobox').first().selectOption('ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.getByRole('dialog').getByRole('combobox').first().selectOption('fr');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await desk.stop();
  const again = await desk.start();
  await expect(again.page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(again.page.getByRole('button', { name: 'Sign in' })).toHaveCount(0);
});

test('ring sound: heard while it rings, off at once, and quiet when it is off', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  await pbx.press(grace, 'dial', '60001');
  await expect(assistant.call('Grace Whitfield')).toBeVisible();
  const rings = page.locator('html[data-ringing]');
  await expect(rings).toHaveCount(1);
  await page.keyboard.press('Control+Shift+B');
  await expect(rings).toHaveCount(0);
  await expect(assistant.call('Grace Whitfield')).toBeVisible();
  await page.keyboard.press('Control+Shift+B');
  await expect(rings).toHaveCount(1);
  await page.keyboard.press('F2');
  await expect(rings).toHaveCount(0);
});

test('keys are changed by pressing them: a conflict names the other; the new ones work and are shown', async ({
  assistant,
  desk,
  page,
  pbx,
}) => {
  await assistant.signIn();
  const dialog = await openTab(page, 'Shortcuts');
  const add = dialog.getByRole('button', { name: 'Add keys for “Hang up”' });
  await add.click();
  await page.keyboard.press('F2');
  await expect(dialog.getByRole('alert')).toContainText('F2 belongs to “Answer”.');
  await page.keyboard.press('Control+F10');
  const row = dialog.locator('[data-command="hangUp"]');
  await expect(row).toContainText('Ctrl F10');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.getByRole('textbox', { name: 'Dial a number' }).fill('1010');
  await page.keyboard.press('Enter');
  await pbx.expectAt('1010', 'alerting');
  await expect(assistant.call('Olivia Grant')).toHaveAttribute('data-call-state', 'alerting');
  await expect(assistant.button(/^Hang up/)).toHaveAttribute('aria-keyshortcuts', /Control\+F10/);
  await page.keyboard.press('Control+F10');
  await pbx.expectIdle('1010');

  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog')).toContainText('Ctrl F10');
  await page.keyboard.press('Escape');
  await desk.stop();
  const again = await desk.start();
  await again.signIn();
  const kept = await openTab(again.page, 'Shortcuts');
  await kept.getByRole('button', { name: 'Reset the keys of “Hang up”' }).click();
  await expect(kept.locator('[data-command="hangUp"]')).not.toContainText('F10');
});
