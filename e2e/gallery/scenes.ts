/** Pictures of what is seldom reached: other languages, forced colours, zoom, large letters, very many managers. Played by renderer/testing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { build, preview } from 'vite';
import { root } from '../../build/scripts/paths';
import { picture, sizes } from './shoot';

interface ScenePicture {
  readonly name: string;
  /** What gallery.html is asked for. */
  readonly query: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** As in the browser's zoom: fewer, larger pixels. */
  readonly zoom?: number;
  readonly forcedColors?: 'active';
  /** A button whose name begins so, and what it opens. */
  readonly press?: string;
}

const languages = ['de', 'fr', 'es', 'zh-Hant', 'ar'] as const;

const pictures: readonly ScenePicture[] = [
  ...languages.map((language) => ({ name: `main-${language}`, query: `scene=halfDone&lang=${language}` })),
  { name: 'preferences-ar', query: 'scene=quiet&lang=ar&overlay=preferences&tab=calls' },
  { name: 'forced-colours', query: 'scene=halfDone', forcedColors: 'active' },
  { name: 'zoom-200', query: 'scene=busy', size: { width: 640, height: 400 }, zoom: 2 },
  { name: 'text-150', query: 'scene=halfDone&text=150' },
  { name: 'managers-33', query: 'scene=managersFull', size: { width: 1920, height: 1080 } },
  { name: 'calls-500', query: 'scene=manyCalls' },
  { name: 'names', query: 'scene=conference' },
  { name: 'call-control-down', query: 'scene=controlDown' },
  { name: 'check-light', query: 'scene=linkFailover&overlay=check' },
  { name: 'check-ar', query: 'scene=linkFailover&overlay=check&lang=ar' },
  { name: 'recordings-light', query: 'scene=busy&overlay=recordings' },
  { name: 'export-light', query: 'scene=busy&overlay=export' },
  { name: 'link-light', query: 'scene=linkFailover', press: 'Connected' },
  { name: 'link-dark', query: 'scene=linkFlapping&theme=dark', press: 'Connected' },
  { name: 'shared-lines', query: 'scene=managersShared' },
];

export async function takeScenes(browser: Browser): Promise<void> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'assistant-console-scenes-'));
  const configFile = path.join(root, 'renderer', 'vite.config.ts');
  const input = path.join(root, 'renderer', 'testing', 'gallery.html');
  await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true, rolldownOptions: { input } } });
  const server = await preview({ configFile, logLevel: 'error', build: { outDir }, preview: { port: 0 } });
  try {
    const base = server.resolvedUrls?.local[0];
    if (base === undefined) throw new Error('the scenes have no address');
    for (const one of pictures) await takeScene(browser, base, one);
  } finally {
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}

async function takeScene(browser: Browser, base: string, { name, query, ...how }: ScenePicture): Promise<void> {
  const context = await browser.newContext({
    viewport: how.size ?? sizes.usual,
    deviceScaleFactor: how.zoom ?? 1,
    locale: 'en-GB',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    forcedColors: how.forcedColors ?? 'none',
  });
  const page = await context.newPage();
  await page.goto(new URL(`testing/gallery.html?${query}`, base).href);
  await page.locator('.window').waitFor();
  // A gesture: the page may make sounds from now on, so nothing need be said about that.
  await page.keyboard.press('Shift');
  if (how.press !== undefined) await page.getByRole('button', { name: new RegExp(`^${how.press}`) }).click();
  if (query.includes('overlay=') || how.press !== undefined) await page.getByRole('dialog').waitFor();
  await picture(page, name);
  await context.close();
}
