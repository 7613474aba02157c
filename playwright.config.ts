import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './build/scripts/chromium';
import type { HostOptions } from './e2e/fixtures/test';

const executablePath = findChromium();

/** Run `npm run build` first: the tests drive what is in `dist/`. */
export default defineConfig<HostOptions>({
  testDir: 'e2e',
  globalSetup: './e2e/globalSetup.ts',
  // Every test has a world of its own (switch, two services, console); two cores carry two of them.
  workers: 2,
  fullyParallel: true,
  // A test is half a dozen processes and a browser on a machine that does other things, too; what needs its second try is listed.
  retries: 1,
  // Patience, not a measure of speed: a busy machine takes its time, and only a test that fails waits as long as this.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    launchOptions: { args: [...chromiumFlags], ...(executablePath ? { executablePath } : {}) },
    screenshot: 'only-on-failure',
  },
  // One suite for the desktop host; the browser host shows that it carries the same (design.md: two hosts, one console).
  projects: [
    {
      name: 'desktop',
      testMatch: [
        'calls',
        'failover',
        'directory',
        'filters',
        'refusals',
        'desktop',
        'desktopSystem',
        'security',
        'desktopRecordings',
        'desktopLinks',
        'desktopShell',
        'desktopUpdates',
        'packaged',
        'speedDials',
        'login',
        'commands/keyboard',
      ].map((name) => `**/${name}.spec.ts`),
      use: { hostKind: 'desktop' },
    },
    {
      name: 'browser',
      testMatch: [
        'calls',
        'accessibility',
        'assistive',
        'phones',
        'start',
        'postgres',
        'tls',
        'link',
        'recording',
        'managerPage',
        'managerKeys',
        'managers',
        'configure',
        'layout',
        'speedDials',
        'history',
        'directoryPanel',
        'login',
        'preferences',
        'rightCall',
        'commands/{toolbar,menus,drag,halfDone,ringing,badInput}',
        'faults/{lines,processes,flapping,backends}',
      ].map((name) => `**/${name}.spec.ts`),
      use: { hostKind: 'browser' },
    },
  ],
});
