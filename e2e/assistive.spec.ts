/** What those get who listen, zoom or do not point: roles, names and counts, announcements, the focus, room at 200 % zoom. */
import { expect, type Page } from '@playwright/test';
import { showPanel, test } from './fixtures/shared';

const grace = '+442079460118';
const urgent = (page: Page) => page.getByTestId('announce-urgent');

test('grids, lists and the toolbar say what they are, what they are called and how much they hold', async ({
  assistant,
  page,
  pbx,
}) => {
  await assistant.signIn();
  await pbx.press(grace, 'dial', '60001');
  await expect(assistant.call(/Anna Kowalska/)).toBeVisible();

  const managers = assistant.panel('My managers').getByRole('grid');
  await expect(managers).toHaveAccessibleName(/managers/i);
  // Six managers and the head; every cell of a row has a column.
  await expect(managers.getByRole('row')).toHaveCount(7);
  const columns = await managers.getByRole('columnheader').count();
  for (const header of await managers.getByRole('columnheader').all()) await expect(header).toHaveAccessibleName(/\S/);
  const anna = assistant.manager('Anna Kowalska');
  await expect(anna.getByRole('gridcell').or(anna.getByRole('rowheader'))).toHaveCount(columns);
  await expect(anna.getByRole('rowheader')).toContainText('Anna Kowalska');
  for (const name of ['Do not disturb', 'Divert all', 'Filter', 'Assistant Watch', 'Alert tone']) {
    await expect(assistant.toggle(`${name}, Anna Kowalska`), name).toHaveCount(1);
  }

  const calls = assistant.panel('My calls').getByRole('listbox');
  await expect(calls).toHaveAccessibleName(/\S/);
  await expect(calls.getByRole('option', { name: /Grace Whitfield.*Ringing/s })).toHaveCount(1);

  const toolbar = page.getByRole('toolbar', { name: 'Call control' });
  const keys = { Answer: 'F2', 'Hang up': 'F4', Hold: 'F6', Transfer: 'F7', Redirect: 'F8' };
  for (const [name, key] of Object.entries(keys)) {
    const button = toolbar.getByRole('button', { name, exact: true });
    await expect(button).toHaveAttribute('aria-keyshortcuts', new RegExp(`(^| )${key}( |$)`));
  }
  // What cannot act stays in reach and says why.
  await expect(assistant.button('Hold')).toHaveAttribute('aria-disabled', 'true');
  await expect(assistant.button('Hold')).toHaveAccessibleDescription(/\S/);

  await page.getByRole('searchbox', { name: 'Search the directory' }).fill('an');
  const hits = assistant.panel('Directory').getByRole('grid');
  await expect(hits).toHaveAccessibleName(/\S/);
  await expect(hits.getByRole('row')).toHaveCount(25);
});

test('landmarks, headings and tabs give the window its order', async ({ assistant, page }) => {
  await assistant.signIn();
  await expect(page.getByRole('banner')).toHaveCount(1);
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('contentinfo')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Assistant Console');
  for (const panel of ['My calls', 'My managers', 'Directory'] as const) {
    await expect(assistant.panel(panel).getByRole('heading', { level: 2, name: panel })).toHaveCount(1);
  }
  const tabs = page.getByRole('tablist', { name: 'Panels here' });
  await expect(tabs.getByRole('tab')).toHaveCount(3);
  // Where words have no room they are still read.
  await page.setViewportSize({ width: 1024, height: 700 });
  for (const name of ['Directory', 'Speed dials', 'History']) {
    await expect(tabs.getByRole('tab', { name: new RegExp(`^${name}`) })).toHaveCount(1);
  }
});

test('a ringing call is announced at once, the manager first, and takes neither focus nor keys', async ({
  assistant,
  page,
  pbx,
}) => {
  await assistant.signIn();
  const search = page.getByRole('searchbox', { name: 'Search the directory' });
  await search.click();
  await page.keyboard.type('a');
  await pbx.press(grace, 'dial', '60001');
  await expect(urgent(page)).toHaveText('Call for Anna Kowalska from Grace Whitfield');
  await expect(urgent(page)).toHaveAttribute('aria-live', 'assertive');
  await expect(search).toBeFocused();
  await page.keyboard.type('n');
  await expect(search).toHaveValue('an');
  await pbx.press('+886255500199', 'dial', '60003');
  await expect(urgent(page)).toHaveText(/^Call for Amira Haddad from .*2 calls are ringing\.$/);
  // Answering works from inside the text field, and the text stays.
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('an');
});

test('a transfer, a search and going offline are told as they come out', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  const told = page.locator('[aria-live], [role="status"], [role="alert"]');
  await page.getByRole('searchbox', { name: 'Search the directory' }).fill('kowal');
  await expect(told.filter({ hasText: '1 person found' }).first()).toBeAttached();
  await pbx.press(grace, 'dial', '60001');
  await expect(assistant.call(/Anna Kowalska/)).toBeVisible();
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
  await expect(assistant.button('Transfer')).toBeEnabled();
  await page.keyboard.press('F7');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('60004');
  await page.keyboard.press('Enter');
  await pbx.expectAt('60004', 'alerting');
  await expect(told.filter({ hasText: 'Grace Whitfield was transferred.' }).first()).toBeAttached();
  await page.keyboard.press('Control+Shift+O');
  await expect(told.filter({ hasText: /offline/i }).first()).toBeAttached();
  await expect(page.getByRole('button', { name: 'Offline. Account and settings' })).toBeVisible();
  await page.keyboard.press('Control+Shift+O');
  await expect(page.getByRole('button', { name: 'Online. Account and settings' })).toBeVisible();
});

test('what opens by a key takes the focus, keeps it, and gives it back', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  await pbx.press(grace, 'dial', '60001');
  await expect(assistant.call(/Anna Kowalska/)).toBeVisible();
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
  await expect(assistant.button('Transfer')).toBeEnabled();
  const search = page.getByRole('searchbox', { name: 'Search the directory' });
  const overlays = {
    transfer: 'F7',
    consult: 'Shift+F7',
    conference: 'Control+G',
    keypad: 'Shift+F9',
    palette: 'Control+K',
    preferences: 'Control+Comma',
    'cheat sheet': 'Control+/',
    about: 'Control+Shift+F1',
    'redirect target': 'Control+Shift+F8',
    'new speed dial': 'Control+Shift+S',
    configure: 'Control+Shift+G',
  };
  for (const [what, keys] of Object.entries(overlays)) {
    await search.focus();
    await page.keyboard.press(keys);
    const dialog = page.getByRole('dialog');
    await expect(dialog, what).toBeVisible();
    await expect(dialog, what).toHaveAccessibleName(/\S/);
    await expect(dialog.locator(':focus').or(page.locator('[role="dialog"]:focus')), what).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(dialog, what).toHaveCount(0);
    await expect(search, what).toBeFocused();
  }
});

test('Tab goes from above to below and comes through every part of the window', async ({ assistant, page }) => {
  await assistant.signIn();
  await page.getByRole('button', { name: /Account and settings/ }).focus();
  const places: string[] = [];
  for (let step = 0; step < 40; step += 1) {
    const place = await page.evaluate(() => {
      const at = document.activeElement;
      const part = at?.closest('section, .dial, [role="toolbar"], [role="tablist"], footer, .account');
      return part?.id || part?.className || '';
    });
    if (places.at(-1) !== place) places.push(place);
    if (place.includes('status')) break;
    await page.keyboard.press('Tab');
  }
  const order = ['account', 'dial', 'bar__commands', 'calls', 'managers', 'directory', 'status'];
  const found = order.map((part) => places.findIndex((place) => place.includes(part)));
  expect(found, places.join(' > ')).not.toContain(-1);
  expect(found, places.join(' > ')).toEqual([...found].sort((a, b) => a - b));
});

test('at 200 % zoom nothing has to be scrolled sideways and nothing overlaps', async ({ assistant, page, pbx }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await assistant.signIn();
  await pbx.press(grace, 'dial', '60001');
  await expect(page.getByRole('tab', { name: /My calls/ })).toContainText('1');
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && scrollX === 0);
  for (const keys of [null, 'Control+Comma', 'Control+K', 'Control+/', 'Control+Shift+S', 'Control+Shift+G']) {
    if (keys !== null) {
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog'), keys).toBeVisible();
      // Once it has come to rest.
      await expect(async () => {
        const box = await page.getByRole('dialog').boundingBox();
        expect(box?.x, keys).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0), keys).toBeLessThanOrEqual(640);
        expect((box?.y ?? 0) + (box?.height ?? 0), keys).toBeLessThanOrEqual(400);
      }).toPass({ timeout: 30_000 });
    }
    await expect.poll(fits, { message: keys ?? 'main window' }).toBe(true);
    if (keys !== null) await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  const [account, dial, link] = await Promise.all(
    ['.account__button', '.dial', '.pill'].map((part) => page.locator(part).boundingBox()),
  );
  expect((account?.x ?? 0) + (account?.width ?? 0)).toBeLessThanOrEqual(dial?.x ?? 0);
  expect((dial?.x ?? 0) + (dial?.width ?? 0)).toBeLessThanOrEqual(link?.x ?? 0);
});

test('whatever can be pressed is at least 24 by 24 pixels', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  await pbx.press(grace, 'dial', '60001');
  await expect(assistant.call(/Anna Kowalska/)).toBeVisible();
  for (const panel of ['Directory', 'Speed dials', 'History'] as const) {
    await showPanel(page, panel);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, a[href], [role="tab"], label:has(input), select')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter((element) => element.closest('.visually-hidden, [inert]') === null)
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
        .map(({ element, box }) => `${element.outerHTML.slice(0, 120)} ${box.width}×${box.height}`),
    );
    expect(small, panel).toEqual([]);
  }
});
