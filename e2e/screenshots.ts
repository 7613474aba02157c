/** `npm run screenshots`: every screen and dialog, written to docs/images. Most are the product itself at work; a few are scenes of renderer/testing. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, ensureChromium } from '../build/scripts/chromium';
import { startWorld } from '../build/scripts/world';
import { consoleDriver } from './fixtures/consoleDriver';
import { openHost } from './fixtures/host';
import { switchDriver } from './fixtures/switchDriver';
import { takeOtherPages, takeOutage, takeProduct } from './gallery/product';
import { takeScenes } from './gallery/scenes';
import { folder, sizes } from './gallery/shoot';

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (name.endsWith('.png')) rmSync(path.join(folder, name));

const dataDir = mkdtempSync(path.join(tmpdir(), 'assistant-console-gallery-'));
const world = await startWorld({ dataDir, ports: { switch: 0, primary: 0, backup: 0 }, callsPerMinute: 0 });
const browser = await chromium.launch({ executablePath: ensureChromium(console.log), args: [...chromiumFlags] });
try {
  await takeScenes(browser);
  await takeOtherPages(browser, world);
  const context = await browser.newContext({ viewport: sizes.usual, locale: 'en-GB', reducedMotion: 'reduce' });
  const host = await openHost('browser', world, context);
  try {
    const desk = { world, pbx: switchDriver(world.ports.switch), screen: consoleDriver(host.page) };
    await takeProduct(desk);
    await takeOutage(desk);
  } finally {
    await host.stop();
  }
} finally {
  await browser.close();
  await world.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
