import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './fixtures/test';

/** WCAG 2.2 AA by axe, in both themes (quality.md: everyone). */
async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
    expect(found, colorScheme).toEqual([]);
  }
}

test('login, also when refused', async ({ assistant, page }) => {
  await expect(page.getByLabel('User ID')).toBeFocused();
  await expectNoViolations(page);
  await page.getByLabel('User ID').fill('nobody');
  await page.getByLabel('Password').fill('x');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoViolations(page);
  await expect(assistant.panel('My calls')).toHaveCount(0);
});

test('main window with calls, transfer, directory and filter editor', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  await pbx.press('+442079460118', 'dial', '60001');
  await pbx.press('+886255500199', 'dial', '60003');
  await expect(assistant.call(/Amira Haddad/)).toBeVisible();
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
  await page.getByRole('searchbox', { name: 'Search the directory' }).fill('an');
  await expect(assistant.panel('Directory').getByRole('row')).toHaveCount(25);
  await expectNoViolations(page);

  await page.keyboard.press('F7');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Configure Anna Kowalska' }).click();
  await page.getByLabel('Only these callers reach').fill('49*30');
  await expect(page.getByRole('dialog').getByText(/character 3/)).toBeVisible();
  await expectNoViolations(page);
});

test('an incoming call is announced and takes no focus', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  const search = page.getByRole('searchbox', { name: 'Search the directory' });
  await search.fill('an');
  await pbx.press('+442079460118', 'dial', '60001');
  await expect(page.locator('[aria-live]').filter({ hasText: /Anna Kowalska/ })).toHaveCount(1);
  await expect(search).toBeFocused();
  // Answering works from inside a text field, and the text stays.
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
  await expect(search).toHaveValue('an');
});
