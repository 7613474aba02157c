/** WCAG 2.2 AA by axe, on every screen, dialog, menu and popover, in every theme (quality.md: everyone). */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { showPanel, test } from './fixtures/shared';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function expectNoViolations(page: Page, what: string): Promise<void> {
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light', reducedMotion: 'reduce' });
    await page.evaluate((name) => {
      if (name === 'contrast') document.documentElement.dataset['theme'] = name;
      else delete document.documentElement.dataset['theme'];
    }, theme);
    await atRest(page);
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
    expect.soft(found, `${what}, ${theme}`).toEqual([]);
  }
}

/** What fades in has no colours of its own yet. A spinner never ends and is not waited for. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );
}

/** Opens by keyboard what axe is to look at, and closes it again. */
async function lookInto(page: Page, keys: string, what: string): Promise<void> {
  await page.keyboard.press(keys);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(page, what);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

// Three themes on every screen; axe takes its time on a busy machine.
test.describe.configure({ timeout: 600_000 });

test('login: at first, refused, and its server settings', async ({ assistant, page }) => {
  await expect(page.getByLabel('User ID')).toBeFocused();
  await expectNoViolations(page, 'login');
  await page.getByLabel('User ID').fill('nobody');
  await page.getByLabel('Password').fill('x');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoViolations(page, 'login refused');
  await page.getByRole('button', { name: /Server settings/ }).click();
  await expect(page.getByLabel(/Primary/).first()).toBeVisible();
  await expectNoViolations(page, 'server settings');
  await expect(assistant.panel('My calls')).toHaveCount(0);
});

test('the main window, quiet and busy, with each of its panels', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  await expectNoViolations(page, 'quiet');
  await pbx.press('+442079460118', 'dial', '60001');
  await expect(assistant.call(/Anna Kowalska/)).toBeVisible();
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
  await expect(assistant.call(/Anna Kowalska/)).toHaveAttribute('data-call-state', 'connected');
  await page.keyboard.press('F6');
  await pbx.expectAt('39001', 'hold');
  await pbx.press('+886255500199', 'dial', '60003');
  await expect(assistant.call(/Amira Haddad/)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search the directory' }).fill('an');
  await expect(assistant.panel('Directory').getByRole('row')).toHaveCount(25);
  await expectNoViolations(page, 'busy');
  await showPanel(page, 'Speed dials');
  await expectNoViolations(page, 'speed dials');
  await showPanel(page, 'History');
  await expectNoViolations(page, 'history');
  await page.keyboard.press('Control+Shift+O');
  await expect(page.getByRole('button', { name: 'Offline. Account and settings' })).toBeVisible();
  await expectNoViolations(page, 'offline');
  await page.keyboard.press('Control+Shift+O');
  await expect(page.getByRole('button', { name: 'Online. Account and settings' })).toBeVisible();
});

test('menus of a call, a manager, a panel, the toolbar and the account', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  await pbx.press('+442079460118', 'dial', '60001');
  await expect(assistant.call(/Anna Kowalska/)).toBeVisible();
  const openings: Record<string, () => Promise<void>> = {
    call: () => assistant.call(/Anna Kowalska/).click({ button: 'right' }),
    manager: () => assistant.manager('Jun Tanaka').getByText('Jun Tanaka').click({ button: 'right' }),
    panel: () => page.getByRole('button', { name: 'Move panel: My calls' }).click(),
    toolbar: () => page.getByRole('button', { name: 'More commands' }).click(),
    account: () => page.getByRole('button', { name: /Account and settings/ }).click(),
  };
  for (const [what, open] of Object.entries(openings)) {
    await open();
    await expect(page.getByRole('menu'), what).toBeVisible();
    await expectNoViolations(page, `menu: ${what}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu'), what).toHaveCount(0);
  }
});

test('what is asked about a call', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  await pbx.press('+442079460118', 'dial', '60001');
  await expect(assistant.call(/Anna Kowalska/)).toBeVisible();
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
  await expect(assistant.button('Transfer')).toBeEnabled();
  await page.keyboard.press('F7');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('an');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await expectNoViolations(page, 'transfer');
  await page.keyboard.press('Escape');
  await lookInto(page, 'Shift+F9', 'keypad');
  await page.keyboard.press('Shift+F7');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('2002');
  await page.keyboard.press('Enter');
  await pbx.expectAt('2002', 'alerting');
  await pbx.press('2002', 'answer');
  await expect(assistant.button('Complete transfer')).toBeEnabled();
  await expectNoViolations(page, 'half done');
  await page.keyboard.press('Shift+F4');
  await pbx.expectIdle('2002');
});

test('dialogs', async ({ assistant, page }) => {
  await assistant.signIn();
  await page.getByRole('button', { name: 'Configure Anna Kowalska' }).click();
  for (const tab of ['Default assistant', 'Divert', 'Inclusive', 'Exclusive']) {
    await page.getByRole('dialog').getByRole('tab', { name: tab }).click();
    await expectNoViolations(page, `configure: ${tab}`);
  }
  await page.getByRole('dialog').getByRole('tab', { name: 'Inclusive' }).click();
  await page.getByLabel('Only these callers reach').fill('49*30');
  await expect(page.getByRole('dialog').getByText(/character 3/)).toBeVisible();
  await expectNoViolations(page, 'a pattern that is refused');
  await page.getByLabel('Only these callers reach').fill('');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await lookInto(page, 'Control+Shift+S', 'speed dial');
  await lookInto(page, 'Control+Shift+F8', 'redirect target');
  await lookInto(page, 'Control+/', 'cheat sheet');
  await lookInto(page, 'Control+Shift+F1', 'about');
});

test('preferences and palette', async ({ assistant, page }) => {
  await assistant.signIn();
  await page.keyboard.press('Control+Comma');
  for (const tab of ['General', 'Look', 'Ring sound', 'Shortcuts', 'Servers']) {
    await page.getByRole('dialog').getByRole('tab', { name: tab }).click();
    await expectNoViolations(page, `preferences: ${tab}`);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('an');
  await expect(page.getByRole('option').nth(3)).toBeVisible();
  await expectNoViolations(page, 'palette');
});
