/** Panels resized and moved by mouse and by keyboard; what is arranged is there again after a restart; damaged files are kept aside and said. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './fixtures/shared';

test.describe.configure({ mode: 'default' });

const panel = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

async function box(of: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const found = await of.boundingBox();
  if (found === null) throw new Error('not on the screen');
  return found;
}
const widthOf = async (page: Page, name: string): Promise<number> => (await box(panel(page, name))).width;

/** Where a panel stands, in tens of pixels: separators and rounding do not count. */
async function places(page: Page): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const name of ['My calls', 'My managers']) {
    const { x, y, width, height } = await box(panel(page, name));
    all[name] = [x, y, width, height].map((one) => Math.round(one / 10)).join(' ');
  }
  return all;
}

/** The layout file, once it says what is wanted: it is written a moment after the last change. */
async function expectWritten(dataDir: string, wanted: (text: string) => boolean): Promise<void> {
  const file = path.join(dataDir, 'layout.json');
  await expect.poll(() => existsSync(file) && wanted(readFileSync(file, 'utf8'))).toBe(true);
}
const columnsIn = (text: string): string[][] =>
  (JSON.parse(text) as { columns: { groups: { panels: string[] }[] }[] }).columns.map(({ groups }) =>
    groups.map(({ panels }) => panels.join('+')),
  );
const sizesIn = (text: string): number[] =>
  (JSON.parse(text) as { columns: { size: number }[] }).columns.map(({ size }) => Math.round(size));

test('widths by keyboard and by mouse, kept over a restart', async ({ assistant, desk, page }) => {
  await assistant.signIn();
  const separator = page.getByRole('separator', { name: 'Widths of My calls and My managers' });
  const before = await widthOf(page, 'My calls');
  await separator.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => widthOf(page, 'My calls')).toBeGreaterThan(before + 10);
  const byKey = await widthOf(page, 'My calls');
  const { x, y, width, height } = await box(separator);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 30, y + height / 2, { steps: 3 });
  await page.mouse.move(x + width / 2 + 60, y + height / 2, { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => widthOf(page, 'My calls')).toBeGreaterThan(byKey + 30);
  const arranged = await places(page);
  const share = Math.round(((await widthOf(page, 'My calls')) / 1256) * 100);
  await expectWritten(desk.dataDir, (text) => Math.abs((sizesIn(text)[0] ?? 0) - share) <= 2);

  await desk.stop();
  const again = await desk.start();
  await again.signIn();
  await expect.poll(() => places(again.page)).toEqual(arranged);
});

test('moved by menu and by drag, kept over a restart, and put back by one command', async ({
  assistant,
  desk,
  page,
}) => {
  await assistant.signIn();
  const home = await places(page);
  const menu = page.getByRole('button', { name: 'Move panel: My managers' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Move left' }).press('Enter');
  await expect(menu).toBeFocused();
  await expectWritten(desk.dataDir, (text) => columnsIn(text)[0]?.some((one) => one.includes('managers')) === true);

  // A tab dragged out into a place of its own, below My calls.
  await page.getByRole('button', { name: 'Move panel: Directory' }).click();
  await expect(page.getByRole('menuitem', { name: 'Into a column of its own' })).toBeVisible();
  await page.keyboard.press('Escape');
  const target = await box(panel(page, 'My managers'));
  await page
    .getByRole('tab', { name: /^History/ })
    .dragTo(panel(page, 'My managers'), { targetPosition: { x: target.width / 2, y: target.height - 12 } });
  await expect(page.getByRole('tab', { name: /^History/ })).toHaveCount(0);
  await expect(panel(page, 'Call history')).toBeVisible();
  await expectWritten(desk.dataDir, (text) => columnsIn(text).flat().includes('history'));
  const arranged = await places(page);

  await desk.stop();
  const again = await desk.start();
  await again.signIn();
  await expect(panel(again.page, 'Call history')).toBeVisible();
  await expect.poll(() => places(again.page)).toEqual(arranged);

  await again.page.keyboard.press('Control+Shift+F9');
  await expect(again.page.getByRole('tab', { name: /^History/ })).toBeVisible();
  await expect.poll(() => places(again.page)).toEqual(home);
});

test('the tab that was in front is in front again', async ({ assistant, desk, page }) => {
  await assistant.signIn();
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('tab', { name: /^Speed dials/ })).toHaveAttribute('aria-selected', 'true');
  await expectWritten(desk.dataDir, (text) => text.includes('"active": "speedDials"'));
  await desk.stop();
  const again = await desk.start();
  await again.signIn();
  await expect(again.page.getByRole('tab', { name: /^Speed dials/ })).toHaveAttribute('aria-selected', 'true');
});

test('files that are damaged, or of a newer console, are kept aside and said', async ({ assistant, desk, page }) => {
  await assistant.signIn();
  await page.keyboard.press('Control+3');
  await expectWritten(desk.dataDir, (text) => text.includes('"active": "speedDials"'));
  await desk.stop();
  const file = (name: string): string => path.join(desk.dataDir, name);
  writeFileSync(file('layout.json'), '{ "version": 1, "columns": [');
  writeFileSync(file('preferences.json'), JSON.stringify({ version: 99 }));
  writeFileSync(file('settings.json'), 'no JSON at all');
  const again = await desk.start();
  const messages = again.page.locator('.banner--files');
  await expect(messages).toContainText('The arrangement of the panels could not be read.');
  await expect(messages).toContainText('Your preferences: written by a newer console.');
  await expect(messages).toContainText('The server settings could not be read.');
  const kept = readdirSync(desk.dataDir);
  for (const name of ['layout.damaged', 'preferences.newer', 'settings.damaged'])
    expect(
      kept.some((one) => one.startsWith(name)),
      `${name} in ${kept.join(', ')}`,
    ).toBe(true);
  expect(readFileSync(file(kept.find((one) => one.startsWith('settings.damaged')) ?? ''), 'utf8')).toBe(
    'no JSON at all',
  );
  // And it can be worked with; what was said stays until it is dismissed.
  await again.signIn();
  await expect(messages).toContainText('The server settings could not be read.');
  await messages.getByRole('button', { name: 'Dismiss' }).click();
  await expect(messages).toHaveCount(0);
  await again.page.keyboard.press('Control+4');
  await expect(again.page.getByRole('tab', { name: /^History/ })).toHaveAttribute('aria-selected', 'true');
});
