/** Takes one picture of a page as it stands now, in a theme and a size, into docs/images. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../build/scripts/paths';
import { toPalettePng } from './palettePng';

export const folder = path.join(root, 'docs', 'images');

export type Theme = 'light' | 'dark' | 'contrast';
export const sizes = {
  usual: { width: 1280, height: 800 },
  small: { width: 1024, height: 700 },
  wide: { width: 1920, height: 1080 },
} as const;

/** What the system says; the console follows it. High contrast is a preference of the console alone. */
export async function showTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light', reducedMotion: 'reduce' });
  await page.evaluate((name) => {
    if (name === 'contrast') document.documentElement.dataset['theme'] = name;
    else delete document.documentElement.dataset['theme'];
  }, theme);
}

export async function picture(page: Page, name: string): Promise<void> {
  await page.waitForFunction(async () => {
    await document.fonts.ready;
    return [...document.images].every((image) => image.complete);
  });
  const png = await page.screenshot({ caret: 'hide' });
  writeFileSync(path.join(folder, `${name}.png`), toPalettePng(png));
}

export async function shoot(page: Page, name: string, themes: readonly Theme[] = ['light']): Promise<void> {
  for (const theme of themes) {
    await showTheme(page, theme);
    await picture(page, `${name}-${theme}`);
  }
  await showTheme(page, 'light');
}
