/** Pictures of the product itself in a busy hour. Nothing is staged on the screen: the calls are made at the simulated phones. */
import { expect as expectSoon, type Browser, type Page } from '@playwright/test';
import type { World } from '../../build/scripts/world';
import { demoPassword } from '../../server/demo/world';
import type { ConsoleDriver } from '../fixtures/consoleDriver';
import type { SwitchDriver } from '../fixtures/switchDriver';
import { shoot, sizes } from './shoot';

/** A busy machine takes its time; a picture is worth it. */
const expect = expectSoon.configure({ timeout: 30_000 });

const all = ['light', 'dark', 'contrast'] as const;
const both = ['light', 'dark'] as const;

export interface Desk {
  readonly world: World;
  readonly pbx: SwitchDriver;
  readonly screen: ConsoleDriver;
}

export async function takeProduct(desk: Desk): Promise<void> {
  await signingIn(desk);
  await keepingNumbers(desk);
  await busyMinute(desk);
  await menusAndSettings(desk);
  await lists(desk);
  await preferences(desk);
  await passingCallsOn(desk);
  await panelsAndPresence(desk);
}

async function signingIn({ screen }: Desk): Promise<void> {
  const { page } = screen;
  await expect(page.getByLabel('User ID')).toBeVisible();
  await shoot(page, 'login', all);
  await page.getByLabel('User ID').fill('maya');
  await page.getByLabel('Password').fill('something else');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await shoot(page, 'login-refused');
  await screen.signIn();
  await shoot(page, 'quiet', both);
}

const numbers = [
  ['Reception', '0', ''],
  ['Taxi', '+49 30 202020', 'Account 4711'],
  ['林怡君 Lin Yi-Chun', '+886 2 5550 0199', 'Taipei, mornings only'],
] as const;

async function keepingNumbers({ screen: { page } }: Desk): Promise<void> {
  for (const [name, number, notes] of numbers) {
    await page.keyboard.press('Control+Shift+S');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill(name);
    await dialog.getByLabel('Number', { exact: true }).fill(number);
    await dialog.getByLabel('Notes').fill(notes);
    if (name === 'Taxi') await shoot(page, 'speed-dial-new');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
  }
}

/** Two calls ring, one is held, one manager is talking. */
async function busyMinute({ pbx, screen }: Desk): Promise<void> {
  const { page } = screen;
  await pbx.press('+442079460118', 'dial', '60001');
  await expect(screen.call('Grace Whitfield')).toBeVisible();
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
  await page.keyboard.press('F6');
  await pbx.expectAt('39001', 'hold');
  await pbx.press('60006', 'dial', '60005');
  await pbx.press('60005', 'answer');
  await screen.toggle('Do not disturb, Jun Tanaka').click();
  await pbx.press('+886255500199', 'dial', '60004');
  await pbx.press('+493055570142', 'dial', '60003');
  await expect(screen.call('Peter Brandt')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search the directory' }).fill('an');
  await expect(screen.panel('Directory').getByRole('row')).toHaveCount(25);
  await shoot(page, 'main', all);
  await page.setViewportSize(sizes.small);
  await shoot(page, 'main-small', both);
  await page.setViewportSize(sizes.wide);
  await shoot(page, 'main-wide', both);
  await page.setViewportSize(sizes.usual);
}

async function menusAndSettings({ screen }: Desk): Promise<void> {
  const { page } = screen;
  await screen.call('Peter Brandt').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await shoot(page, 'call-menu');
  await page.keyboard.press('Escape');
  await screen.manager('David Okafor').getByText('David Okafor').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await shoot(page, 'manager-menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Configure Anna Kowalska' }).click();
  await page.getByRole('tab', { name: 'Inclusive' }).click();
  await page.getByLabel('Only these callers reach').fill('49*30');
  await page.getByLabel('Test a number').fill('+49 30 5557 0142');
  await shoot(page, 'configure', both);
  await page.getByLabel('Only these callers reach').fill('');
  await page.getByRole('tab', { name: 'Divert' }).click();
  await shoot(page, 'configure-divert');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function passingCallsOn({ pbx, screen }: Desk): Promise<void> {
  const { page, button } = screen;
  await screen.call('Peter Brandt').click();
  await page.keyboard.press('F2');
  await pbx.expectAt('39003', 'connected');
  await expect(screen.call('Peter Brandt')).toHaveAttribute('data-call-state', 'connected');
  await expect(button('Transfer')).toBeEnabled();
  await page.keyboard.press('F7');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('an');
  await expect(page.getByRole('option').nth(2)).toBeVisible();
  await shoot(page, 'transfer', both);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F9');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('12#');
  await shoot(page, 'keypad');
  await page.keyboard.press('Escape');
  await button('Consult transfer').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('2002');
  await page.keyboard.press('Enter');
  await pbx.expectAt('2002', 'alerting');
  await pbx.press('2002', 'answer');
  await expect(button('Complete transfer')).toBeEnabled();
  await shoot(page, 'half-done', all);
  await page.keyboard.press('Control+Enter');
  await pbx.expectIdle('39003');
  await screen.call('Grace Whitfield').click();
  await page.keyboard.press('F6');
  await pbx.expectAt('39001', 'connected');
  await expect(button('Conference')).toBeEnabled();
  await button('Conference').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('2003');
  await page.keyboard.press('Enter');
  await pbx.expectAt('2003', 'alerting');
  await pbx.press('2003', 'answer');
  await expect(button('Complete conference')).toBeEnabled();
  await button('Complete conference').click();
  await expect(page.locator('[data-conference]')).toBeVisible();
  await shoot(page, 'conference');
}

async function lists({ screen: { page } }: Desk): Promise<void> {
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('an');
  await expect(page.getByRole('option').nth(4)).toBeVisible();
  await shoot(page, 'palette', both);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Speed dials' }).click();
  await shoot(page, 'speed-dials');
  await page.getByRole('button', { name: 'Speed dials: more' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Import from CSV' }).click();
  const csv =
    'Group,Name,Number,Notes\nTravel,Station,+49 30 297,\nTravel,Airport,+49 30 6091,Ask for T1\n,Taxi,+49 30 202020,\nTravel,,123,\n';
  await (await chooser).setFiles({ name: 'numbers.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.getByRole('dialog')).toBeVisible();
  await shoot(page, 'speed-dials-import');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'History' }).click();
  await shoot(page, 'history');
  await page.getByRole('tab', { name: 'Directory' }).click();
}

async function preferences({ screen: { page } }: Desk): Promise<void> {
  await page.keyboard.press('Control+Comma');
  for (const tab of ['General', 'Ring sound', 'Shortcuts', 'Servers', 'Look']) {
    await page.getByRole('dialog').getByRole('tab', { name: tab }).click();
    await shoot(page, `preferences-${tab.toLowerCase().replace(' ', '-')}`, tab === 'Look' ? all : ['light']);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog')).toBeVisible();
  await shoot(page, 'cheat-sheet');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  await shoot(page, 'about');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+F8');
  await expect(page.getByRole('dialog')).toBeVisible();
  await shoot(page, 'redirect-target');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function panelsAndPresence({ screen: { page } }: Desk): Promise<void> {
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await shoot(page, 'account-menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Move panel: (Directory|Speed dials)/ }).click();
  await shoot(page, 'panel-menu');
  await page
    .getByRole('menuitem', { name: 'down' })
    .or(page.getByRole('menuitem', { name: 'left' }))
    .first()
    .click();
  await shoot(page, 'panels-moved');
  await page.keyboard.press('Control+Shift+F9');
  await page.keyboard.press('Control+Shift+O');
  await expect(page.getByRole('button', { name: /Go online/ }).first()).toBeVisible();
  await shoot(page, 'offline');
  await page.keyboard.press('Control+Shift+O');
  await expect(page.getByRole('button', { name: /^Online/ })).toBeVisible();
}

/** Both servers end, one after the other. */
export async function takeOutage({ world, screen: { page } }: Desk): Promise<void> {
  await world.service('primary').stop();
  await expect(page.getByText('Connected to backup')).toBeVisible();
  await shoot(page, 'on-backup');
  await world.service('backup').stop();
  await expect(page.getByText('Last known state').first()).toBeVisible();
  await shoot(page, 'stale', both);
  await replayed(page);
}

/** What has just been lived through, as support sees it: at the last calls before the services went. */
async function replayed(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+F3');
  const opened = page.waitForEvent('popup');
  await page
    .getByRole('button', { name: /^Replay / })
    .first()
    .click();
  const replay = await opened;
  await replay.setViewportSize(sizes.usual);
  await expect(replay.locator('[data-verdict="agree"]')).toBeVisible();
  await replay.keyboard.press('Control+End');
  for (let mark = 0; mark < 4; mark += 1) await replay.keyboard.press('Control+ArrowLeft');
  await shoot(replay, 'replay', both);
  await replay.close();
}

/** The manager's page beside the console: on a desk, and on a phone; and the simulated phones. */
export async function takeOtherPages(browser: Browser, world: World): Promise<void> {
  const page: Page = await browser.newPage({ viewport: sizes.usual, locale: 'en-GB' });
  await page.goto(`http://127.0.0.1:${world.ports.primary}/manager/`);
  await page.getByLabel('User ID').fill('akowalska');
  await shoot(page, 'manager-page-login', both);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('answers for you')).toBeVisible();
  await page.getByLabel('Test a number').fill('+49 30 5557 0142');
  await page.getByLabel('Test a number').blur();
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(page, 'manager-page', both);
  await page.setViewportSize({ width: 390, height: 844 });
  await shoot(page, 'manager-page-phone', both);
  await page.setViewportSize(sizes.usual);
  await page.goto(`http://127.0.0.1:${world.ports.switch}/phones/`);
  await expect(page.getByText('Anna Kowalska').first()).toBeVisible();
  await shoot(page, 'phones', both);
  await page.close();
}
