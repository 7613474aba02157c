/** What stands around the console's window, seen on the stand-in: menu bar, tray, badge, and what becomes of a closed window. */
import { expect } from '@playwright/test';
import { call, choose, gaveUp, prefer, rings, say, signIn, stateOf, test, type Desktop } from './fixtures/desktopBench';
import { hasElectron } from './standin/launch';

test.skip(hasElectron, 'shown by the stand-in only');

interface Item {
  readonly id?: string;
  readonly role?: string;
  readonly label: string;
  readonly enabled: boolean;
  readonly checked: boolean;
  readonly accelerator: string | null;
  readonly registerAccelerator: boolean;
  readonly submenu: { readonly items: readonly Item[] } | null;
  click(event?: object): void;
}
interface StandinTray {
  shown(): {
    readonly picture: string;
    readonly toolTip: string;
    readonly menu: { readonly items: readonly Item[] };
  } | null;
  click(): void;
}

/** As text: `id or role: label`, with what a person would see of it. */
const menus = ({ app }: Desktop) =>
  app.evaluate(({ Menu }) => {
    const bar = (Menu.getApplicationMenu()?.items ?? []) as unknown as readonly Item[];
    return bar.map(({ label, submenu }) => ({
      label,
      items: submenu?.items.map((item) => item.id ?? item.role) ?? [],
    }));
  });
const item = ({ app }: Desktop, command: string) =>
  app.evaluate(({ Menu }, id) => {
    const bar = (Menu.getApplicationMenu()?.items ?? []) as unknown as readonly Item[];
    const found = bar.flatMap(({ submenu }) => submenu?.items ?? []).find((one) => one.id === id);
    return found && { label: found.label, enabled: found.enabled, checked: found.checked, keys: found.accelerator };
  }, command);
const tray = ({ app }: Desktop) =>
  app.evaluate(({ Tray }) => {
    const { picture, toolTip, menu } = (Tray as unknown as StandinTray).shown() ?? {};
    const items = menu?.items.map(({ id, label, enabled }) => `${id ?? '-'}: ${label}${enabled ? '' : ' (disabled)'}`);
    return { picture, toolTip, items: items ?? [] };
  });
const clickTray = ({ app }: Desktop, command: string) =>
  app.evaluate(({ Tray }, id) => {
    const items = (Tray as unknown as StandinTray).shown()?.menu.items ?? [];
    items.find((one) => one.id === id)?.click();
  }, command);
const badge = ({ app }: Desktop) =>
  app.evaluate(({ app: electron }) => (electron as unknown as { badge: number }).badge);
const windows = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
const closeWindow = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
const picture = async (desktop: Desktop) => (await tray(desktop)).picture;

test('menu bar, tray and badge follow the calls, run what is clicked, and speak the person’s language', async ({
  bench,
}) => {
  const desktop = await bench.launch({ XDG_CURRENT_DESKTOP: 'KDE' });
  await expect.poll(() => item(desktop, 'answer')).toMatchObject({ enabled: false });
  expect(await tray(desktop)).toMatchObject({
    picture: 'signedOut.png',
    items: ['state0: Not signed in (disabled)', '-: ', 'open: Open console', 'quit: Exit'],
  });
  const connection = await signIn(desktop, bench);
  await expect.poll(() => picture(desktop)).toBe('connected.png');
  expect((await menus(desktop)).map(({ label }) => label.replace('&', ''))).toEqual([
    'File',
    'Edit',
    'Calls',
    'Managers',
    'Go to',
    'View',
    'Window',
    'Help',
  ]);

  say(connection, 1, rings);
  await expect
    .poll(() => item(desktop, 'answer'))
    .toEqual({ label: 'Answer', enabled: true, checked: false, keys: 'F2' });
  expect(await item(desktop, 'hangUp')).toMatchObject({ enabled: false });
  expect(await tray(desktop)).toMatchObject({
    picture: 'ringing.png',
    toolTip: 'Assistant Console\nConnected\nCalls ringing: 1',
  });
  expect(await badge(desktop)).toBe(1);
  const { connectionId } = call;
  await choose(desktop, 'answer');
  const { id, command } = await connection.next('command');
  expect(command).toEqual({ type: 'answer', connectionId });
  connection.say({ type: 'result', id, result: { status: 'done' } });

  say(connection, 2, gaveUp);
  await expect.poll(() => picture(desktop)).toBe('missed.png');
  expect(await badge(desktop)).toBe(1);
  say(connection, 3, rings);
  await expect.poll(() => badge(desktop)).toBe(2);
  await expect.poll(async () => (await tray(desktop)).items).toContain('answer: Answer');
  await clickTray(desktop, 'answer');
  expect((await connection.next('command')).command).toEqual({ type: 'answer', connectionId });

  // A tick tells what is on, and not that it was clicked.
  expect(await item(desktop, 'toggleRing')).toMatchObject({ label: 'Ring sound', checked: true });
  await choose(desktop, 'toggleRing');
  await expect.poll(async () => (await stateOf(desktop.page)).preferences.ring.on).toBe(false);
  await expect.poll(() => item(desktop, 'toggleRing')).toMatchObject({ checked: false });

  await prefer(desktop, { language: 'de' });
  await expect.poll(() => item(desktop, 'redirect')).toMatchObject({ label: 'Weiterleiten', enabled: true });
  expect((await menus(desktop)).map(({ label }) => label.replace('&', ''))).toContain('Bearbeiten');
  expect((await tray(desktop)).items).toContain('open: Konsole öffnen');

  connection.cut();
  await expect.poll(() => picture(desktop)).toBe('reconnecting.png');
  await expect.poll(() => item(desktop, 'redirect')).toMatchObject({ enabled: false });

  // A page that loads anew takes its menus with it, and brings them again.
  const seen = desktop.app.evaluate(
    ({ BrowserWindow, Menu }) =>
      new Promise<number>((resolve) => {
        BrowserWindow.getAllWindows()[0]?.webContents.once('dom-ready', () =>
          resolve(Menu.getApplicationMenu()?.items.length ?? 0),
        );
      }),
  );
  await desktop.page.reload();
  expect(await seen).toBe(4);
  await expect.poll(async () => (await menus(desktop)).length).toBe(8);
});

test('Windows: a closed window goes on in the tray by preference and says so once; Exit ends it', async ({ bench }) => {
  const env = { STANDIN_PLATFORM: 'win32' };
  const overlay = ({ app }: Desktop) =>
    app.evaluate(
      ({ BrowserWindow }) => (BrowserWindow.getAllWindows()[0] as unknown as { overlay: object } | undefined)?.overlay,
    );
  const said = ({ app }: Desktop) =>
    app.evaluate(({ Notification }) =>
      (Notification as unknown as { shown(): { body: string }[] }).shown().map(({ body }) => body),
    );
  const desktop = await bench.launch(env);
  const connection = await signIn(desktop, bench);
  await prefer(desktop, { closeToTray: true });
  await closeWindow(desktop);
  expect(await windows(desktop)).toEqual([false]);
  expect(await said(desktop)).toEqual([expect.stringContaining('The console is still running here')]);
  say(connection, 1, rings);
  await expect.poll(() => overlay(desktop)).toEqual({ picture: 'badge1.png', words: 'Calls ringing: 1' });
  say(connection, 2, gaveUp);

  await desktop.app.evaluate(({ Tray }) => (Tray as unknown as StandinTray).click());
  expect(await windows(desktop)).toEqual([true]);
  await closeWindow(desktop);
  expect(await windows(desktop)).toEqual([false]);
  await desktop.app.evaluate(({ app }) => app.emit('second-instance', {}, ['electron', '.'], '/'));
  expect(await windows(desktop)).toEqual([true]);
  await closeWindow(desktop);
  const ended = new Promise((resolve) => desktop.app.process().once('exit', resolve));
  await clickTray(desktop, 'quit');
  expect(await ended).toBe(0);
});

test('macOS: the menu bar outlives the window, and no key runs a command twice', async ({ bench }) => {
  const desktop = await bench.launch({ STANDIN_PLATFORM: 'darwin' });
  const { app } = desktop;
  const connection = await signIn(desktop, bench);
  await prefer(desktop, { language: 'fr' });
  await expect
    .poll(() => item(desktop, 'preferences'))
    .toMatchObject({ label: 'Préférences…', enabled: true, keys: 'Control+,' });
  expect((await menus(desktop))[0]?.items).toEqual(expect.arrayContaining(['preferences', 'services', 'hide', 'quit']));
  expect(await picture(desktop)).toBe('connectedTemplate.png');
  const bouncing = () =>
    app.evaluate(({ app: electron }) => (electron.dock as unknown as { bouncing: number }).bouncing);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur());
  say(connection, 1, rings);
  await expect.poll(bouncing).toBe(1);
  await expect.poll(() => item(desktop, 'answer')).toMatchObject({ enabled: true });
  // The key came to the page, which left it to the text field it was typed into.
  await app.evaluate(({ Menu }) => {
    const items = (Menu.getApplicationMenu()?.items ?? []) as unknown as readonly Item[];
    const found = items.flatMap(({ submenu }) => submenu?.items ?? []).find(({ id }) => id === 'answer');
    found?.click({ triggeredByAccelerator: true });
  });
  say(connection, 2, gaveUp);
  await expect.poll(bouncing).toBe(0);

  await closeWindow(desktop);
  await expect.poll(async () => (await menus(desktop)).length).toBe(5);
  expect(await windows(desktop)).toEqual([]);
  const opened = app.waitForEvent('window');
  await app.evaluate(({ app: electron }) => electron.emit('activate', {}, false));
  const page = await opened;
  await expect.poll(() => windows(desktop)).toEqual([true]);
  // The first command that comes is this one: the key's has not been sent.
  await choose(desktop, 'goOnlineOffline');
  expect((await connection.next('command')).command).toEqual({ type: 'setOnline', online: false });
  await choose(desktop, 'preferences');
  await expect(page.getByRole('dialog', { name: 'Préférences' })).toBeVisible();
});

test('where a tray icon is refused, or the desktop has none, closing the window ends the console', async ({
  bench,
}) => {
  for (const env of [{ XDG_CURRENT_DESKTOP: 'GNOME' }, { XDG_CURRENT_DESKTOP: 'KDE', STANDIN_TRAY: 'none' }] as const) {
    const desktop = await bench.launch(env);
    await prefer(desktop, { closeToTray: true });
    const ended = new Promise((resolve) => desktop.app.process().once('exit', resolve));
    await closeWindow(desktop);
    expect(await ended).toBe(0);
  }
});
