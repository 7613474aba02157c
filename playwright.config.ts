import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './build/scripts/chromium';

const executablePath = findChromium();

/** Run `npm run build` first: the tests drive what is in `dist/`. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // Every test has a world of its own (switch, two services, console); two cores carry two of them.
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    launchOptions: { args: [...chromiumFlags], ...(executablePath ? { executablePath } : {}) },
    screenshot: 'only-on-failure',
  },
});
