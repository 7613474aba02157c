import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { demoPassword } from '../server/demo/world';
import { admin } from './fixtures/admin';
import { consoleDriver } from './fixtures/consoleDriver';
import { openHost } from './fixtures/host';
import { openPhones } from './fixtures/phonesDriver';
import { switchDriver } from './fixtures/switchDriver';
import { kill, test } from './fixtures/test';

const peter = '+493055570142';
const grace = '+442079460118';

// Each test drives the page itself; the console is opened only where it is compared with.
const pageOf = (port: number): string => `http://127.0.0.1:${port}/manager/`;

async function signIn(page: Page, port: number, userId = 'ahaddad', password = demoPassword): Promise<void> {
  await page.goto(pageOf(port));
  await fillIn(page, userId, password);
}

async function fillIn(page: Page, userId: string, password: string): Promise<void> {
  await page.getByLabel('User ID').fill(userId);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  }
}

test('what the manager sets decides where the next call goes, and the console shows it', async ({
  assistant,
  context,
  pbx,
  world,
}) => {
  await assistant.signIn();
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  // The one expected: nobody is logged in yet.
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('401')) errors.push(message.text());
  });
  await signIn(page, world.ports.primary);
  await expect(page.getByText('Maya Lindqvist answers for you')).toBeVisible();

  // An inclusive pattern: the caller rings the manager.
  await page.getByLabel('Only these callers reach you directly').fill('49 30-5557*');
  await expect(page.getByText('Stored as 49305557*')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('49305557*', { exact: true })).toBeVisible();
  await page.getByLabel('Test a number').fill(peter);
  await expect(page.getByText('Rings you', { exact: true })).toBeVisible();
  await expect(page.getByText('matches 49305557*')).toBeVisible();
  await pbx.press(peter, 'dial', '60003');
  await pbx.expectAt('60003', 'alerting');
  await pbx.press(peter, 'hangUp');
  await pbx.expectIdle('60003');

  // Exclusive: the same caller is diverted, to the number of the divert target.
  await page.getByRole('radio', { name: 'A number' }).click();
  await page.getByLabel('Number', { exact: true }).fill('2003');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(page.getByText('2003', { exact: true })).toBeVisible();
  await page.getByRole('switch', { name: 'Divert all calls' }).click();
  await page.getByRole('switch', { name: 'Filter on' }).click();
  await expect(page.getByRole('switch', { name: 'Filter on' })).not.toBeChecked();
  await pbx.press(grace, 'dial', '60003');
  await pbx.expectAt('2003', 'alerting');
  await pbx.press(grace, 'hangUp');
  await expect(assistant.toggle('Divert all, Amira Haddad')).toBeChecked();

  await page.getByRole('switch', { name: 'Do not disturb' }).click();
  await expect(assistant.toggle('Do not disturb, Amira Haddad')).toBeChecked();
  await page.getByRole('radio', { name: 'Exclusive' }).click();
  await expect(page.getByRole('radio', { name: 'Exclusive' })).toBeChecked();

  // And the other way round: what the assistant changes appears by itself.
  await assistant.page.bringToFront();
  await assistant.toggle('Do not disturb, Amira Haddad').click();
  await expect(page.getByRole('switch', { name: 'Do not disturb' })).not.toBeChecked();
  expect(errors).toEqual([]);
});

test('another default assistant takes over at once: at the page, the console and the phone', async ({
  assistant,
  context,
  world,
}) => {
  await assistant.signIn();
  const colleague = await openHost('browser', world, context);
  await consoleDriver(colleague.page).signIn('tom');
  const phones = await openPhones(world, context);
  await expect(phones.display('Anna Kowalska')).toContainText('Maya Lindqvist');
  const page = await context.newPage();
  await signIn(page, world.ports.primary, 'akowalska');
  await expect(page.getByText('Maya Lindqvist answers for you')).toBeVisible();
  const choice = page.getByRole('radiogroup', { name: 'Default assistant' });
  await choice.getByRole('radio', { name: /Tom Berger/ }).click();
  await expect(page.getByText('Tom Berger answers for you')).toBeVisible();
  await expect(choice.getByRole('radio', { name: /Tom Berger/ })).toBeChecked();
  await expect(phones.display('Anna Kowalska')).toContainText('Tom Berger');
  // The next call is Tom's, not Maya's any more.
  const pbx = switchDriver(world.ports.switch);
  await pbx.press(grace, 'dial', '60001');
  await pbx.expectAt('38001', 'alerting');
  await pbx.expectIdle('39001');
  await colleague.stop();
});

test.describe('without a console', () => {
  // A plain page of the browser instead of the console's.
  test.use({
    page: async ({ context }, use) => use(await context.newPage()),
  });

  test('each invalid kind of pattern is refused as it is typed', async ({ page, world }) => {
    await signIn(page, world.ports.primary);
    const field = page.getByLabel('Only these callers reach you directly');
    for (const [text, reason] of [
      ['*', /alone/],
      ['49*30', /character 3/],
      ['49<img src=x onerror=alert(1)>', /character 3/],
      ['1'.repeat(33), /32 is the most/],
    ] as const) {
      await field.fill(text);
      await expect(page.getByText(reason)).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(page.getByText('0 of 100 patterns')).toBeVisible();
    }
  });

  test('who may not come in is told why, and a row of wrong passwords locks only this address and user', async ({
    page,
    world,
  }) => {
    await signIn(page, world.ports.primary, 'maya');
    await expect(page.getByRole('alert')).toContainText('This page is for managers');
    await fillIn(page, 'nobody<script>', 'whatever');
    await expect(page.getByRole('alert')).toContainText('No user has this ID');
    for (let count = 0; count < 5; count += 1) {
      await fillIn(page, 'ahaddad', 'not it');
      await expect(page.getByLabel('Password')).toHaveValue('');
      await expect(page.getByRole('alert')).toContainText('The password is wrong');
    }
    await fillIn(page, 'ahaddad', demoPassword);
    await expect(page.getByRole('alert')).toContainText('Try again in 1 min');
    await expectNoViolations(page);
    await fillIn(page, 'dokafor', demoPassword);
    await expect(page.getByRole('heading', { name: 'David Okafor' })).toBeVisible();
  });

  test('the page is accessible, light and dark, on a desk and on a phone', async ({ page, world }) => {
    await signIn(page, world.ports.primary, 'akowalska');
    await expect(page.getByRole('heading', { name: 'Anna Kowalska' })).toBeVisible();
    await page.getByLabel('Test a number').fill(peter);
    await page.getByLabel('Only these callers reach you directly').fill('49*30');
    await expectNoViolations(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoViolations(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('a failover in the middle: the page goes to the other service and the session goes on', async ({
    page,
    world,
  }) => {
    await signIn(page, world.ports.primary);
    await page.getByRole('switch', { name: 'Divert all calls' }).click();
    await expect(page.getByRole('switch', { name: 'Divert all calls' })).toBeChecked();
    await kill(world, 'primary');
    await page.waitForURL(pageOf(world.ports.backup));
    await expect(page.getByText('Up to date')).toBeVisible();
    await expect(page.getByRole('switch', { name: 'Divert all calls' })).toBeChecked();
    await page.getByRole('switch', { name: 'Divert all calls' }).click();
    await expect(page.getByRole('switch', { name: 'Divert all calls' })).not.toBeChecked();
  });

  test('a failover while something is typed: it stays where it is, is told so, and moves when nothing is lost', async ({
    page,
    world,
  }) => {
    await signIn(page, world.ports.primary);
    const field = page.getByLabel('Only these callers reach you directly');
    await field.fill('4930');
    await kill(world, 'primary');
    await expect(page.getByText('No connection. Trying again…')).toBeVisible();
    await expect(page.getByText('nothing you have typed is lost')).toBeVisible();
    await expect(page.getByRole('switch', { name: 'Divert all calls' })).toBeDisabled();
    await expectNoViolations(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole('heading', { name: 'Amira Haddad' })).toBeInViewport({ ratio: 1 });
    expect(page.url()).toBe(pageOf(world.ports.primary));
    await expect(field).toHaveValue('4930');
    // The service comes back, now as the standby: still nothing is lost.
    await world.restart('primary');
    await expect(field).toHaveValue('4930');
    await field.fill('');
    await page.waitForURL(pageOf(world.ports.backup));
    await expect(page.getByText('Up to date')).toBeVisible();
  });

  test('with a shared line there is a divert to a number or nowhere, and nothing else of proxy lines', async ({
    page,
    world,
  }) => {
    await signIn(page, world.ports.primary, 'saasen');
    await expect(page.getByRole('heading', { name: 'Sigrid Aasen' })).toBeVisible();
    await expect(page.getByRole('radio')).toHaveCount(2);
    await expect(page.getByRole('radio', { name: 'Nowhere' })).toBeChecked();
    for (const absent of ['Filter', 'Default assistant']) {
      await expect(page.getByRole('heading', { name: absent, exact: true })).toHaveCount(0);
    }
    await expect(page.getByRole('switch', { name: 'Divert all calls' })).toHaveCount(0);
    await page.getByRole('radio', { name: 'A number' }).click();
    await page.getByLabel('Number', { exact: true }).fill('60009');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(page.getByText('Calls would come back to where they started')).toBeVisible();
    await page.getByLabel('Number', { exact: true }).fill('20 01');
    await page.keyboard.press('Enter');
    await expect(page.getByText('2001', { exact: true })).toBeVisible();
    await expectNoViolations(page);
    await page.reload();
    await expect(page.getByRole('radio', { name: /A number/ })).toBeChecked();
    await page.getByRole('radio', { name: 'Nowhere' }).click();
    await expect(page.getByRole('radio', { name: 'Nowhere' })).toBeChecked();
    await expect(page.getByText('2001', { exact: true })).toHaveCount(0);
  });

  test('names are text, whatever is in them', async ({ page, world }) => {
    const [manager, assistant] = ['<script>alert(1)</script>', '"\'><img src=x onerror=alert(2)>\u202Eatad'];
    await admin(world, ['users', 'change', 'akowalska', '--first-name', manager]);
    await admin(world, ['users', 'change', 'maya', '--last-name', assistant]);
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    await signIn(page, world.ports.primary, 'akowalska');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${manager} Kowalska`);
    const names = page.getByRole('radiogroup', { name: 'Default assistant' }).getByRole('radio');
    await expect(names).toHaveCount(2);
    await expect(page.locator('bdi', { hasText: assistant }).first()).toBeVisible();
    // The line beside the name is read the right way round, whichever way the name turns.
    await expect(page.getByText('Line 60001')).toBeVisible();
    expect(await page.locator('#root script, #root img').count()).toBe(0);
    await expectNoViolations(page);
    expect(dialogs).toBe(0);
  });

  test("a user of another pool is told that it is another pool's", async ({ page, world }) => {
    const zoe = ['--role', 'manager', '--pool', '2', '--dn', '60077', '--phone', 'phone-60077', '--password'];
    await admin(world, ['users', 'add', 'zoe', '--first-name', 'Zoe', '--last-name', 'Lund', ...zoe], demoPassword);
    await signIn(page, world.ports.primary, 'zoe');
    await expect(page.getByRole('alert')).toContainText('You belong to another pool of services');
  });

  test('a standby that knows no active service says so', async ({ page, world }) => {
    await kill(world, 'primary');
    await page.route('**/manager/api/state', (route) =>
      route.fulfill({ status: 503, json: { error: { code: 'standby', message: 'standby' }, other: null } }),
    );
    await page.goto(pageOf(world.ports.backup));
    await expect(page.getByRole('heading', { name: 'The other service is active' })).toBeVisible();
    await expectNoViolations(page);
  });

  test('a standby leads to the active service', async ({ page, world }) => {
    await page.goto(pageOf(world.ports.backup));
    await page.waitForURL(pageOf(world.ports.primary) + '*');
    await expect(page.getByLabel('User ID')).toBeVisible();
  });

  test('a new password ends the session elsewhere; the old one no longer works', async ({ page, browser, world }) => {
    const elsewhere = await (await browser.newContext()).newPage();
    await signIn(elsewhere, world.ports.primary);
    await expect(elsewhere.getByRole('heading', { name: 'Amira Haddad' })).toBeVisible();
    await signIn(page, world.ports.primary);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByLabel('Current password').fill(demoPassword);
    await page.getByLabel('New password', { exact: true }).fill('ahaddad');
    await page.getByLabel('New password again').fill('ahaddad');
    const save = page.getByRole('dialog').getByRole('button', { name: 'Change password' });
    await save.click();
    await expect(page.getByText('Your user ID is too easy to guess')).toBeVisible();
    await expectNoViolations(page);
    await page.getByLabel('New password', { exact: true }).fill('seven small whales');
    await page.getByLabel('New password again').fill('seven small whales');
    await save.click();
    await expect(page.getByText('Your password has been changed')).toBeVisible();
    await expect(elsewhere.getByRole('alert')).toContainText('Your session has ended');
    await fillIn(elsewhere, 'ahaddad', demoPassword);
    await expect(elsewhere.getByRole('alert')).toContainText('The password is wrong');
    await fillIn(elsewhere, 'ahaddad', 'seven small whales');
    await expect(elsewhere.getByRole('heading', { name: 'Amira Haddad' })).toBeVisible();
    // Whoever changed it stays signed in.
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Amira Haddad' })).toBeVisible();
    await elsewhere.context().close();
  });
});
