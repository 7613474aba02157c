/** The keys of managers' phones, pressed as their owners would; screen, switch and console must agree. */
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { consoleDriver } from './fixtures/consoleDriver';
import { openHost } from './fixtures/host';
import { openPhones, type PhonesDriver } from './fixtures/phonesDriver';
import { kill, test as base } from './fixtures/test';

const test = base.extend<{ phones: PhonesDriver }>({
  phones: async ({ world, context }, use) => use(await openPhones(world, context)),
});

const anna = 'Anna Kowalska';
const sigrid = 'Sigrid Aasen';
/** Not on any of Anna’s lists. */
const grace = '+442079460118';

test('filter off: the console shows it, and the next call rings at the manager', async ({ assistant, phones, pbx }) => {
  await assistant.signIn();
  await expect(phones.display(anna)).toContainText('Maya Lindqvist');
  await expect(phones.fact('Filter', anna)).toHaveText('On, inclusive');
  await phones.key('Filter', anna).click();
  await expect(phones.key('Filter', anna)).toHaveAttribute('aria-pressed', 'false');
  await expect(phones.fact('Filter', anna)).toHaveText('Off, inclusive');
  await expect(assistant.toggle(`Filter, ${anna}`)).not.toBeChecked();
  await pbx.press(grace, 'dial', '60001');
  await pbx.expectAt('60001', 'alerting');
  await pbx.expectIdle('39001');
});

test('filter mode and divert all: set at the phone, seen at the console, in force for the next call', async ({
  assistant,
  phones,
  pbx,
}) => {
  await assistant.signIn();
  await phones.key('Filter mode Inclusive', anna).click();
  await expect(phones.key('Filter mode Exclusive', anna)).toBeVisible();
  await expect(phones.fact('Filter', anna)).toHaveText('On, exclusive');
  await expect(assistant.manager(anna)).toContainText('Exclusive');
  // Nobody is on the exclusive list, so the call goes through (row 7).
  await pbx.press(grace, 'dial', '60001');
  await pbx.expectAt('60001', 'alerting');
  await pbx.press(grace, 'hangUp');
  await pbx.expectIdle('60001');

  await phones.key('Divert all', anna).click();
  await expect(phones.fact('Divert all', anna)).toHaveText('On');
  await expect(assistant.toggle(`Divert all, ${anna}`)).toBeChecked();
  await pbx.press(grace, 'dial', '60001');
  await pbx.expectAt('39001', 'alerting');
  await pbx.expectIdle('60001');
});

test('do not disturb is one truth at phone, switch and console', async ({ assistant, phones, pbx }) => {
  await assistant.signIn();
  await phones.key('Do not disturb', anna).click();
  await expect(phones.fact('Do not disturb', anna)).toHaveText('On');
  await expect(assistant.toggle(`Do not disturb, ${anna}`)).toBeChecked();
  const phone = (await pbx.state()).phones.find(({ name }) => name === anna);
  expect(phone?.doNotDisturb).toBe(true);
});

test('Assistant Watch shows the ringing call, the alert tone is seen and announced, intercept takes the call back', async ({
  assistant,
  phones,
  pbx,
}) => {
  await assistant.signIn();
  await expect(phones.display(anna)).toContainText('No call at an assistant');
  await expect(phones.key('Intercept', anna)).toBeDisabled();
  await expect(phones.key('Intercept', anna)).toHaveAttribute('title', 'No call for you rings at an assistant');

  await pbx.press(grace, 'dial', '60001');
  await pbx.expectAt('39001', 'alerting');
  await expect(phones.page.getByRole('status', { name: 'Alert tones' })).toHaveText(`Alert tone at ${anna}`);
  await expect(phones.display(anna).getByText('Alert tone', { exact: true })).toHaveCount(2);
  const watched = phones.display(anna).getByRole('list', { name: 'Calls at assistants' });
  await expect(watched).toContainText(/Grace Whitfield rings at Maya\s*\d+:\d\d/);

  // The watch hides the call, and shows it again.
  await phones.key('Assistant Watch', anna).click();
  await expect(phones.display(anna)).toContainText('Assistant Watch is off');
  await phones.key('Assistant Watch', anna).click();
  await expect(watched).toContainText('Grace Whitfield');

  await phones.key('Intercept', anna).click();
  await pbx.expectAt('60001', 'alerting');
  await pbx.expectIdle('39001');
  await expect(assistant.call(/Grace Whitfield/)).toHaveCount(0);
  await expect(phones.display(anna)).toContainText('No call at an assistant');
  await phones.key('Answer', anna).click();
  await pbx.expectAt('60001', 'connected');
});

test('alert tone off: a call for the manager makes no tone', async ({ assistant, phones, pbx }) => {
  await assistant.signIn();
  await phones.key('Alert tone', anna).click();
  await expect(phones.fact('Alert tone', anna)).toHaveText('Off');
  await pbx.press(grace, 'dial', '60001');
  await expect(phones.display(anna)).toContainText('Grace Whitfield rings at Maya');
  await expect(assistant.call(/Grace Whitfield/)).toBeVisible();
  expect((await pbx.state()).phones.find(({ name }) => name === anna)?.alertedAt).toBeNull();
});

test('redirect sends a ringing call to the divert target', async ({ assistant, phones, pbx }) => {
  await assistant.signIn();
  await phones.key('Filter', anna).click();
  await expect(phones.fact('Filter', anna)).toHaveText('Off, inclusive');
  await expect(phones.key('Redirect', anna)).toBeDisabled();
  await pbx.press(grace, 'dial', '60001');
  await pbx.expectAt('60001', 'alerting');
  await phones.key('Redirect', anna).click();
  await pbx.expectAt('39001', 'alerting');
  await pbx.expectIdle('60001');
  await expect(assistant.call(/Grace Whitfield/)).toHaveAttribute('data-call-state', 'alerting');
});

test('voicemail takes a call, lights the lamp, and listening puts it out', async ({ assistant, phones, pbx }) => {
  await assistant.signIn();
  await phones.key('Filter', anna).click();
  await expect(phones.fact('Filter', anna)).toHaveText('Off, inclusive');
  await expect(phones.key('Messages', anna)).toBeDisabled();
  await pbx.press(grace, 'dial', '60001');
  await pbx.expectAt('60001', 'alerting');
  await phones.key('Voicemail', anna).click();
  await pbx.expectIdle('60001');
  await pbx.expectAt(grace, 'connected');
  await pbx.press(grace, 'hangUp');
  await expect(phones.key('Messages', anna)).toHaveText(/Waiting/);
  await expect(phones.fact('Messages', anna)).toHaveText('Waiting');

  await phones.key('Messages', anna).click();
  await expect(phones.card(anna)).toContainText('Voicemail');
  await pbx.expectAt('60001', 'connected');
  await expect(phones.fact('Messages', anna)).toHaveText('None');
  await phones.key('Hang up', anna).click();
  await pbx.expectIdle('60001');
});

test('choosing the assistant, by keyboard, moves the manager’s calls', async ({
  assistant,
  phones,
  pbx,
  world,
  context,
}) => {
  await assistant.signIn();
  const tomsHost = await openHost('browser', world, context);
  const tom = consoleDriver(tomsHost.page);
  await tom.signIn('tom');
  await expect(assistant.manager(anna)).not.toContainText('Tom’s');

  await phones.key('Choose assistant', anna).focus();
  await phones.page.keyboard.press('Enter');
  const menu = phones.page.getByRole('menu', { name: `Choose assistant, ${anna}` });
  await expect(menu.getByRole('menuitemradio', { name: /Maya Lindqvist/ })).toBeChecked();
  await expect(menu.getByRole('menuitemradio', { name: /Maya Lindqvist/ })).toContainText('default');
  await phones.page.keyboard.type('Tom');
  await phones.page.keyboard.press('Enter');
  await expect(menu).toHaveCount(0);
  await expect(phones.display(anna)).toContainText('Tom Berger');
  await pbx.press(grace, 'dial', '60001');
  await pbx.expectAt('38001', 'alerting');
  await pbx.expectIdle('39001');
  await expect(tom.call(/Grace Whitfield/)).toHaveAttribute('data-call-state', 'alerting');
  await tomsHost.stop();
});

test('a refused key says why, and whose', async ({ phones, pbx }) => {
  await expect(phones.display(sigrid)).toContainText('Nora Haugen');
  await pbx.press(grace, 'dial', '60009');
  await expect(phones.key('Redirect', sigrid)).toBeEnabled();
  await phones.key('Redirect', sigrid).click();
  await expect(phones.refusal).toContainText(sigrid);
  await expect(phones.refusal).toContainText('No divert number is set.');
  await phones.page.getByRole('button', { name: 'Close this message' }).click();
  await expect(phones.refusal).toHaveCount(0);
});

test('a shared line has its own keys only, rings on both phones and is in use elsewhere', async ({ phones, pbx }) => {
  await expect(phones.display(sigrid)).toContainText('Nora Haugen');
  await expect(phones.key('Redirect', sigrid)).toBeVisible();
  await expect(phones.key('Filter', sigrid)).toHaveCount(0);
  await expect(phones.key('Choose assistant', sigrid)).toHaveCount(0);
  await expect(phones.key('Intercept', sigrid)).toHaveCount(0);
  await pbx.press(grace, 'dial', '60009');
  await expect(phones.key('Answer', sigrid)).toBeEnabled();
  await expect(phones.card('Nora Haugen')).toContainText('Grace Whitfield');
  await phones.key('Answer', 'Nora Haugen').click();
  await expect(phones.card(sigrid)).toContainText('In use elsewhere');
  await expect(phones.card(sigrid)).toContainText('Nora Haugen has the call');
  await pbx.press(grace, 'hangUp');
  await expect(phones.card(sigrid)).not.toContainText('In use elsewhere');
});

test('an intercom call answers by itself and is shown as one', async ({ phones, pbx }) => {
  const { phones: all } = await pbx.state();
  const intercomOf = (owner: string) => all.find(({ name }) => name === owner)?.lines.find((line) => line.intercom);
  const from = intercomOf(anna);
  const to = all
    .find(({ name }) => name === 'Maya Lindqvist')
    ?.lines.find((line) => line.intercom && line.label.includes('Anna'));
  if (!from || !to) throw new Error('the demo has no intercom between Anna and Maya');
  await phones.page.getByLabel(`Line to dial from, ${anna}`).selectOption(from.lineId);
  await phones.page.getByLabel(`Number to dial or transfer to, ${anna}`).fill(to.dn);
  await phones.page.keyboard.press('Enter');
  await expect(phones.card('Maya Lindqvist')).toContainText('Intercom, answered by itself');
  await pbx.expectAt(from.dn, 'connected');
  await expect(phones.key('Hold', anna)).toBeDisabled();
});

test('without a service the phone says so and its feature keys are dead; calls ring there', async ({
  phones,
  pbx,
  world,
}) => {
  await expect(phones.display(anna)).toContainText('No assistant is online');
  await expect(phones.key('Filter', anna)).toBeEnabled();
  await kill(world, 'backup');
  await kill(world, 'primary');
  await expect(phones.display(anna)).toContainText('No service');
  await expect(phones.display(anna)).toContainText('calls ring here directly');
  await expect(phones.key('Filter', anna)).toBeDisabled();
  await expect(phones.key('Filter', anna)).toHaveAttribute('title', 'No service serves this phone now');
  await pbx.press(grace, 'dial', '60001');
  await pbx.expectAt('60001', 'alerting');
});

test('page sound is off until it is switched on', async ({ phones }) => {
  const sound = phones.page.getByRole('button', { name: 'Page sound' });
  await expect(sound).toHaveAttribute('aria-pressed', 'false');
  await sound.click();
  await expect(sound).toHaveAttribute('aria-pressed', 'true');
});

test('everybody can use it: axe in both themes with a busy display and an open menu; arrow keys within the feature keys', async ({
  assistant,
  phones,
  pbx,
}) => {
  await assistant.signIn();
  await pbx.press(grace, 'dial', '60001');
  await expect(phones.display(anna)).toContainText('Grace Whitfield rings at Maya');
  await phones.key('Filter', anna).focus();
  await phones.page.keyboard.press('ArrowRight');
  await expect(phones.key('Filter mode Inclusive', anna)).toBeFocused();
  await phones.key('Choose assistant', anna).click();
  await expect(phones.page.getByRole('menu')).toBeVisible();
  const violationsIn = async (part: string, colorScheme: 'light' | 'dark') => {
    await phones.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await new AxeBuilder({ page: phones.page }).include(part).withTags(tags).analyze();
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
  };
  // One phone and its menu: the whole page, of which most phones are alike, is looked at in phones.spec.ts.
  for (const theme of ['light', 'dark'] as const) expect(await violationsIn('[role=menu]', theme), theme).toEqual([]);
  await phones.page.keyboard.press('Escape');
  for (const theme of ['light', 'dark'] as const) {
    expect(await violationsIn('[data-phone="phone-60001"]', theme), theme).toEqual([]);
    expect(await violationsIn('header.top', theme), theme).toEqual([]);
  }
});
