/** Signing in, in both hosts: refusals, remember me, demo accounts, two consoles of one assistant, offline and online. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { demoPassword } from '../server/demo/world';
import { test } from './fixtures/shared';
import { kill } from './fixtures/test';

test.describe.configure({ mode: 'default' });

const grace = '+442079460118';

async function attempt(page: Page, userId: string, password: string): Promise<void> {
  await page.getByLabel('User ID').fill(userId);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function account(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: /Account and settings/ }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

test('nobody known, and then wrong passwords until it is locked, with a countdown', async ({ assistant, page }) => {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Type your user ID.')).toBeVisible();
  await attempt(page, 'nobody', 'x');
  await expect(page.getByRole('alert')).toContainText('There is no user with this ID.');
  await attempt(page, 'akowalska', demoPassword);
  await expect(page.getByRole('alert')).toContainText('This account is not an assistant’s.');
  for (let at = 0; at < 5; at += 1) {
    await attempt(page, 'ines', `wrong ${at}`);
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByLabel('Password')).toHaveValue('');
  }
  await attempt(page, 'ines', demoPassword);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Too many wrong passwords.');
  const before = await alert.innerText();
  expect(before).toMatch(/Try again in \d+:\d\d/);
  await expect.poll(() => alert.innerText()).not.toBe(before);
  // Nobody else is locked out.
  await assistant.signIn();
});

test('the demo’s accounts are offered, and sign in by one click or by keyboard', async ({
  openConsole,
  desk,
  page,
}) => {
  await expect(page.getByText('Or try it as one of the demo’s assistants')).toHaveCount(0);
  const file = path.join(desk.dataDir, 'demo.json');
  const accounts = [
    { userId: 'maya', name: 'Maya Lindqvist', mode: 'proxy', managers: 6 },
    { userId: 'nora', name: 'Nora Haugen', mode: 'shared', managers: 2 },
  ];
  writeFileSync(file, JSON.stringify({ password: demoPassword, accounts }));
  const { page: demo, screen } = await openConsole({ demoAccounts: file });
  const maya = demo.getByRole('button', { name: /Maya Lindqvist/ });
  await expect(maya).toContainText('6 managers');
  await maya.focus();
  await demo.keyboard.press('ArrowDown');
  await expect(demo.getByRole('button', { name: /Nora Haugen/ })).toBeFocused();
  await demo.keyboard.press('Enter');
  await expect(screen.manager('Sigrid Aasen')).toBeVisible();
  await account(demo, 'Sign out');
  await maya.click();
  await expect(screen.manager('Anna Kowalska')).toBeVisible();
});

test('remember me: a restart signs in by itself, signing out asks again; a browser says why it can not', async ({
  desk,
  hostKind,
  page,
  assistant,
}) => {
  const remember = page.getByLabel('Remember me on this computer');
  if (hostKind === 'browser') {
    await expect(page.getByText('A console in a browser can’t keep a password safe')).toBeVisible();
    await expect(remember).toHaveCount(0);
    await assistant.signIn();
    await desk.stop();
    const { page: again } = await desk.start();
    await expect(again.getByLabel('User ID')).toBeVisible();
    return;
  }
  await remember.check();
  await assistant.signIn();
  await desk.stop();
  const again = await desk.start();
  await expect(again.panel('My calls')).toBeVisible();
  await expect(again.connection).toContainText('primary');
  await account(again.page, 'Sign out');
  await expect(again.page.getByLabel('User ID')).toBeVisible();
  await desk.stop();
  const third = await desk.start();
  await expect(third.page.getByLabel('Password')).toBeVisible();
  await third.signIn();
});

test('signed in twice: the first console is told and out, the second is told and in charge', async ({
  assistant,
  openConsole,
  page,
  pbx,
}) => {
  await assistant.signIn();
  const second = await openConsole({ kind: 'browser' });
  await second.screen.signIn();
  await expect(page.getByRole('alert')).toContainText('You signed in somewhere else.');
  await expect(second.page.getByRole('region', { name: 'Messages' })).toContainText(
    'You were signed in on another computer. You are in charge here now',
  );
  await pbx.press(grace, 'dial', '60001');
  await expect(second.screen.call('Grace Whitfield')).toBeVisible();
  await expect(page.getByLabel('Password')).toBeVisible();
  // And back.
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in here again' }).click();
  await expect(assistant.call('Grace Whitfield')).toBeVisible();
  await expect(second.page.getByRole('alert')).toContainText('You signed in somewhere else.');
});

test('offline: calls ring the manager; online: they come here again', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  await account(page, 'Go offline');
  await expect(assistant.panel('My calls')).toContainText('You are offline');
  await expect(assistant.connection).toContainText('Offline');
  await pbx.press(grace, 'dial', '60006');
  await pbx.expectAt('60006', 'alerting');
  await pbx.expectIdle('39006');
  await pbx.endAllCalls();
  await account(page, 'Go online');
  await expect(assistant.connection).toContainText('Online');
  await pbx.press(grace, 'dial', '60006');
  await pbx.expectAt('39006', 'alerting');
  await expect(assistant.call('Grace Whitfield')).toBeVisible();
});

test('in shared line mode there is no offline', async ({ assistant, page }) => {
  await assistant.signIn('nora');
  await page.getByRole('button', { name: /Account and settings/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Preferences' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Go offline' })).toHaveCount(0);
});

// Last, since nobody is there for a while.
test('no server answers: it is said, and it works as soon as one does', async ({ assistant, page, world }) => {
  await kill(world, 'primary');
  await kill(world, 'backup');
  await attempt(page, 'maya', demoPassword);
  await expect(page.getByRole('alert')).toContainText('No server answers.');
  await expect(page.getByLabel('User ID')).toHaveValue('maya');
  await world.restart('primary');
  await world.restart('backup');
  await assistant.signIn();
});
