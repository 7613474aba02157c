/** Recordings on the desktop host, seen on the stand-in: opened by the system, and a report that leaves the machine. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expectNoViolations } from './fixtures/axe';
import { choose, password, prefer, rings, say, signIn, stateOf, test } from './fixtures/desktopBench';
import { hasElectron } from './standin/launch';

test.skip(hasElectron, 'shown by the stand-in only');

test('a recording that is double-clicked plays in a window without any way to the console', async ({ bench }) => {
  const desktop = await bench.launch();
  const { app, page } = desktop;
  await signIn(desktop, bench);
  const file = (name: string) => path.join(bench.userData, name);
  for (const name of ['one.acsession', 'other.json']) writeFileSync(file(name), `content of ${name}`);
  const startedAgainWith = (word: string) =>
    app.evaluate(({ app: electron }, argv) => electron.emit('second-instance', {}, argv, '/'), ['electron', '.', word]);
  await startedAgainWith(file('other.json'));
  await startedAgainWith(file('gone.acsession'));
  const opened = app.waitForEvent('window');
  await startedAgainWith(file('one.acsession'));
  const replay = await opened;
  await replay.waitForURL(/replay\.html\?open=file-/);
  expect(app.windows()).toHaveLength(2);
  expect(new URL(replay.url()).origin).not.toBe(new URL(page.url()).origin);

  const wanted = `/recording/${new URL(replay.url()).searchParams.get('open')}`;
  const fetched = (from: Page, url: string) =>
    from.evaluate(
      (at) =>
        fetch(at)
          .then((answer) => answer.text())
          .catch(() => 'refused'),
      url,
    );
  expect(await fetched(replay, wanted)).toBe('content of one.acsession');
  expect(await fetched(page, new URL(wanted, replay.url()).href)).toBe('refused');
  expect(await fetched(page, wanted)).toBe('refused');
  expect(
    await replay.evaluate(() => Object.keys(window).filter((name) => /bridge|require|process/i.test(name))),
  ).toEqual([]);

  // Another language is another menu bar, which Electron puts into every window.
  await prefer(desktop, { language: 'es' });
  await expect
    .poll(() => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label)))
    .toContain('&Edición');
  const withMenu = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => (window as unknown as { hasMenu: boolean }).hasMenu),
    );
  expect(await withMenu()).toEqual([true, false]);

  // Nobody is left signed in without a window to answer in.
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await ended).toBe(0);
});

test('Help → Report a problem: what is looked at is what is saved, and names nobody', async ({ bench }) => {
  const folder = path.join(bench.userData, 'saved');
  const desktop = await bench.launch({ STANDIN_SAVE_DIR: folder });
  const { page } = desktop;
  const connection = await signIn(desktop, bench);
  say(connection, 1, rings);
  await expect.poll(async () => (await stateOf(page)).console?.calls.length).toBe(1);
  await choose(desktop, 'reportProblem');
  const dialog = page.getByRole('dialog', { name: 'Report a problem' });
  await expect(dialog.getByLabel('What happened?')).toBeFocused();
  await page.keyboard.type('It rang twice.');
  await dialog.getByRole('button', { name: 'See what is sent' }).click();
  await expect(dialog).toContainText('This is everything that leaves this computer');
  const shown = new Map<string, string>();
  for (const tab of await dialog.getByRole('tab').all()) {
    await tab.click();
    const contents = dialog.getByRole('region', { name: /^Contents of / });
    shown.set((await contents.getAttribute('aria-label')) ?? '', (await contents.textContent()) ?? '');
  }
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(dialog).toHaveCount(0);

  const [name = ''] = readdirSync(folder);
  expect(name).toMatch(/^report-[\d-]+\.zip$/);
  const files = Object.entries(unzipSync(readFileSync(path.join(folder, name))));
  expect(files.map(([one]) => one).toSorted()).toEqual(
    ['link.json', 'log.txt', 'recording.acsession', 'settings.json', 'words.txt'].toSorted(),
  );
  for (const [one, bytes] of files) {
    const text = strFromU8(one.endsWith('.acsession') ? gunzipSync(bytes) : bytes);
    expect(shown.get(`Contents of ${one}`)).toBe(text.slice(0, 20_000));
    for (const secret of ['Peter', 'Anna', '0301234', 'maya', password, '127.0.0.1', 'token-1'])
      expect(text, `${one} and ${secret}`).not.toContain(secret);
  }
});
