/** The Configure dialog: what is saved is at the service, and calls at the switch go where the dialog says. */
import { expect, type Locator, type Page } from '@playwright/test';
import { demoPassword } from '../server/demo/world';
import { expectKept } from './fixtures/serviceDriver';
import { test } from './fixtures/shared';
import { kill } from './fixtures/test';

test.describe.configure({ mode: 'default' });

const peter = '+493055570142';

async function configure(page: Page, name: string, tab?: string): Promise<Locator> {
  await page.getByRole('button', { name: `Configure ${name}` }).click();
  const dialog = page.getByRole('dialog');
  if (tab !== undefined) await dialog.getByRole('tab', { name: tab }).click();
  return dialog;
}

/** Adds a pattern to a manager's list as the manager does: on the manager's own page. */
async function onManagersPage(page: Page, port: number, userId: string, pattern: string): Promise<void> {
  await page.goto(`http://127.0.0.1:${port}/manager/`);
  await page.getByLabel('User ID').fill(userId);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Only these callers reach you directly').fill(pattern);
  await page.keyboard.press('Enter');
  await expect(page.getByText(pattern, { exact: true })).toBeVisible();
}

test('default assistant: chosen by arrows, saved by Ctrl+Enter', async ({ assistant, page, world }) => {
  await assistant.signIn();
  const dialog = await configure(page, 'Anna Kowalska', 'Default assistant');
  await expect(dialog.getByRole('radio', { name: /Maya Lindqvist/ })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: /Tom Berger/ })).toBeChecked();
  await expect(dialog).toContainText('Tom Berger is offline.');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expectKept(world, 'akowalska', { defaultAssistant: 'tom' });
  await expect(page.locator('[aria-live]').filter({ hasText: 'Saved for Anna Kowalska.' })).toHaveCount(1);

  await configure(page, 'Anna Kowalska', 'Default assistant');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('radio', { name: /Maya Lindqvist/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expectKept(world, 'akowalska', { defaultAssistant: 'maya' });
});

test('divert to somebody found in the directory, by keyboard alone; a real call goes there', async ({
  assistant,
  page,
  pbx,
  world,
}) => {
  await assistant.signIn();
  const dialog = await configure(page, 'David Okafor', 'Divert');
  await dialog.getByText('A number', { exact: true }).click();
  const field = dialog.getByLabel('Number or name');
  await field.fill('olivia grant');
  const hits = page.getByRole('listbox', { name: 'People found' });
  await expect(hits.getByRole('option').first()).toBeVisible();
  const number = /(\d{4,})/.exec((await hits.getByRole('option').first().innerText()).replace(/\s/g, ''))?.[1] ?? '';
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(field).toHaveValue(number);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expectKept(world, 'dokafor', { divert: ['number', number] });

  const divertAll = assistant.toggle('Divert all, David Okafor');
  await divertAll.click();
  await assistant.toggle('Filter, David Okafor').click();
  await expectKept(world, 'dokafor', { divertAll: true, filterOn: false });
  await pbx.press(peter, 'dial', '60004');
  await pbx.expectAt(number, 'alerting');
  await pbx.expectIdle('39004');
});

test('a divert that comes back, and one that is no number, are refused at the field', async ({
  assistant,
  page,
  world,
}) => {
  await assistant.signIn();
  const dialog = await configure(page, 'Farid Sadeghi', 'Divert');
  await dialog.getByText('A number', { exact: true }).click();
  const field = dialog.getByLabel('Number or name');
  await field.fill('60006');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText('Calls diverted there would come back to this manager.');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.getByRole('alert').filter({ hasText: 'The service did not take this.' })).toBeVisible();
  await field.fill('12a#');
  // The list of people lies over it, for those who listen too.
  await expect(page.locator('#configure-save')).toHaveAttribute('aria-disabled', 'true');
  await expectKept(world, 'fsadeghi', { divert: ['activeAssistant', null] });
});

test('patterns: added, replaced, deleted, undone; kept as they are saved', async ({ assistant, page, world }) => {
  await assistant.signIn();
  const dialog = await configure(page, 'Elena Bianchi', 'Inclusive filter');
  const field = dialog.getByLabel('Only these callers reach');
  for (const pattern of ['1044', '4930*', '55XX']) {
    await field.fill(pattern);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('row', { name: pattern })).toBeVisible();
  }
  await dialog.getByRole('row', { name: '55XX' }).dblclick();
  await expect(field).toHaveValue('55XX');
  await field.fill('56XX');
  await dialog.getByRole('button', { name: 'Update' }).click();
  await expect(dialog.getByRole('row', { name: '55XX' })).toHaveCount(0);
  await dialog.getByRole('row', { name: '1044' }).click();
  await page.keyboard.press('Delete');
  await expect(dialog.getByRole('row', { name: '1044' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(dialog.getByRole('row', { name: '1044' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Remove 1044' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expectKept(world, 'ebianchi', { inclusive: ['4930*', '56XX'] });
});

test('many pasted at once: a verdict for each line, and only the good ones are added', async ({
  assistant,
  page,
  world,
}) => {
  await assistant.signIn();
  const dialog = await configure(page, 'Anna Kowalska', 'Exclusive filter');
  await dialog.getByLabel('These callers never reach').evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '1201\n12-02\n1201\n*\n4a9\n3312X');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const verdicts = dialog.getByRole('list', { name: 'What would be added' }).getByRole('listitem');
  await expect(verdicts).toHaveCount(6);
  for (const [at, words] of [
    'new',
    'new, stored as 1202',
    'named twice here',
    'would match every caller',
    'can’t be part of a pattern (character 2)',
    'new',
  ].entries())
    await expect(verdicts.nth(at)).toContainText(words);
  await expect(dialog).toContainText('3 new');
  await dialog.getByRole('button', { name: 'Add 3 patterns' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expectKept(world, 'akowalska', { exclusive: ['1201', '1202', '3312X'] });
});

test('the number tried out goes where the dialog says, before it is saved and in a real call after it', async ({
  assistant,
  page,
  pbx,
  world,
}) => {
  await assistant.signIn();
  const dialog = await configure(page, 'Amira Haddad', 'Inclusive filter');
  await dialog.getByLabel('Test a number').fill(peter);
  await expect(dialog.locator('.goes')).toContainText('Goes to Maya Lindqvist');
  await dialog.getByLabel('Only these callers reach').fill('4930555X*');
  await expect(dialog.getByText('Rings Amira')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Rings Amira', { exact: true })).toBeVisible();
  await expect(dialog.getByText('matches 4930555X*')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expectKept(world, 'ahaddad', { inclusive: ['4930555X*'] });
  await pbx.press(peter, 'dial', '60003');
  await pbx.expectAt('60003', 'alerting');
  await pbx.expectIdle('39003');
});

test('what is not saved is not closed away by accident', async ({ assistant, page, world }) => {
  await assistant.signIn();
  const dialog = await configure(page, 'Farid Sadeghi', 'Inclusive filter');
  await dialog.getByLabel('Only these callers reach').fill('777');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('tab', { name: 'Inclusive filter' })).toContainText('changed, not saved yet');
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Discard your changes?' });
  await expect(question.getByRole('button', { name: 'Keep editing' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(page.getByRole('dialog').getByRole('row', { name: '777' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await question.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectKept(world, 'fsadeghi', { inclusive: [] });
  await configure(page, 'Farid Sadeghi', 'Inclusive filter');
  await expect(page.getByRole('dialog').getByRole('row', { name: '777' })).toHaveCount(0);
});

test('the manager changes the same list meanwhile: it is said, and both can be kept', async ({
  assistant,
  context,
  page,
  world,
}) => {
  await assistant.signIn();
  const dialog = await configure(page, 'Farid Sadeghi', 'Inclusive filter');
  await dialog.getByLabel('Only these callers reach').fill('3141');
  await page.keyboard.press('Enter');
  await onManagersPage(await context.newPage(), world.ports.primary, 'fsadeghi', '2718');
  const note = dialog.getByRole('alert').filter({ hasText: 'Somebody else changed this meanwhile' });
  await expect(note).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await note.getByRole('button', { name: 'Combine both' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expectKept(world, 'fsadeghi', { inclusive: ['2718', '3141'] });
});

test('another assistant changes what is only looked at: it is shown as it is now', async ({
  assistant,
  openConsole,
  page,
  world,
}) => {
  await assistant.signIn();
  const tom = await openConsole({ kind: 'browser' });
  await tom.screen.signIn('tom');
  const here = await configure(page, 'Jun Tanaka', 'Exclusive filter');
  const there = await configure(tom.page, 'Jun Tanaka', 'Exclusive filter');
  await there.getByLabel('These callers never reach').fill('161803');
  await tom.page.keyboard.press('Control+Enter');
  await expect(there).toHaveCount(0);
  await expect(here.getByRole('row', { name: '161803' })).toBeVisible();
  await expect(here).toContainText('Somebody else changed this meanwhile; you see it as it is now.');
  await expectKept(world, 'jtanaka', { exclusive: ['88625550*', '161803'] });
});

// Last, since it changes which service is active.
test('the service dies while the dialog is open: what was typed stays, and is saved at the other', async ({
  assistant,
  page,
  world,
}) => {
  await assistant.signIn();
  const dialog = await configure(page, 'David Okafor', 'Inclusive filter');
  const field = dialog.getByLabel('Only these callers reach');
  await field.fill('8812');
  await page.keyboard.press('Enter');
  await field.fill('99');
  // Nobody takes over until that has been seen.
  const backup = world.service('backup').child;
  backup.kill('SIGSTOP');
  await kill(world, 'primary');
  await expect(dialog).toContainText('Not connected. What you changed stays here');
  backup.kill('SIGCONT');
  await expect(assistant.connection).toContainText('Connected to backup');
  await expect(dialog.getByRole('row', { name: '8812' })).toBeVisible();
  await expect(field).toHaveValue('99');
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expectKept(world, 'dokafor', { inclusive: ['8812', '99'] });
  await world.restart('primary');
});
