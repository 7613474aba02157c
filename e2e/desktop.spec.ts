/** The desktop host's real main.ts and preload.ts, in a real Chromium page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import type { ExposedBridge } from '../shared/bridgeWire';
import { launchDesktop, shownWindow } from './standin/launch';

interface Desktop {
  readonly app: ElectronApplication;
  readonly page: Page;
}

const test = base.extend<{ desktop: Desktop }>({
  desktop: async ({}, use) => {
    const userData = mkdtempSync(path.join(tmpdir(), 'console-desktop-'));
    const app = await launchDesktop({
      ASSISTANT_CONSOLE_USER_DATA: userData,
      ASSISTANT_CONSOLE_PRIMARY: '127.0.0.1:1',
      ASSISTANT_CONSOLE_BACKUP: '127.0.0.1:2',
    });
    const page = await shownWindow(app);
    await page.waitForFunction(() => 'consoleBridge' in window);
    await use({ app, page });
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  },
});

/** Runs in the page. */
const ask = (page: Page, name: string, args: unknown) =>
  page.evaluate(
    ([requestName, requestArgs]) =>
      (window as unknown as { consoleBridge: ExposedBridge }).consoleBridge.request(requestName, requestArgs),
    [name, args] as const,
  );

test('shows the login screen, with the servers of the environment', async ({ desktop: { page } }) => {
  await expect(page.getByLabel('User ID')).toBeVisible();
  await expect(page.getByLabel('Password')).toBeVisible();
  expect(await ask(page, 'open', {})).toMatchObject({
    ok: true,
    value: { settings: { primary: { host: '127.0.0.1', port: 1 }, backup: { host: '127.0.0.1', port: 2 } } },
  });
});

test('says that no server can be reached', async ({ desktop: { page } }) => {
  const answer = await ask(page, 'login', { userId: 'maya', password: 'anything', remember: false });
  expect(answer).toEqual({ ok: true, value: { status: 'failed', failure: 'unreachable' } });
});

test('the window gives the page nothing of Node', async ({ desktop: { app, page } }) => {
  // The real window tells its preferences by a method the type declarations leave out, the stand-in by its options.
  const preferences = await app.evaluate(({ BrowserWindow }): object[] =>
    BrowserWindow.getAllWindows().map((window) => {
      const { options } = window as unknown as { options?: { webPreferences: object } };
      if (options !== undefined) return options.webPreferences;
      return (window.webContents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences();
    }),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  const seen = await page.evaluate(() => {
    const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'ipcRenderer', 'electron'];
    return names.filter((name) => name in window);
  });
  expect(seen).toEqual([]);
  const bridge = await page.evaluate(() => {
    const { consoleBridge } = window as unknown as { consoleBridge: object };
    return { keys: Object.keys(consoleBridge), frozen: Object.isFrozen(consoleBridge) };
  });
  expect(bridge).toEqual({ keys: ['host', 'request', 'subscribe'], frozen: true });
});

test('a request that does not fit the contract is refused with a typed error', async ({ desktop: { page } }) => {
  const refused = (code: string) => ({ ok: false, error: { code } });
  expect(await ask(page, 'noSuchRequest', {})).toEqual(refused('unknownRequest'));
  expect(await ask(page, 'constructor', {})).toEqual(refused('unknownRequest'));
  expect(await ask(page, 'login', { userId: 7 })).toEqual(refused('badRequest'));
  expect(await ask(page, 'command', { id: 'x', command: { type: 'reboot' } })).toEqual(refused('badRequest'));
  expect(await ask(page, 'open', {})).toMatchObject({ ok: true });
});

test('pushes reach the page until it has heard enough', async ({ desktop: { page } }) => {
  const heard = await page.evaluate(async () => {
    const { consoleBridge } = window as unknown as { consoleBridge: ExposedBridge };
    const kinds: string[] = [];
    const opened = await consoleBridge.request('open', {});
    if (!opened.ok) throw new Error('open was refused');
    const { settings } = opened.value as { settings: object };
    const first = new Promise<void>((resolve) => {
      const end = consoleBridge.subscribe((push) => {
        kinds.push(push.kind);
        end();
        resolve();
      });
    });
    await consoleBridge.request('saveSettings', { ...settings, logLevel: 'debug' });
    await first;
    await consoleBridge.request('saveSettings', { ...settings, logLevel: 'warn' });
    return kinds;
  });
  expect(heard).toEqual(['settings']);
});

test('navigation and new windows are denied', async ({ desktop: { app, page } }) => {
  const before = page.url();
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.textContent = 'away';
    document.body.append(link);
    link.click();
  });
  // The page still answers, where it was.
  await expect(page.getByLabel('User ID')).toBeVisible();
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
});

test('ends in order', async ({ desktop: { app } }) => {
  const child = app.process();
  await app.close();
  expect(child.exitCode).toBe(0);
});
