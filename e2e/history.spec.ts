/** The call history after real calls: missed, answered, placed; called back, looked through, cleared, kept. */
import { expect, type Locator, type Page } from '@playwright/test';
import { showPanel, test } from './fixtures/shared';
import type { ConsoleDriver } from './fixtures/consoleDriver';
import type { SwitchDriver } from './fixtures/switchDriver';
import { kill } from './fixtures/test';

test.describe.configure({ mode: 'default' });

const grace = '+442079460118';
const peter = '+493055570142';
const history = (page: Page): Locator => page.getByRole('region', { name: 'Call history', exact: true });
const row = (page: Page, name: string): Locator => history(page).getByRole('row').filter({ hasText: name });
const tab = (page: Page): Locator => page.getByRole('tab', { name: /^History/ });

/** Grace is missed, Peter is answered, somebody inside is called. */
async function threeCalls({ page, call }: ConsoleDriver, pbx: SwitchDriver): Promise<void> {
  await pbx.press(grace, 'dial', '60001');
  await expect(call('Grace Whitfield')).toBeVisible();
  await pbx.press(grace, 'hangUp');
  await expect(call('Grace Whitfield')).toHaveCount(0);
  await pbx.press(peter, 'dial', '60003');
  await expect(call('Peter Brandt')).toBeVisible();
  await page.keyboard.press('F2');
  await pbx.expectAt('39003', 'connected');
  await pbx.press(peter, 'hangUp');
  await expect(call('Peter Brandt')).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Dial a number' }).fill('1010');
  await page.keyboard.press('Enter');
  await pbx.expectAt('1010', 'alerting');
  await expect(call('Olivia Grant')).toHaveAttribute('data-call-state', 'alerting');
  await page.keyboard.press('F4');
  await pbx.expectIdle('1010');
}

test('missed, answered and placed calls are there, the missed ones counted until they are looked at', async ({
  assistant,
  desk,
  page,
  pbx,
}) => {
  await assistant.signIn();
  await threeCalls(assistant, pbx);
  await expect(tab(page)).toContainText('1 missed call');
  await page.keyboard.press('Control+4');
  await expect(row(page, 'Grace Whitfield')).toContainText('Missed');
  await expect(row(page, 'Grace Whitfield')).toContainText('Anna Kowalska');
  await expect(row(page, 'Peter Brandt')).toContainText('Answered');
  await expect(row(page, 'Olivia Grant')).toContainText('no answer');
  await expect(tab(page)).not.toContainText('missed');

  await history(page).getByRole('radio', { name: 'Missed' }).click({ force: true });
  await expect(row(page, 'Peter Brandt')).toHaveCount(0);
  await expect(row(page, 'Grace Whitfield')).toHaveCount(1);
  await history(page).getByRole('radio', { name: 'All' }).click({ force: true });
  const search = page.getByRole('searchbox', { name: 'Search the call history' });
  await search.fill('haddad');
  await expect(row(page, 'Grace Whitfield')).toHaveCount(0);
  await expect(row(page, 'Peter Brandt')).toBeVisible();
  await page.keyboard.press('Escape');

  // Called back by Enter; the call in turn is kept.
  await row(page, 'Grace Whitfield').click();
  await page.keyboard.press('Enter');
  await pbx.expectAt(grace, 'alerting');
  await pbx.endAllCalls();
  await expect(row(page, 'Grace Whitfield')).toHaveCount(2);

  await desk.stop();
  const again = await desk.start();
  await again.signIn();
  await showPanel(again.page, 'History');
  await expect(row(again.page, 'Peter Brandt')).toContainText('Answered');
  await expect(row(again.page, 'Grace Whitfield')).toHaveCount(2);
  await expect(tab(again.page)).not.toContainText('missed');

  await history(again.page).getByRole('button', { name: 'Clear history' }).click();
  await again.page.getByRole('button', { name: 'Keep it' }).click();
  await expect(row(again.page, 'Peter Brandt')).toBeVisible();
  await history(again.page).getByRole('button', { name: 'Clear history' }).click();
  await again.page.getByRole('alertdialog').getByRole('button', { name: 'Clear history' }).click();
  await expect(history(again.page)).toContainText('No calls yet');
});

test('every assistant has a history of their own', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  await pbx.press(grace, 'dial', '60001');
  await expect(assistant.call('Grace Whitfield')).toBeVisible();
  await pbx.press(grace, 'hangUp');
  await expect(tab(page)).toContainText('1 missed call');
  await page.keyboard.press('Control+Shift+F12');
  await assistant.signIn('ines');
  await expect(tab(page)).not.toContainText('missed');
});

// Last, since it changes which service is active.
test('a call that ended while the services changed over is there', async ({ assistant, page, pbx, world }) => {
  await assistant.signIn();
  await pbx.press(peter, 'dial', '60003');
  await expect(assistant.call('Peter Brandt')).toBeVisible();
  await page.keyboard.press('F2');
  await pbx.expectAt('39003', 'connected');
  await expect(assistant.call('Peter Brandt')).toHaveAttribute('data-call-state', 'connected');
  await kill(world, 'primary');
  await pbx.press(peter, 'hangUp');
  await expect(assistant.connection).toContainText('Connected to backup');
  await expect(assistant.call('Peter Brandt')).toHaveCount(0);
  await page.keyboard.press('Control+4');
  await expect(row(page, 'Peter Brandt').first()).toContainText('Answered');
  await world.restart('primary');
});
