/** Keys: those of every command, as the console itself prints them on its cheat sheet (what is printed there must work), and text. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { root } from '../../build/scripts/paths';
import { commandNames, type CommandName } from '../../renderer/commands/names';
import type { PanelId } from '../../shared/console/layout';

export type Keys = ReadonlyMap<CommandName, readonly string[]>;

/** As Playwright presses them. */
export async function keysOnCheatSheet(page: Page): Promise<Keys> {
  await page.keyboard.press('Control+/');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  const printed = await sheet.locator('dl > div').evaluateAll((rows) =>
    rows.map((row) => ({
      name: row.querySelector('dt')?.textContent ?? '',
      keys: [...row.querySelectorAll('kbd')].map((key) => key.textContent),
    })),
  );
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  const words = JSON.parse(readFileSync(path.join(root, 'renderer/strings/en/command.json'), 'utf8')) as Record<
    CommandName,
    string
  >;
  return new Map(
    commandNames.map((name) => {
      const row = printed.find((one) => one.name === words[name]);
      return [name, (row?.keys ?? []).map(asPressed)];
    }),
  );
}

const signs: Readonly<Partial<Record<string, string>>> = {
  Ctrl: 'Control',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
};

/** `Ctrl Shift H` is `Control+Shift+h`. */
function asPressed(printed: string): string {
  return printed
    .split(' ')
    .map((part) => signs[part] ?? (part.length === 1 ? part.toLowerCase() : part))
    .join('+');
}

/** Types into the field that has the focus, as soon as one has, then Enter. */
export async function enter(page: Page, text: string): Promise<void> {
  await expect(page.locator('input:focus')).toBeVisible();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Waits until the focus is in this panel, wherever in it. */
export async function expectFocusIn(page: Page, panel: PanelId): Promise<void> {
  const place = page.locator(`#panel-${panel}`);
  await expect(place.locator(':focus').or(place.and(page.locator(':focus')))).toHaveCount(1);
}
