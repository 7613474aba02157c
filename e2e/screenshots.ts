/**
 * `npm run screenshots`: every screen and dialog, written to docs/images. Most are the product itself at work; a few are scenes of
 * renderer/testing. `npm run screenshots -- scenes` or `-- product` takes that half alone.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { chromiumFlags, ensureChromium } from '../build/scripts/chromium';
import { startWorld } from '../build/scripts/world';
import { consoleDriver } from './fixtures/consoleDriver';
import { openHost } from './fixtures/host';
import { switchDriver } from './fixtures/switchDriver';
import { takeOtherPages, takeOutage, takeProduct } from './gallery/product';
import { takeScenes } from './gallery/scenes';
import { folder, sizes } from './gallery/shoot';

async function takeWorld(browser: Browser): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'assistant-console-gallery-'));
  const world = await startWorld({ dataDir, ports: { switch: 0, primary: 0, backup: 0 }, callsPerMinute: 0 });
  const context = await browser.newContext({ viewport: sizes.usual, locale: 'en-GB', reducedMotion: 'reduce' });
  const host = await openHost('browser', world, context);
  try {
    const desk = { world, pbx: switchDriver(world.ports.switch), screen: consoleDriver(host.page) };
    await takeProduct(desk);
    await takeOtherPages(browser, world);
    await takeOutage(desk);
  } finally {
    await host.stop();
    await world.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const half = process.argv[2];
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureChromium(console.log), args: [...chromiumFlags] });
try {
  if (half !== 'product') await takeScenes(browser);
  if (half !== 'scenes') await takeWorld(browser);
} finally {
  await browser.close();
}
