/** A hostile page, strangers on the line, and what becomes of the console when something breaks: seen on the stand-in. docs/security.md names these tests. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { expectNoViolations } from './fixtures/axe';
import { ask, password, prefer, rings, say, signIn, stateOf, test, type Desktop } from './fixtures/desktopBench';
import { hasElectron } from './standin/launch';

test.skip(hasElectron, 'shown by the stand-in only');

const logOf = (userData: string) => readFileSync(path.join(userData, 'logs', 'console.log'), 'utf8');
const boxes = ({ app }: Desktop) =>
  app.evaluate(({ dialog }) => (dialog as unknown as { boxes(): { message: string; buttons: string[] }[] }).boxes());
const press = ({ app }: Desktop, button: string) =>
  app.evaluate(({ dialog }, text) => (dialog as unknown as { press(text: string): void }).press(text), button);
/** The process of the console's page ends, as Electron tells it. */
const pageDies = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());

test('a hostile page runs no script of its own, reaches nothing outside, and stays where it is', async ({ bench }) => {
  const { app, page } = await bench.launch();
  const before = page.url();
  const reached: string[] = [];
  page.on('requestfinished', (request) => void reached.push(request.url()));
  const tried = await page.evaluate(async () => {
    const refused = async (act: () => unknown) => {
      try {
        const result: unknown = await act();
        return result === null ? 'refused' : 'done';
      } catch {
        return 'refused';
      }
    };
    const add = (tag: string, attributes: Record<string, string>) =>
      new Promise((resolve, reject) => {
        const made = Object.assign(document.createElement(tag), {
          onload: resolve,
          onerror: () => reject(new Error(tag)),
        });
        for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
        document.body.append(made);
        setTimeout(() => reject(new Error('nothing came of it')), 500);
      });
    const types = window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): object } };
    return {
      markup: await refused(() => (document.body.innerHTML = '<b>x</b>')),
      policy: await refused(() => types.trustedTypes.createPolicy('mine', { createHTML: (text: string) => text })),
      eval: await refused(
        // Not in the debugger's own turn, which may.
        () =>
          new Promise((resolve, reject) =>
            setTimeout(() => {
              try {
                resolve(window.eval('1'));
              } catch (error) {
                reject(new Error(String(error)));
              }
            }),
          ),
      ),
      fetch: await refused(() => fetch('https://example.com/')),
      file: await refused(() => fetch('file:///etc/passwd')),
      own: await refused(() => fetch('/index.html')),
      beacon: await refused(() => (navigator.sendBeacon('https://example.com/', 'x') ? null : null)),
      image: await refused(() => add('img', { src: 'https://example.com/x.png' })),
      script: await refused(() => add('script', { src: 'https://example.com/x.js' })),
      inline: await refused(() => add('link', { rel: 'stylesheet', href: 'data:text/css,*{}' })),
      frame: await refused(() => add('object', { data: 'https://example.com/' })),
      worker: await refused(() => new Worker('data:text/javascript,1')),
      service: await refused(() => navigator.serviceWorker.register('/assets/x.js')),
      camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
      window: await refused(() => window.open('https://example.com/')),
      overwrite: await refused(() => Object.assign(window, { consoleBridge: null })),
    };
  });
  expect(Object.entries(tried).filter(([, outcome]) => outcome !== 'refused')).toEqual([]);
  await page.evaluate(() => {
    for (const href of [
      'https://example.com/',
      'file:///etc/passwd',
      'app://replay/replay.html',
      'javascript:alert(1)',
    ]) {
      const link = Object.assign(document.createElement('a'), { href, target: '_self' });
      document.body.append(link);
      link.click();
    }
    window.addEventListener('beforeunload', (event) => event.preventDefault());
  });
  await expect(page.getByLabel('User ID')).toBeVisible();
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
  expect(reached.filter((url) => url.includes('example.com'))).toEqual([]);
  await expect.poll(() => logOf(bench.userData)).toContain('"what":"navigation"');
  expect(logOf(bench.userData)).toContain('"what":"new window"');
});

test('strangers on the line are refused, whatever they call themselves, and the console goes on', async ({ bench }) => {
  const desktop = await bench.launch();
  const { app, page } = desktop;
  await ask(page, 'openReplay', { id: null });
  await expect.poll(() => app.windows().length).toBe(2);
  const other = app.windows().find((window) => window !== page);
  await other?.waitForURL(/replay\.html$/);
  const answers = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const { handlers } = ipcMain as unknown as {
      handlers: Map<string, (event: object, ...args: unknown[]) => Promise<unknown>>;
    };
    const [ours, replay] = BrowserWindow.getAllWindows().map(({ webContents }) => webContents);
    const top = { url: 'app://console/index.html', parent: null, detached: false };
    const say = (sender: unknown, senderFrame: object | null, name: unknown = 'quit', args: unknown = {}) =>
      handlers.get('bridge:request')?.({ sender, senderFrame }, name, args);
    return {
      frame: await say(ours, { ...top, parent: top }),
      origin: await say(ours, { ...top, url: 'https://example.com/' }),
      gone: await say(ours, null),
      let_go: await say(ours, { ...top, detached: true }),
      replay: await say(replay, { ...top, url: 'app://replay/replay.html' }),
      replay_lies: await say(replay, top),
      nameless: await say(ours, top, { toString: 'open' }),
      channels: [...handlers.keys()],
    };
  });
  const untrusted = { ok: false, error: { code: 'untrusted' } };
  expect(answers).toEqual({
    ...{ frame: untrusted, origin: untrusted, gone: untrusted, let_go: untrusted },
    ...{ replay: untrusted, replay_lies: untrusted },
    nameless: { ok: false, error: { code: 'badRequest' } },
    channels: ['bridge:request'],
  });
  expect(await other?.evaluate(() => 'consoleBridge' in window)).toBe(false);
  const surface = await page.evaluate(() => {
    const { consoleBridge } = window as unknown as { consoleBridge: object };
    return { names: Object.keys(consoleBridge), frozen: Object.isFrozen(consoleBridge) };
  });
  expect(surface).toEqual({ names: ['host', 'request', 'subscribe'], frozen: true });
  await expect.poll(() => logOf(bench.userData)).toContain('"code":"untrusted"');
  expect((await stateOf(page)).abilities.restart).toBe(true);
});

test('every window says no to everything it can say no to', async ({ bench }) => {
  const { app, page } = await bench.launch();
  await ask(page, 'openReplay', { id: null });
  await expect.poll(() => app.windows().length).toBe(2);
  const options = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const { webPreferences, ...rest } = (
        window as unknown as { options: { webPreferences: Record<string, unknown> } }
      ).options;
      const { preload, ...preferences } = webPreferences;
      return { preload: typeof preload === 'string' && preload.endsWith('preload.cjs'), preferences, rest };
    }),
  );
  const closed = {
    ...{ sandbox: true, contextIsolation: true, webSecurity: true, disableDialogs: true },
    ...{ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false },
    ...{ allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false },
    ...{ navigateOnDragDrop: false, spellcheck: false, plugins: false, webgl: false },
  };
  const size = { minWidth: 1000, minHeight: 640, title: 'Assistant Console', show: false };
  expect(options).toEqual([
    {
      preload: true,
      preferences: { ...closed, backgroundThrottling: false },
      rest: expect.objectContaining(size) as object,
    },
    { preload: false, preferences: closed, rest: { ...size, width: 1280, height: 800 } },
  ]);
});

test('certificates, passwords, devices and captures are refused, whoever asks', async ({ bench }) => {
  const { app } = await bench.launch();
  const answers = await app.evaluate(({ app: electron, session, BrowserWindow }) => {
    type Emitter = { emit(name: string, ...args: unknown[]): boolean };
    const asked = (emitter: unknown, name: string, ...args: unknown[]) => {
      let prevented = false;
      let answer: unknown = 'none';
      const event = { preventDefault: () => (prevented = true) };
      (emitter as Emitter).emit(name, event, ...args, (given: unknown) => (answer = given ?? null));
      return [prevented, answer];
    };
    const { handlers, spellChecks } = session.defaultSession as unknown as {
      handlers: Map<string, (...args: unknown[]) => unknown>;
      spellChecks: boolean;
    };
    let captured: unknown = 'none';
    handlers.get('displayMedia')?.({}, (streams: unknown) => (captured = streams));
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return {
      certificate: asked(electron, 'certificate-error', contents, 'https://x/', 'E', {}),
      client: asked(electron, 'select-client-certificate', contents, 'https://x/', []),
      login: asked(electron, 'login', contents, {}, {}),
      hid: asked(session.defaultSession, 'select-hid-device', {}),
      usb: asked(session.defaultSession, 'select-usb-device', {}),
      serial: asked(session.defaultSession, 'select-serial-port', [], contents),
      bluetooth: asked(contents, 'select-bluetooth-device', []),
      files: asked(session.defaultSession, 'file-system-access-restricted', {})[1],
      stays: asked(contents, 'will-prevent-unload')[0],
      device: handlers.get('device')?.({}),
      classes: handlers.get('usbClasses')?.({ protectedClasses: ['hid'] }),
      captured,
      spellChecks,
    };
  });
  expect(answers).toEqual({
    ...{ certificate: [true, false], client: [true, null], login: [true, null] },
    ...{ hid: [true, null], usb: [true, null], serial: [true, ''], bluetooth: [true, ''] },
    ...{ files: 'deny', stays: true, device: false, classes: ['hid'], captured: null, spellChecks: false },
  });
});

test('a screen that breaks makes way for a calm one, by keyboard; its reference is in the log, and no name or number', async ({
  bench,
}) => {
  const desktop = await bench.launch({ STANDIN_SAVE_DIR: bench.userData });
  const { app, page } = desktop;
  const connection = await signIn(desktop, bench);
  say(connection, 1, rings);
  await prefer(desktop, { theme: 'contrast', language: 'de' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  // A promise nobody waits for: the screen goes on, and says so.
  await page.evaluate(() => {
    setTimeout(() => void Promise.reject(new TypeError('Anna Kowalska 0301234 secret-word')));
  });
  const strip = page.getByText(/Etwas ist schiefgegangen.*[A-Z0-9]{8}$/);
  await expect(strip).toBeVisible();
  // What the host would never send: the panels cannot draw it.
  const { console: known } = await stateOf(page);
  const broken = { ...known, managers: known?.managers.map((one) => ({ ...one, name: null })) };
  await app.evaluate(
    ({ BrowserWindow }, console) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('bridge:push', { kind: 'console', console, clockOffsetMs: 0 }),
    broken,
  );
  const screen = page.getByRole('alertdialog', { name: 'Dieser Bildschirm ist stehen geblieben' });
  await expect(screen.getByRole('button', { name: 'Konsole neu starten' })).toBeFocused();
  await expectNoViolations(page);
  const reference = (await screen.locator('bdi').textContent()) ?? 'none';
  await expect.poll(() => logOf(bench.userData)).toContain(`"reference":"${reference}","where":"screen"`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(screen.getByText('log.txt')).toBeVisible();
  await expect(screen.getByRole('button', { name: 'Bericht speichern…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(screen.getByText('Der Bericht ist gespeichert.')).toBeVisible();
  expect(logOf(bench.userData)).not.toMatch(/Kowalska|Anna|Brandt|0301234|3001|secret-word|token-1|maya/);
});

test('a page that dies is loaded again once, then the person is asked; after the restart who was remembered is signed in', async ({
  bench,
}) => {
  const relaunches = path.join(bench.userData, 'relaunches');
  const first = await bench.launch({ STANDIN_RELAUNCHES: relaunches });
  await signIn(first, bench, true);
  await pageDies(first);
  await expect(first.page.getByText(/was loaded again.*[A-Z0-9]{8}$/)).toBeVisible();
  expect(await boxes(first)).toEqual([]);
  await pageDies(first);
  await expect.poll(() => boxes(first)).toMatchObject([{ buttons: ['Restart the console', 'Save a report…', 'Quit'] }]);
  // A second error while the first one waits is for the log.
  await first.app.evaluate(() => void process.emit('uncaughtException', new Error('call of Anna Kowalska 0301234')));
  expect(await boxes(first)).toHaveLength(1);
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve));
  await press(first, 'Restart the console').catch(() => undefined);
  expect(await ended).toBe(0);
  expect(JSON.parse(readFileSync(relaunches, 'utf8'))).toEqual({ args: [expect.stringMatching(/main\.cjs$/)] });

  const second = await bench.launch();
  expect(await (await bench.service.connection()).accept()).toMatchObject({ type: 'login', userId: 'maya', password });
  await expect.poll(async () => (await stateOf(second.page)).link.phase).toBe('live');
  const report = await ask(second.page, 'prepareExport', { kind: 'report', minutes: 10, words: '' });
  const text = JSON.stringify(report);
  expect(text).toContain('a page is gone');
  expect(text).toContain('an error that nothing has caught');
  expect(text).not.toMatch(/Kowalska|0301234|secret-word/);
});

test('an error of the program itself is on the disk before anything else, and the person is asked', async ({
  bench,
}) => {
  const desktop = await bench.launch();
  const log = await desktop.app.evaluate(({ app }) => {
    process.emit('uncaughtException', new TypeError("Cannot read properties of undefined (reading 'Anna')"));
    const { readFileSync: read } = process.getBuiltinModule('node:fs');
    return read(`${app.getPath('userData')}/logs/console.log`, 'utf8');
  });
  expect(log).toContain('"said":"Cannot read properties of undefined"');
  expect(log).not.toContain('Anna');
  await expect.poll(() => boxes(desktop)).toMatchObject([{ message: 'Something in the console has broken.' }]);
  await press(desktop, 'Save a report…');
  await expect.poll(() => boxes(desktop)).toHaveLength(1);
  const ended = new Promise((resolve) => desktop.app.process().once('exit', resolve));
  await press(desktop, 'Quit').catch(() => undefined);
  expect(await ended).toBe(0);
});
