/** Every drag of product §6, with a real mouse: what the switch, or the list of speed dials, has afterwards. */
import { expect, type Locator, type Page } from '@playwright/test';
import { showPanel, test } from '../fixtures/shared';
import { amira, anna, grace, lars, own, peter, talk } from './callers';
import { clear } from './ways';
import { expectCalls } from './wholeSwitch';

const toLars = [{ [grace.dn]: 'alerting', [lars.dn]: 'alerting' }] as const;
const larsRow = (page: Page): Locator => page.getByRole('row', { name: new RegExp(lars.name) });

async function findLars(page: Page): Promise<void> {
  await showPanel(page, 'Directory');
  await page.getByLabel('Search the directory').fill('lars and');
  await expect(larsRow(page)).toBeVisible();
}

/** Drags what is at `from` over a tab until its panel has come forward, then on to wherever `to` is in it. */
async function dragOverTab(page: Page, from: Locator, tab: 'Speed dials' | 'History', to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  const head = page.getByRole('tab', { name: new RegExp(`^${tab}`) });
  await head.hover();
  await head.hover({ position: { x: 12, y: 12 } });
  await expect(head).toHaveAttribute('aria-selected', 'true');
  await to.hover();
  await to.hover();
  await page.mouse.up();
}

test('a call onto a person, a manager, a speed dial: blind transfer', async ({ assistant, page, pbx }) => {
  const place = { assistant, pbx };
  await assistant.signIn();
  await findLars(page);
  await talk(place, grace, anna);
  await assistant.call(grace.name).dragTo(larsRow(page));
  await expectCalls(pbx, ...toLars);
  await clear(place);

  await talk(place, grace, anna);
  await assistant.call(grace.name).dragTo(assistant.manager(amira.name).getByText(amira.name));
  await expectCalls(pbx, { [grace.dn]: 'alerting', [amira.dn]: 'alerting' });
  await clear(place);

  // A directory entry onto the speed dials, which are behind: a new entry.
  const panel = page.getByRole('region', { name: 'Speed dials' });
  await dragOverTab(page, larsRow(page), 'Speed dials', panel);
  const dialog = page.getByRole('dialog', { name: 'New speed dial' });
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue(lars.name);
  await expect(dialog.getByLabel('Number', { exact: true })).toHaveValue(lars.dn);
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  const entry = panel.getByRole('row', { name: new RegExp(lars.name) });
  await talk(place, grace, anna);
  await assistant.call(grace.name).dragTo(entry);
  await expectCalls(pbx, ...toLars);
  await clear(place);

  // And the other way round: a speed dial onto a call.
  await talk(place, grace, anna);
  await entry.dragTo(assistant.call(grace.name));
  await expectCalls(pbx, ...toLars);
});

test('a call onto a call: direct transfer', async ({ assistant, page, pbx }) => {
  const place = { assistant, pbx };
  await assistant.signIn();
  await talk(place, grace, anna);
  await talk(place, peter, amira);
  await assistant.call(grace.name).dragTo(assistant.call(peter.name));
  // The message passes by: it is looked for while the switch is.
  await Promise.all([
    expect(page.getByText(`${grace.name} and ${peter.name} are connected.`)).toBeVisible(),
    expectCalls(pbx, { [grace.dn]: 'connected', [peter.dn]: 'connected' }),
  ]);
});

test('a call onto the speed dials: a new entry of its number', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  await showPanel(page, 'Speed dials');
  await talk({ assistant, pbx }, grace, anna);
  await assistant.call(grace.name).dragTo(page.getByRole('region', { name: 'Speed dials' }));
  const dialog = page.getByRole('dialog', { name: 'New speed dial' });
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue(grace.name);
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: new RegExp(grace.name) })).toBeVisible();
  await expectCalls(pbx, { [grace.dn]: 'connected', [anna.proxy]: 'connected' });
});

test('a number onto a line, and onto Dial: a call', async ({ assistant, page, pbx }) => {
  const place = { assistant, pbx };
  await assistant.signIn();
  await findLars(page);
  await larsRow(page).dragTo(page.getByRole('option', { name: new RegExp(amira.proxy) }));
  await expectCalls(pbx, { [amira.proxy]: 'alerting', [lars.dn]: 'alerting' });
  await clear(place);

  await larsRow(page).dragTo(page.getByLabel('Dial a number'));
  await expectCalls(pbx, { [own]: 'alerting', [lars.dn]: 'alerting' });
  await expect(page.getByLabel('Dial a number')).toHaveValue('');
});

test('a drop that cannot be done says why and does nothing', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  await findLars(page);
  await pbx.press(grace.dn, 'dial', anna.dn);
  await expect(assistant.call(grace.name)).toHaveAttribute('data-call-state', 'alerting');
  await assistant.call(grace.name).dragTo(larsRow(page));
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
    'Only an answered call can be transferred.',
  );
  await expectCalls(pbx, { [grace.dn]: 'alerting', [anna.proxy]: 'alerting' });
});
