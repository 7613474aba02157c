/** My managers: every feature by mouse and by keyboard, compared with what the service and the switch then hold. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { ManagerFeature } from '../shared/protocol/commands';
import type { SwitchDriver } from './fixtures/switchDriver';
import { expectKept } from './fixtures/serviceDriver';
import { test } from './fixtures/shared';

test.describe.configure({ mode: 'default' });

const grace = '+442079460118';
const words = {
  doNotDisturb: 'Do not disturb',
  divertAll: 'Divert all',
  filterOn: 'Filter',
  assistantWatch: 'Assistant Watch',
  alertTone: 'Alert tone',
} as const satisfies Record<ManagerFeature, string>;
const features = ['doNotDisturb', 'divertAll', 'filterOn', 'assistantWatch', 'alertTone'] as const;

const featureSwitch = (page: Page, feature: ManagerFeature, name: string): Locator =>
  page.getByRole('switch', { name: `${words[feature]}, ${name}`, exact: true });
const modeButton = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^Filter mode, ${name}`) });

/** The answer to the last press is here: a press while it is out would do nothing. The change itself may be seen before. */
const atRest = (page: Page): Promise<void> => expect(page.locator('[data-manager] [data-pending]')).toHaveCount(0);

/** DND is the phone's, all else the service's. */
async function expectPhoneDnd(pbx: SwitchDriver, dn: string, on: boolean): Promise<void> {
  const isOn = async (): Promise<boolean | undefined> =>
    (await pbx.state()).phones.find(({ lines }) => lines.some((line) => line.dn === dn))?.doNotDisturb;
  await expect.poll(isOn, { message: `DND at ${dn}` }).toBe(on);
}

test('a click on a feature changes it at the service; a second one changes it back', async ({
  assistant,
  page,
  pbx,
  world,
}) => {
  await assistant.signIn();
  for (const feature of features) {
    const it = featureSwitch(page, feature, 'Jun Tanaka');
    const before = await it.isChecked();
    for (const wanted of [!before, before]) {
      await it.click();
      await expect(it).toBeChecked({ checked: wanted });
      if (feature === 'doNotDisturb') await expectPhoneDnd(pbx, '60002', wanted);
      else await expectKept(world, 'jtanaka', { [feature]: wanted });
      await atRest(page);
    }
  }
  await modeButton(page, 'Elena Bianchi').click();
  await expect(modeButton(page, 'Elena Bianchi')).toHaveAccessibleName(/Exclusive/);
  await expectKept(world, 'ebianchi', { filterMode: 'exclusive' });
  await atRest(page);
  await modeButton(page, 'Elena Bianchi').click();
  await expectKept(world, 'ebianchi', { filterMode: 'inclusive' });
});

test('everything in the table is reached by arrows and pressed by Space', async ({ assistant, page, pbx, world }) => {
  await assistant.signIn();
  const row = assistant.manager('Amira Haddad');
  await page.keyboard.press('Control+2');
  await expect(page.locator('[data-manager]:focus, [data-manager] :focus')).toBeVisible();
  for (let at = 0; at < 8 && (await row.evaluate((one) => !one.contains(document.activeElement))); at += 1)
    await page.keyboard.press('ArrowDown');
  await expect(row).toHaveAttribute('aria-selected', 'true');
  const dnd = featureSwitch(page, 'doNotDisturb', 'Amira Haddad');
  const to = async (target: Locator): Promise<void> => {
    for (let at = 0; at < 20 && !(await target.evaluate((one) => one === document.activeElement)); at += 1)
      await page.keyboard.press('ArrowRight');
    await expect(target).toBeFocused();
  };
  await to(dnd);
  await page.keyboard.press('Space');
  await expect(dnd).toBeChecked();
  await expectPhoneDnd(pbx, '60003', true);
  await atRest(page);
  await page.keyboard.press('Space');
  await expectPhoneDnd(pbx, '60003', false);
  for (const feature of ['divertAll', 'filterOn'] as const) {
    const it = featureSwitch(page, feature, 'Amira Haddad');
    const before = await it.isChecked();
    await to(it);
    for (const wanted of [!before, before]) {
      await page.keyboard.press('Space');
      await expect(it).toBeChecked({ checked: wanted });
      await expectKept(world, 'ahaddad', { [feature]: wanted });
      await atRest(page);
    }
  }
  await to(modeButton(page, 'Amira Haddad'));
  await page.keyboard.press('Space');
  await expectKept(world, 'ahaddad', { filterMode: 'exclusive' });
  await expect(modeButton(page, 'Amira Haddad')).toHaveAccessibleName(/Exclusive/);
  await atRest(page);
  await page.keyboard.press('Space');
  await expectKept(world, 'ahaddad', { filterMode: 'inclusive' });
});

test('a press on a feature selects its row: the shortcut after it means the same manager', async ({
  assistant,
  page,
  pbx,
  world,
}) => {
  await assistant.signIn();
  await assistant.manager('Anna Kowalska').getByRole('rowheader').click();
  await expect(assistant.manager('Anna Kowalska')).toHaveAttribute('aria-selected', 'true');
  await featureSwitch(page, 'alertTone', 'Farid Sadeghi').click();
  await expectKept(world, 'fsadeghi', { alertTone: false });
  await expect(assistant.manager('Farid Sadeghi')).toHaveAttribute('aria-selected', 'true');
  await expect(assistant.manager('Anna Kowalska')).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Control+Shift+K');
  await expectPhoneDnd(pbx, '60006', true);
  await expectPhoneDnd(pbx, '60001', false);
  await expect(featureSwitch(page, 'doNotDisturb', 'Farid Sadeghi')).toBeChecked();
  await atRest(page);
  await page.keyboard.press('Control+Shift+K');
  await expectPhoneDnd(pbx, '60006', false);

  await modeButton(page, 'David Okafor').click();
  await expectKept(world, 'dokafor', { filterMode: 'exclusive' });
  await expect(assistant.manager('David Okafor')).toHaveAttribute('aria-selected', 'true');
  await expect(modeButton(page, 'David Okafor')).toHaveAccessibleName(/Exclusive/);
  await atRest(page);
  await page.keyboard.press('Control+Shift+M');
  await expectKept(world, 'dokafor', { filterMode: 'inclusive' });
  await expectKept(world, 'fsadeghi', { filterMode: 'inclusive' });
});

test('until the service answers a press shows that it is on its way, and a second press does nothing', async ({
  context,
  openConsole,
  world,
}) => {
  // Between page and host, so that nothing is lost and nobody thinks the service is dead.
  let held: (() => void)[] | null = null;
  await context.routeWebSocket(/./, (page) => {
    const host = page.connectToServer();
    page.onMessage((message) => {
      if (held === null) host.send(message);
      else held.push(() => host.send(message));
    });
  });
  const { page, screen } = await openConsole({ kind: 'browser' });
  await screen.signIn();
  const it = featureSwitch(page, 'filterOn', 'Jun Tanaka');
  const pending = screen.manager('Jun Tanaka').locator('[data-pending]');
  await expect(it).toBeChecked();
  held = [];
  await it.click();
  await expect(pending).toBeVisible();
  await it.click();
  await expect(it).toBeChecked();
  for (const send of held.splice(0)) send();
  held = null;
  await expect(it).not.toBeChecked();
  await expect(pending).toHaveCount(0);
  await expectKept(world, 'jtanaka', { filterOn: false });
  await it.click();
  await expectKept(world, 'jtanaka', { filterOn: true });
});

test('what one console changes, the other shows', async ({ assistant, openConsole, page }) => {
  await assistant.signIn();
  const tom = await openConsole({ kind: 'browser' });
  await tom.screen.signIn('tom');
  const here = featureSwitch(page, 'divertAll', 'Elena Bianchi');
  const there = featureSwitch(tom.page, 'divertAll', 'Elena Bianchi');
  await expect(there).not.toBeChecked();
  await here.click();
  await expect(there).toBeChecked();
  await there.click();
  await expect(here).not.toBeChecked();
});

test('the menu of a row: by the right button and by its key; it acts on that row', async ({
  assistant,
  page,
  pbx,
  world,
}) => {
  await assistant.signIn();
  await assistant.manager('Anna Kowalska').getByRole('rowheader').click();
  await assistant.manager('Farid Sadeghi').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Manager' });
  await expect(menu.getByRole('menuitem', { name: 'Transfer the selected call here' })).toBeDisabled();
  await menu.getByRole('menuitem', { name: 'Turn Assistant Watch off' }).click();
  await expectKept(world, 'fsadeghi', { assistantWatch: false });
  await expectKept(world, 'akowalska', { assistantWatch: true });
  await expect(assistant.manager('Farid Sadeghi')).toHaveAttribute('aria-selected', 'true');

  await assistant.manager('Farid Sadeghi').getByRole('rowheader').click();
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Turn Assistant Watch on' }).click();
  await expectKept(world, 'fsadeghi', { assistantWatch: true });

  // A call to the manager from the menu.
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Call manager' }).click();
  await pbx.expectAt('60006', 'alerting');
});

test('the heads sort by name, number and what is now; a third press is the order of the service', async ({
  assistant,
  page,
  pbx,
}) => {
  await page.setViewportSize({ width: 2560, height: 1000 });
  await assistant.signIn();
  const rows = assistant.panel('My managers').locator('[data-manager]');
  const names = (): Promise<string[]> =>
    rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-manager') ?? ''));
  const service = await names();
  const head = (name: string): Locator => page.getByRole('columnheader', { name: new RegExp(`^${name}`) });
  const byName = ['ahaddad', 'akowalska', 'dokafor', 'ebianchi', 'fsadeghi', 'jtanaka'];
  await head('Manager').click();
  await expect.poll(names).toEqual(byName);
  await expect(head('Manager')).toHaveAttribute('aria-sort', 'ascending');
  await head('Manager').click();
  await expect.poll(names).toEqual(byName.toReversed());
  await head('Manager').click();
  await expect.poll(names).toEqual(service);
  await head('Number').click();
  await head('Number').click();
  await expect.poll(async () => (await names())[0]).toBe('fsadeghi');
  await head('Now').click();
  await pbx.press(grace, 'dial', '60004');
  await expect.poll(async () => (await names())[0]).toBe('dokafor');
});

test('a call dropped on a manager is transferred there', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  await pbx.press(grace, 'dial', '60001');
  await expect(assistant.call('Grace Whitfield')).toBeVisible();
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
  await assistant.call('Grace Whitfield').dragTo(assistant.manager('Elena Bianchi').getByRole('rowheader'));
  await pbx.expectIdle('39001');
  const parties = async (): Promise<string[]> =>
    (await pbx.state()).calls.flatMap(({ connections }) => connections.map(({ dn, state }) => `${dn} ${state}`));
  // An assistant's own line passes the route point: the manager's phone itself rings.
  await expect.poll(parties).toContain('60005 alerting');
});

test('a call that only rings is not taken by a manager it is dropped on; why is said', async ({
  assistant,
  page,
  pbx,
}) => {
  await assistant.signIn();
  await pbx.press(grace, 'dial', '60001');
  await expect(assistant.call('Grace Whitfield')).toBeVisible();
  await assistant.call('Grace Whitfield').dragTo(assistant.manager('Jun Tanaka').getByRole('rowheader'));
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
    'Only an answered call can be transferred.',
  );
  await pbx.expectAt('39001', 'alerting');
});

test('voicemail that waits is marked', async ({ assistant }) => {
  await assistant.signIn();
  await expect(assistant.manager('David Okafor').getByTitle('Voicemail waiting')).toBeVisible();
  await expect(assistant.manager('Jun Tanaka').getByTitle('Voicemail waiting')).toHaveCount(0);
});

test('shared line mode: do not disturb and the divert target, nothing of the proxy mode', async ({
  assistant,
  page,
  pbx,
  world,
}) => {
  await assistant.signIn('nora');
  await expect(assistant.panel('My managers').locator('[data-manager]')).toHaveCount(2);
  for (const feature of ['divertAll', 'filterOn', 'assistantWatch', 'alertTone'] as const)
    await expect(featureSwitch(page, feature, 'Sigrid Aasen')).toHaveCount(0);
  await expect(modeButton(page, 'Sigrid Aasen')).toHaveCount(0);
  await featureSwitch(page, 'doNotDisturb', 'Sigrid Aasen').click();
  await expectPhoneDnd(pbx, '60009', true);
  await expect(featureSwitch(page, 'doNotDisturb', 'Sigrid Aasen')).toBeChecked();
  await atRest(page);
  await page.keyboard.press('Control+Shift+K');
  await expectPhoneDnd(pbx, '60009', false);

  await page.getByRole('button', { name: 'Configure Sigrid Aasen' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('tab')).toHaveCount(0);
  await dialog.getByRole('radio', { name: 'A number' }).click({ force: true });
  await dialog.getByLabel('Number or name').fill('1010');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expectKept(world, 'saasen', { divert: ['number', '1010'] });
});

test('a narrow panel shows cards with the same features', async ({ assistant, page, pbx, world }) => {
  await assistant.signIn();
  const panel = assistant.panel('My managers');
  await page.getByRole('separator', { name: 'Widths of My calls and My managers' }).focus();
  await page.keyboard.press('End');
  await expect(panel.getByRole('columnheader')).toHaveCount(0);
  const card = panel.getByRole('row').filter({ hasText: 'Jun Tanaka' });
  const it = featureSwitch(page, 'alertTone', 'Jun Tanaka');
  await expect(card).toContainText('Tone');
  await it.click();
  await expectKept(world, 'jtanaka', { alertTone: false });
  await expect(it).not.toBeChecked();
  await expect(card).toHaveAttribute('aria-selected', 'true');
  await atRest(page);
  await page.keyboard.press('Control+Shift+L');
  await expectKept(world, 'jtanaka', { alertTone: true });
  await pbx.press(grace, 'dial', '60002');
  await expect(card).toContainText('Grace Whitfield');
  await card.getByRole('button', { name: 'Configure Jun Tanaka' }).click();
  await expect(page.getByRole('dialog')).toContainText('Jun Tanaka');
});
