/** The link that never lies: what it went through is told in the status bar, and *Check connection* finds what is wrong without touching a call. */
import { expect, type Page } from '@playwright/test';
import { demoPassword } from '../server/demo/world';
import { expectNoViolations } from './fixtures/axe';
import { kill, test } from './fixtures/test';

const grace = '+442079460118';

const steps = (page: Page, server: 'Primary' | 'Backup') =>
  page.getByRole('dialog', { name: 'Check connection' }).getByRole('region', { name: server }).getByRole('listitem');

test('a failover is in the history with its time, and the check finds the dead server, calls untouched', async ({
  assistant,
  pbx,
  page,
  world,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await assistant.signIn();
  await expect(assistant.connection).toContainText('Connected to primary');
  await pbx.press(grace, 'dial', '60001');
  const card = assistant.call(/Anna Kowalska/);
  await expect(card).toBeVisible();
  await page.keyboard.press('F2');
  await expect(card).toHaveAttribute('data-call-state', 'connected');
  await pbx.expectAt('39001', 'connected');

  await kill(world, 'primary');
  await expect(assistant.connection).toContainText('Connected to backup');

  // By keyboard only, from here to the end.
  const link = assistant.connection.getByRole('button', { name: /Connected to backup/ });
  await link.focus();
  await page.keyboard.press('Enter');
  const history = page.getByRole('dialog', { name: 'The link to the service' });
  await expect(history).toBeVisible();
  const events = history.getByRole('listitem');
  await expect(events.filter({ hasText: /Now on the backup server; calls were away for [\d.]+ sec/ })).toHaveCount(1);
  await expect(events.filter({ hasText: 'Lost the primary server' })).toHaveCount(1);
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(history).toHaveCount(0);
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(history).toBeVisible();

  const before = await pbx.state();
  const check = history.getByRole('button', { name: 'Check connection' });
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(check).toBeFocused({ timeout: 100 });
  }).toPass();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Check connection' });
  await expect(dialog.getByRole('status').filter({ hasText: 'The check is done.' })).toContainText(
    'Primary: Fails at this step: Network. Backup: All well.',
  );
  await expect(steps(page, 'Primary').filter({ hasText: 'Network' })).toContainText('ECONNREFUSED');
  await expect(steps(page, 'Primary').filter({ hasText: 'Not tried' })).toHaveCount(5);
  await expect(steps(page, 'Backup').filter({ hasText: 'Failed' })).toHaveCount(0);
  await expect(steps(page, 'Backup').filter({ hasText: 'State of your calls' })).toContainText('Calls: 1');
  await expect(steps(page, 'Backup').filter({ hasText: 'State of your calls' })).toContainText(
    'the same as on your screen',
  );
  await expectNoViolations(page);

  // Nothing at the switch has changed, and the console is in charge as before.
  expect(await pbx.state()).toEqual(before);
  await expect(assistant.connection).toContainText('Connected to backup');

  await dialog.getByRole('button', { name: 'Copy report' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('The report is in the clipboard.');
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain(`ws://127.0.0.1:${world.ports.primary}`);
  for (const code of ['[tcp]', '[unreachable: ', 'ECONNREFUSED', '[snapshot]', 'protocol 4'])
    expect(report).toContain(code);
  expect(report).toMatch(/calls were away for/);
  for (const secret of [demoPassword, 'Grace', '442079460118', 'Anna Kowalska', 'token'])
    expect(report.includes(secret), secret).toBe(false);

  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('F6');
  await expect(card).toHaveAttribute('data-call-state', 'hold');
  await pbx.expectAt('39001', 'hold');
});

test('who cannot sign in finds out why', async ({ assistant, page, world }) => {
  await kill(world, 'primary');
  await kill(world, 'backup');
  await page.getByRole('button', { name: 'Check connection' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Check connection' });
  await expect(dialog.getByRole('status').filter({ hasText: 'The check is done.' })).toContainText(
    'Primary: Fails at this step: Network. Backup: Fails at this step: Network.',
  );
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(assistant.panel('My calls')).toHaveCount(0);
});
