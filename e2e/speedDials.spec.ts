/** Speed dials: made, changed, found, called; out as CSV and in again. In both hosts, since files leave and enter by each in its own way. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type FileChooser, type Locator, type Page } from '@playwright/test';
import { showPanel, test } from './fixtures/shared';
import { savedDir } from './fixtures/host';
import type { ConsoleDriver } from './fixtures/consoleDriver';

test.describe.configure({ mode: 'default' });

const grace = '+442079460118';
const panel = (page: Page): Locator => page.getByRole('region', { name: 'Speed dials', exact: true });
const row = (page: Page, name: string): Locator => panel(page).getByRole('row').filter({ hasText: name });
const names = (page: Page): Promise<string[]> => panel(page).locator('.sd-entry__name').allInnerTexts();

interface Entry {
  readonly name: string;
  readonly number: string;
  readonly notes?: string;
  /** Of a group that is not there yet. */
  readonly newGroup?: string;
}

/** By the form, as it opens. */
async function fillIn(page: Page, { name, number, notes, newGroup }: Entry): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('Number', { exact: true }).fill(number);
  if (newGroup !== undefined) {
    const choice = dialog.getByRole('combobox', { name: 'Group' });
    if ((await choice.count()) > 0) await choice.selectOption({ label: 'New group…' });
    await dialog.getByLabel('Name of the group').fill(newGroup);
  }
  if (notes !== undefined) await dialog.getByLabel('Notes').fill(notes);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
}

async function add(page: Page, entry: Entry): Promise<void> {
  await page.keyboard.press('Control+Shift+S');
  await fillIn(page, entry);
  await expect(row(page, entry.name)).toBeVisible();
}

async function begin(assistant: ConsoleDriver, entries: readonly Entry[]): Promise<void> {
  await assistant.signIn();
  await showPanel(assistant.page, 'Speed dials');
  for (const entry of entries) await add(assistant.page, entry);
}

const ruby: Entry = {
  name: 'Ruby Tennant',
  number: '+61 2 5550 0183',
  notes: 'Sydney, mornings only',
  newGroup: 'Far away',
};
const luc: Entry = { name: 'Luc Delacroix', number: '+33 1 99 00 04 17' };
const aoi: Entry = { name: '中村 葵', number: '+81355500164', notes: 'asks for "Aoi", comma, too' };

async function menuOf(page: Page, name: string, entry: string): Promise<void> {
  await row(page, name).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: entry }).click();
}

test('added, changed, deleted and brought back; sorted and searched; there after a restart', async ({
  assistant,
  desk,
  page,
}) => {
  await begin(assistant, [ruby, luc, aoi]);
  await expect.poll(() => names(page)).toEqual(['Luc Delacroix', 'Ruby Tennant', '中村 葵']);
  await panel(page).getByRole('button', { name: 'Name, ascending' }).click();
  await expect.poll(() => names(page)).toEqual(['中村 葵', 'Ruby Tennant', 'Luc Delacroix']);
  await panel(page).getByRole('button', { name: 'Number', exact: true }).click();
  await expect.poll(() => names(page)).toEqual(['Luc Delacroix', 'Ruby Tennant', '中村 葵']);

  const search = page.getByRole('searchbox', { name: 'Search speed dials' });
  await search.fill('morning');
  await expect.poll(() => names(page)).toEqual(['Ruby Tennant']);
  await search.fill('99 00 0417');
  await expect.poll(() => names(page)).toEqual(['Luc Delacroix']);
  await search.fill('nobody at all');
  await expect(panel(page)).toContainText('Nothing found');
  await page.keyboard.press('Escape');
  await expect(row(page, 'Ruby')).toBeVisible();

  await menuOf(page, 'Luc', 'Change…');
  await fillIn(page, { name: 'Luc D.', number: '+33199000418' });
  await expect(row(page, 'Luc D.')).toContainText('04 18');
  await row(page, 'Luc D.').click();
  await page.keyboard.press('Delete');
  await expect(row(page, 'Luc D.')).toHaveCount(0);
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Luc D.')).toBeVisible();

  // A group of its own, entry moved there, folded, renamed, deleted with what is in it, and back.
  await panel(page).getByRole('button', { name: 'Speed dials: more' }).click();
  await page.getByRole('menuitem', { name: 'New group…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Paris');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Paris')).toBeVisible();
  await menuOf(page, 'Luc D.', 'Move to Paris');
  await row(page, 'Paris').click();
  await expect(row(page, 'Luc D.')).toHaveCount(0);
  await row(page, 'Paris').press('ArrowRight');
  await expect(row(page, 'Luc D.')).toBeVisible();
  await menuOf(page, 'Paris', 'Delete group');
  await expect(row(page, 'Luc D.')).toHaveCount(0);
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click();
  await expect(row(page, 'Luc D.')).toBeVisible();

  const before = await names(page);
  await desk.stop();
  const again = await desk.start();
  await again.signIn();
  await showPanel(again.page, 'Speed dials');
  await expect.poll(() => names(again.page)).toEqual(before);
});

test('what can not be dialled or has no name is refused at its field', async ({ assistant, page }) => {
  await assistant.signIn();
  await showPanel(page, 'Speed dials');
  await page.keyboard.press('Control+Shift+S');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Number', { exact: true }).fill('call me');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('A name is needed.');
  await expect(dialog).toContainText('Only digits, +, * and # can be dialled.');
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
});

test('called by Enter, by double click, by its button; a call is transferred to one', async ({
  assistant,
  page,
  pbx,
}) => {
  await begin(assistant, [ruby, { ...luc, number: '1010' }]);
  await row(page, 'Luc').click();
  await page.keyboard.press('Enter');
  await pbx.expectAt('1010', 'alerting');
  await pbx.press('1010', 'answer');
  await pbx.expectAt('2001', 'connected');
  await pbx.endAllCalls();
  await pbx.expectIdle('2001');
  await row(page, 'Luc').dblclick();
  await pbx.expectAt('1010', 'alerting');
  await pbx.endAllCalls();
  await pbx.expectIdle('2001');
  await row(page, 'Luc').hover();
  await row(page, 'Luc').getByRole('button', { name: 'Call Luc Delacroix' }).click();
  await pbx.expectAt('1010', 'alerting');
  await pbx.endAllCalls();

  await pbx.press(grace, 'dial', '60001');
  await expect(assistant.call('Grace Whitfield')).toBeVisible();
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
  await menuOf(page, 'Luc', 'Transfer to');
  await pbx.expectIdle('39001');
  await pbx.expectAt('1010', 'alerting');
  await pbx.endAllCalls();

  await pbx.press(grace, 'dial', '60001');
  await expect(assistant.call('Grace Whitfield')).toBeVisible();
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
  await assistant.call('Grace Whitfield').dragTo(row(page, 'Luc'));
  await pbx.expectIdle('39001');
  await pbx.expectAt('1010', 'alerting');
});

test('out as CSV and in again: what comes back is what went out', async ({
  assistant,
  desk,
  hostKind,
  openConsole,
  page,
}) => {
  await begin(assistant, [ruby, luc, aoi]);
  await panel(page).getByRole('button', { name: 'Speed dials: more' }).click();
  const exportNow = (): Promise<void> => page.getByRole('menuitem', { name: 'Export as CSV' }).click();
  const file =
    hostKind === 'desktop' ? path.join(savedDir(desk.dataDir), 'speed-dials.csv') : await downloaded(page, exportNow);
  if (hostKind === 'desktop') await exportNow();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('3 speed dials');
  const buffer = readFileSync(file);
  expect(buffer.toString('utf8')).toContain('"asks for ""Aoi"", comma, too"');
  await desk.stop();

  const other = await openConsole();
  await other.screen.signIn();
  await showPanel(other.page, 'Speed dials');
  await choose(other.page, 'speed-dials.csv', buffer);
  const dialog = other.page.getByRole('dialog', { name: 'Import speed dials' });
  await dialog.getByRole('button', { name: 'Import 3 lines' }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => names(other.page)).toEqual(['Luc Delacroix', 'Ruby Tennant', '中村 葵']);
  await expect(row(other.page, 'Far away').first()).toBeVisible();
  await choose(other.page, 'speed-dials.csv', buffer);
  await expect(dialog).toContainText('Everything in the file is here already.');
});

test('the dialogs of the menu keep the focus, and give it back', async ({ assistant, page }) => {
  await begin(assistant, [ruby]);
  const more = panel(page).getByRole('button', { name: 'Speed dials: more' });
  const dialog = page.getByRole('dialog');
  const entry = (name: string): Locator => page.getByRole('menuitem', { name });
  const file = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('name,number\nAnna,1\n') };
  // Listened for from the start: a chooser asked for before the browser is told to hand it over never shows up.
  const choosers: FileChooser[] = [];
  page.on('filechooser', (chooser) => choosers.push(chooser));
  const chosen = async (files: typeof file): Promise<void> => {
    await expect.poll(() => choosers.length).toBe(1);
    await choosers.pop()?.setFiles(files);
  };

  // By the keyboard alone, then by the pointer.
  await more.press('Enter');
  await expect(entry('New speed dial')).toHaveAttribute('data-focused', 'true');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await expect(entry('Import from CSV…')).toHaveAttribute('data-focused', 'true');
  await page.keyboard.press('Enter');
  await chosen(file);
  await expect(dialog.getByRole('button', { name: 'Import 1 line' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(more).toBeFocused();

  await more.click();
  await entry('Import from CSV…').click();
  await chosen(file);
  await expect(dialog.getByRole('button', { name: 'Import 1 line' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(more).toBeFocused();

  await more.click();
  await entry('New group…').click();
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(more).toBeFocused();
});

test('wrong lines are shown with what is wrong, and left out; a file that is none is refused', async ({
  assistant,
  page,
}) => {
  await begin(assistant, [ruby]);
  const csv = [
    'group,name,number,notes',
    'Bank,Rosa Díaz,1201,',
    'Bank,,1202,',
    'Bank,Bad Number,twelve,',
    'Far away,Ruby Tennant,+61255500183,new note',
  ];
  await choose(page, 'bank.csv', Buffer.from(csv.join('\n')));
  const dialog = page.getByRole('dialog', { name: 'Import speed dials' });
  const line = (text: string): Locator => dialog.getByRole('row').filter({ hasText: text });
  await expect(line('Line 2')).toContainText('New');
  await expect(line('Line 3')).toContainText('Name: A name is needed.');
  await expect(line('Line 4')).toContainText('Number: Only digits');
  await expect(line('Line 5')).toContainText('Changed');
  await expect(dialog).toContainText('Wrong lines are left out.');
  await dialog.getByRole('button', { name: 'Import 2 lines' }).click();
  await expect(row(page, 'Rosa Díaz')).toBeVisible();
  await expect(row(page, 'Bad Number')).toHaveCount(0);
  await expect(row(page, 'Ruby Tennant')).toHaveCount(1);

  await choose(page, 'poem.csv', Buffer.from('O my luve is like\na red, red rose'));
  await expect(dialog.getByRole('alert')).toContainText('Its first line must name the columns');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
});

test('a person of the directory and a call are dragged here and kept', async ({ assistant, page, pbx }) => {
  await begin(assistant, [ruby]);
  // Beside the directory, which shares its place with this panel otherwise.
  await page.getByRole('button', { name: 'Move panel: Speed dials' }).click();
  await page.getByRole('menuitem', { name: 'As a tab beside My managers' }).click();
  // Which of the tabs left behind is in front is not this test's matter.
  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox', { name: 'Search the directory' }).fill('grant');
  const hit = page.getByRole('region', { name: 'Directory' }).getByRole('row').first();
  await expect(hit).toBeVisible();
  await hit.dragTo(row(page, 'Far away').first());
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue(/Grant/);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'Grant')).toBeVisible();

  await pbx.press(grace, 'dial', '60001');
  await assistant.call('Grace Whitfield').dragTo(row(page, 'Far away').first());
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Grace Whitfield');
  await expect(dialog.getByLabel('Number', { exact: true })).toHaveValue(grace);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'Grace Whitfield')).toBeVisible();
  await pbx.expectAt('39001', 'alerting');
});

async function downloaded(page: Page, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  expect(download.suggestedFilename()).toBe('speed-dials.csv');
  return await download.path();
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await panel(page).getByRole('button', { name: 'Speed dials: more' }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'Import from CSV…' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer });
}
