/** The one Chromium of a stand-in: a temporary profile, gone with the process; Playwright's second client comes in by the DevTools line. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserContext } from '@playwright/test';
import { chromium } from '@playwright/test';

const prefix = 'console-standin-';
sweep();
const profile = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
process.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

/** Resolves when Chromium is up and has been announced. Chromium ends with this process, however that ends: its pipe closes. */
export const browserContext: Promise<BrowserContext> = launch();

async function launch(): Promise<BrowserContext> {
  const executablePath = process.env['CHROMIUM_PATH'];
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath === undefined ? {} : { executablePath }),
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: null,
    args: ['--remote-debugging-port=0'],
    // The app itself hears the signals, as under Electron.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  process.stderr.write(`DevTools listening on ${await devToolsUrl()}\n`);
  return context;
}

/** Chromium writes port and path of its DevTools endpoint into the profile. */
async function devToolsUrl(): Promise<string> {
  for (;;) {
    const [port, endpoint] = read().split('\n');
    if (port && endpoint) return `ws://127.0.0.1:${port}${endpoint}`;
    await delay(10);
  }
}

function read(): string {
  try {
    return readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8');
  } catch {
    return '';
  }
}

/** A stand-in that was killed could not delete its profile: the next one does. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = /^console-standin-(\d+)-/.exec(name) ?? [];
    if (pid === undefined || existsSync(`/proc/${pid}`) || process.platform !== 'linux') continue;
    rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}
