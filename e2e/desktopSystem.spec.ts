/** What the desktop host does with the system around it, seen on the stand-in: the real one's is on the release checklist. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { protocolVersion } from '../shared/protocol/messages';
import { emptyState } from '../electron/core/testing/scriptedService';
import { expectNoViolations } from './fixtures/axe';
import {
  ask,
  call,
  choose,
  gaveUp,
  manager,
  password,
  prefer,
  proxyLine,
  rings,
  say,
  signIn,
  stateOf,
  test,
  type Desktop,
} from './fixtures/desktopBench';
import { hasElectron } from './standin/launch';

test.skip(hasElectron, 'shown by the stand-in only');

/** Somebody works in another program. */
const blur = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.blur()));
const attention = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows() as unknown as { attention: string[]; isFocused(): boolean }[];
    return { done: window?.attention.filter((what) => what !== 'calm') ?? [], focused: window?.isFocused() };
  });

interface StandinNotification {
  shown(): object[];
  press(button: number): void;
  click(): void;
}
const shown = ({ app }: Desktop) =>
  app.evaluate(({ Notification }) => (Notification as unknown as StandinNotification).shown());
const press = ({ app }: Desktop, button = 0) =>
  app.evaluate(({ Notification }, index) => (Notification as unknown as StandinNotification).press(index), button);
const clickIt = ({ app }: Desktop) =>
  app.evaluate(({ Notification }) => (Notification as unknown as StandinNotification).click());

test('a remembered assistant is signed in by itself; logging out forgets', async ({ bench }) => {
  const file = path.join(bench.userData, 'remembered.json');
  const first = await bench.launch();
  expect((await stateOf(first.page)).signIn).toMatchObject({ canRemember: 'yes', rememberedUser: null });
  await signIn(first, bench, true);
  expect(readFileSync(file, 'utf8')).not.toContain(password);
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve));
  await ask(first.page, 'quit', {}).catch(() => undefined);
  expect(await ended).toBe(0);

  const second = await bench.launch();
  expect(await (await bench.service.connection()).accept()).toMatchObject({ type: 'login', userId: 'maya', password });
  await expect.poll(async () => (await stateOf(second.page)).link.phase).toBe('live');
  await ask(second.page, 'logout', {});
  expect(existsSync(file)).toBe(false);
  expect((await stateOf(second.page)).signIn.rememberedUser).toBeNull();
});

test('without a secret service nothing is kept, and the login screen can say why', async ({ bench }) => {
  const desktop = await bench.launch({ STANDIN_KEYCHAIN: 'basic_text' });
  expect((await stateOf(desktop.page)).signIn.canRemember).toBe('noKeychain');
  await signIn(desktop, bench, true);
  expect(existsSync(path.join(bench.userData, 'remembered.json'))).toBe(false);
});

test('a new call raises the window by preference, and never takes the focus', async ({ bench }) => {
  const desktop = await bench.launch();
  const connection = await signIn(desktop, bench);
  await blur(desktop);
  say(connection, 1, rings);
  await expect.poll(async () => (await stateOf(desktop.page)).console?.calls.length).toBe(1);
  // The taskbar flashes anyway; nothing comes over what somebody is working in.
  expect(await attention(desktop)).toEqual({ done: ['flash'], focused: false });
  say(connection, 2, gaveUp);
  await prefer(desktop, { popToFront: true });
  say(connection, 3, rings);
  await expect.poll(() => attention(desktop)).toEqual({ done: ['flash', 'shown', 'top', 'flash'], focused: false });
});

test('a notification names the manager first, answers or redirects once, and goes with the call', async ({ bench }) => {
  const desktop = await bench.launch();
  const connection = await signIn(desktop, bench);
  await blur(desktop);
  say(connection, 1, rings);
  await expect
    .poll(() => shown(desktop))
    .toEqual([
      {
        title: 'Anna Kowalska',
        body: 'Peter Brandt\n0301234',
        silent: true,
        actions: [
          { type: 'button', text: 'Answer' },
          { type: 'button', text: 'Redirect' },
        ],
      },
    ]);
  await press(desktop);
  const { connectionId } = call;
  expect((await connection.next('command')).command).toEqual({ type: 'answer', connectionId });
  expect(await shown(desktop)).toEqual([]);

  say(connection, 2, gaveUp);
  await expect.poll(() => shown(desktop)).toMatchObject([{ title: 'Anna Kowalska · Missed call' }]);
  await prefer(desktop, { language: 'de' });
  // What was missed has been looked at: nothing more is said of it.
  await ask(desktop.page, 'historySeen', {});
  await expect.poll(() => shown(desktop)).toEqual([]);
  say(connection, 3, rings);
  await expect
    .poll(() => shown(desktop))
    .toMatchObject([{ actions: [{ text: 'Annehmen' }, { text: 'Weiterleiten' }] }]);
  await press(desktop, 1);
  expect((await connection.next('command')).command).toEqual({ type: 'redirect', connectionId });
  // Sent on: it was not missed.
  say(connection, 4, gaveUp);
  await expect.poll(async () => (await stateOf(desktop.page)).console?.calls.length).toBe(0);
  expect(await shown(desktop)).toEqual([]);

  say(connection, 5, rings);
  await expect.poll(() => shown(desktop)).toHaveLength(1);
  await clickIt(desktop);
  await expect.poll(() => attention(desktop)).toMatchObject({ focused: true });
  await expect(desktop.page.locator(`[aria-selected=true]`).filter({ hasText: 'Peter Brandt' })).toBeVisible();
  say(connection, 6, gaveUp);
  await expect.poll(async () => (await stateOf(desktop.page)).console?.calls.length).toBe(0);
  await blur(desktop);
  await prefer(desktop, { notifications: false });
  say(connection, 7, rings);
  await expect.poll(async () => (await stateOf(desktop.page)).console?.calls.length).toBe(1);
  expect(await shown(desktop)).toEqual([]);
});

test('the window comes back where it was, but only onto a display that is there', async ({ bench }) => {
  const bounds = { x: 300, y: 120, width: 1100, height: 700 };
  const seen = ({ app }: Desktop) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  const first = await bench.launch();
  await first.app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds);
  await first.app.close();
  const second = await bench.launch();
  expect(await seen(second)).toEqual(bounds);
  await second.app.close();
  const third = await bench.launch({ STANDIN_DISPLAYS: '[{"x":5000,"y":0,"width":1920,"height":1040}]' });
  expect(await seen(third)).toMatchObject({ width: 1280, height: 800 });
});

test('Help → Check connection asks both servers, its report is copied; the link’s history opens by keyboard', async ({
  bench,
}) => {
  const desktop = await bench.launch();
  const { page } = desktop;
  const session = await signIn(desktop, bench);
  session.say({ type: 'pong', id: (await session.next('ping')).id });
  await expect(page.getByRole('button', { name: 'Connected to primary server' })).toBeVisible();
  await choose(desktop, 'checkConnection');
  const asked = await bench.service.connection();
  asked.say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'active' });
  expect((await asked.next('inspect')).token).toBe('token-1');
  const snapshot = { ...emptyState, lines: [proxyLine], managers: [manager] };
  const parameters = { heartbeatIntervalMs: 30_000, requestTimeoutMs: 30_000 };
  const position = { epoch: 1, seq: 0 };
  asked.say({ type: 'inspected', userId: snapshot.me.userId, parameters, serverTime: 0, position, snapshot });
  for (let trips = 0; trips < 3; trips += 1) asked.say({ type: 'pong', id: (await asked.next('ping')).id });

  const dialog = page.getByRole('dialog', { name: 'Check connection' });
  await expect(dialog.getByRole('status').filter({ hasText: 'The check is done.' })).toHaveText(
    'The check is done. Primary: All well. Backup: Fails at this step: Network.',
  );
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: 'Copy report' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('The report is in the clipboard.');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  // The page may write into the clipboard, not read it: pasted, as people do.
  const search = page.getByRole('searchbox', { name: 'Search the directory' });
  await page.keyboard.press('Control+F');
  await expect(search).toBeFocused();
  await page.keyboard.press('Control+V');
  await expect(search).toHaveValue(/^Check connection .* protocol 4 .*Primary · ws:\/\/127\.0\.0\.1:\d+ · All well\./);

  const link = page.getByRole('button', { name: 'Connected to primary server' });
  await link.focus();
  await page.keyboard.press('Enter');
  const history = page.getByRole('dialog', { name: 'The link to the service' });
  await expect(history.getByRole('listitem')).toHaveText(/Connected to the primary server$/);
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(history).toHaveCount(0);
  await expect(link).toBeFocused();
});

test('our page may choose the device that rings and copy a report, and nobody may do anything else', async ({
  bench,
}) => {
  const { app } = await bench.launch();
  const answers = await app.evaluate(({ session }) => {
    const { requestHandler, checkHandler } = session.defaultSession as unknown as {
      requestHandler: (contents: null, permission: string, answer: (yes: boolean) => void, details: object) => void;
      checkHandler: (contents: null, permission: string, origin: string, details: object) => boolean;
    };
    const ask = (permission: string, requestingUrl: string, isMainFrame: boolean) => {
      let granted = false;
      requestHandler(null, permission, (yes) => (granted = yes), { requestingUrl, isMainFrame });
      const checked = checkHandler(null, permission, new URL(requestingUrl).origin, { isMainFrame });
      return [granted, checked];
    };
    const page = 'app://console/index.html';
    return {
      device: ask('speaker-selection', page, true)[0],
      copies: ask('clipboard-sanitized-write', page, true)[0],
      reads: ask('clipboard-read', page, true)[0],
      ofAFrame: ask('speaker-selection', page, false),
      elsewhere: ask('speaker-selection', 'https://example.com/app://console/', true),
      replayCopies: ask('clipboard-sanitized-write', 'app://replay/replay.html', true)[0],
      replayRings: ask('speaker-selection', 'app://replay/replay.html', true)[0],
      likeOurs: ask('clipboard-sanitized-write', 'app://replay.example/', true),
      microphone: ask('media', page, true)[0],
      notifications: ask('notifications', page, true)[0],
      checked: checkHandler(null, 'speaker-selection', 'app://console/', { isMainFrame: true }),
      checkedMicrophone: checkHandler(null, 'media', 'app://console/', { isMainFrame: true }),
    };
  });
  expect(answers).toEqual({
    device: true,
    copies: true,
    reads: false,
    ofAFrame: [false, false],
    elsewhere: [false, false],
    replayCopies: true,
    replayRings: false,
    likeOurs: [false, false],
    microphone: false,
    notifications: false,
    checked: true,
    checkedMicrophone: false,
  });
});

test('says truly what it can do', async ({ bench }) => {
  const { page } = await bench.launch({ XDG_CURRENT_DESKTOP: 'KDE' });
  const system = process.platform === 'darwin' || process.platform === 'win32';
  expect((await stateOf(page)).abilities).toEqual({
    quit: true,
    popToFront: true,
    startWithComputer: system,
    notifications: true,
    saveFiles: true,
    menus: true,
    tray: true,
    systemKeys: true,
    restart: true,
  });
});

test('a file is saved where the system’s own dialog says, and nowhere else', async ({ bench }) => {
  const { app, page } = await bench.launch();
  const file = { name: 'speed-dials.csv', text: 'name,number\n' };
  expect(await ask(page, 'saveFile', file)).toEqual({ ok: true, value: { status: 'cancelled' } });
  expect(await ask(page, 'saveFile', { ...file, name: '../x.csv' })).toEqual({
    ok: false,
    error: { code: 'badRequest' },
  });
  const asked = await app.evaluate(({ dialog }) => (dialog as unknown as { asked: object[] }).asked);
  expect(asked).toEqual([
    { title: 'Save as', defaultPath: 'speed-dials.csv', filters: [{ name: 'CSV', extensions: ['csv'] }] },
  ]);

  const saving = await bench.launch({ STANDIN_SAVE_DIR: bench.userData });
  expect(await ask(saving.page, 'saveFile', file)).toEqual({ ok: true, value: { status: 'saved' } });
  expect(readFileSync(path.join(bench.userData, 'speed-dials.csv'), 'utf8')).toBe(file.text);
  // A file stands where the folder should be.
  const blocked = await bench.launch({ STANDIN_SAVE_DIR: path.join(bench.userData, 'speed-dials.csv') });
  expect(await ask(blocked.page, 'saveFile', file)).toEqual({ ok: true, value: { status: 'failed' } });
});

test('downloads are denied', async ({ bench }) => {
  const { app } = await bench.launch();
  const denied = await app.evaluate(({ session }) => {
    let prevented = false;
    const event = { preventDefault: () => (prevented = true) };
    (session.defaultSession as unknown as { emit(name: string, event: object): void }).emit('will-download', event);
    return prevented;
  });
  expect(denied).toBe(true);
});
