/** `npm run screenshots`: the product in a busy minute, written to docs/images (1280 × 800) and test-results/gallery (other sizes). Nothing is staged on the screen: the calls are made at the simulated phones. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, type Browser, type Page } from '@playwright/test';
import { chromiumFlags, ensureChromium } from '../build/scripts/chromium';
import { bundles, root } from '../build/scripts/paths';
import { startProcess } from '../build/scripts/processes';
import { startWorld, type World } from '../build/scripts/world';
import { demoPassword } from '../server/demo/world';
import { consoleDriver, type ConsoleDriver } from './fixtures/consoleDriver';
import { switchDriver, type SwitchDriver } from './fixtures/switchDriver';

/** What the documentation shows; the other sizes are for looking at. */
const folders = { documented: path.join(root, 'docs', 'images'), others: path.join(root, 'test-results', 'gallery') };
const themes = ['light', 'dark'] as const;
const sizes = [
  { width: 1280, height: 800, suffix: '' },
  { width: 1920, height: 1080, suffix: '-wide' },
  { width: 1024, height: 700, suffix: '-small' },
] as const;

async function shoot(page: Page, name: string): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const { width, height, suffix } of sizes) {
      await page.setViewportSize({ width, height });
      await page.screenshot({
        path: path.join(suffix === '' ? folders.documented : folders.others, `${name}-${theme}${suffix}.png`),
      });
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** The manager's page beside the console: on a desk, and on a phone. */
async function managerPage(browser: Browser, world: World): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`http://127.0.0.1:${world.ports.primary}/manager/`);
  await page.getByLabel('User ID').fill('akowalska');
  await shoot(page, 'manager-page-login');
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('answers for you')).toBeVisible();
  await page.getByLabel('Test a number').fill('+49 30 5557 0142');
  await page.getByLabel('Test a number').blur();
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(page, 'manager-page');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.screenshot({ path: path.join(folders.documented, `manager-page-phone-${theme}.png`) });
  }
  await page.close();
}

/** Two calls ring, one is held, one manager is talking. */
async function busyMinute(pbx: SwitchDriver, { page, call, toggle }: ConsoleDriver): Promise<void> {
  await pbx.press('+442079460118', 'dial', '60001');
  await expect(call('Grace Whitfield')).toBeVisible();
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
  await page.keyboard.press('F6');
  await pbx.expectAt('39001', 'hold');
  await pbx.press('60006', 'dial', '60005');
  await pbx.press('60005', 'answer');
  await toggle('Do not disturb, Jun Tanaka').click();
  await pbx.press('+886255500199', 'dial', '60004');
  await pbx.press('+493055570142', 'dial', '60003');
  await expect(call('Peter Brandt')).toBeVisible();
}

async function gallery(browser: Browser, world: World): Promise<void> {
  const pbx = switchDriver(world.ports.switch);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'assistant-console-gallery-'));
  const host = await startProcess('browser host', bundles.browserHost, [
    ...['--port', '0', '--data-dir', dataDir, '--heartbeat-interval-ms', '1000', '--request-timeout-ms', '1000'],
    ...['--primary', `127.0.0.1:${world.ports.primary}`, '--backup', `127.0.0.1:${world.ports.backup}`],
  ]);
  try {
    const page = await browser.newPage();
    await page.goto(String(host.ready['url']));
    await expect(page.getByLabel('User ID')).toBeVisible();
    await shoot(page, 'login');
    const console = consoleDriver(page);
    await console.signIn();
    await shoot(page, 'quiet');
    await busyMinute(pbx, console);
    await page.getByRole('searchbox', { name: 'Search the directory' }).fill('an');
    await expect(console.panel('Directory').getByRole('row')).toHaveCount(25);
    await shoot(page, 'main');
    await page.getByRole('button', { name: 'Configure Anna Kowalska' }).click();
    await page.getByLabel('Only these callers reach').fill('49*30');
    await page.getByLabel('Test a number').fill('+49 30 5557 0142');
    await shoot(page, 'configure');
    await page.keyboard.press('Escape');
    await managerPage(browser, world);
    const phones = await browser.newPage();
    await phones.goto(`http://127.0.0.1:${world.ports.switch}/phones/`);
    await expect(phones.getByText('Anna Kowalska').first()).toBeVisible();
    await shoot(phones, 'phones');
    await phones.close();
    await world.service('primary').stop();
    await world.service('backup').stop();
    await expect(page.getByText('Last known state').first()).toBeVisible();
    await shoot(page, 'stale');
  } finally {
    await host.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
const dataDir = mkdtempSync(path.join(tmpdir(), 'assistant-console-gallery-world-'));
const world = await startWorld({ dataDir, ports: { switch: 0, primary: 0, backup: 0 }, callsPerMinute: 0 });
const browser = await chromium.launch({ executablePath: ensureChromium(console.log), args: [...chromiumFlags] });
try {
  await gallery(browser, world);
} finally {
  await browser.close();
  await world.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
