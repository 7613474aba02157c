import { expect } from '@playwright/test';
import { test } from './fixtures/test';

const warning = 'Your search returned more than 25 entries. Please refine your search.';

test('more than 25 hits: 25 rows and the warning; exactly 25: no warning; blank refused', async ({
  assistant,
  page,
}) => {
  await assistant.signIn();
  const panel = assistant.panel('Directory');
  const search = page.getByRole('searchbox', { name: 'Search the directory' });
  const rows = panel.getByRole('row');

  await search.fill('an');
  await expect(rows).toHaveCount(25);
  await expect(panel.getByText(warning, { exact: true })).toBeVisible();

  await search.fill('mar');
  await expect(panel.getByText(warning)).toHaveCount(0);
  await expect(rows).toHaveCount(25);

  await search.fill('   ');
  await page.keyboard.press('Enter');
  await expect(panel.getByText(/at least one letter/i)).toBeVisible();
  await expect(rows).toHaveCount(0);
  await search.fill('*');
  await page.keyboard.press('Enter');
  await expect(panel.getByText(/alone would find everybody/i)).toBeVisible();
  await expect(rows).toHaveCount(0);
});

test('accents, case and order do not matter; Enter calls the first', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  const search = page.getByRole('searchbox', { name: 'Search the directory' });
  const rows = assistant.panel('Directory').getByRole('row');
  await search.fill('MULLER hen');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('Müller');
  await page.keyboard.press('Enter');
  await pbx.expectAt('60008', 'alerting');
});
