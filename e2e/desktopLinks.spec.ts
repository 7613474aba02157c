/** What other programs and the system ask of the desktop host, seen on the stand-in: telephone links, keys of every program, sleep, the end of the day. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { ConsoleEvent } from '../shared/calls/model';
import { Dn, LineId } from '../shared/ids';
import { expectNoViolations } from './fixtures/axe';
import { ask, call, gaveUp, prefer, rings, say, signIn, stateOf, test, type Desktop } from './fixtures/desktopBench';
import { hasElectron } from './standin/launch';

test.skip(hasElectron, 'shown by the stand-in only');

const ownLine: ConsoleEvent = {
  type: 'line',
  line: {
    lineId: LineId.parse('own'),
    dn: Dn.parse('2001'),
    kind: 'own',
    managerId: null,
    label: 'Maya',
    inUseElsewhere: false,
  },
};

/** A second start of the console with these words on its command line. */
const secondStart = ({ app }: Desktop, words: readonly string[]) =>
  app.evaluate(
    ({ app: electron }, argv) => void electron.emit('second-instance', {}, ['console', ...argv], '/tmp', {}),
    [...words],
  );
/** macOS. */
const openUrl = ({ app }: Desktop, url: string) =>
  app.evaluate(({ app: electron }, link) => {
    let prevented = false;
    electron.emit('open-url', { preventDefault: () => (prevented = true) }, link);
    return prevented;
  }, url);
const isFocused = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused());
const blur = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.blur()));
const power = ({ app }: Desktop, event: string) =>
  app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);

interface StandinKeys {
  registered(): readonly string[];
  press(keys: string): void;
}
const registered = ({ app }: Desktop) =>
  app.evaluate(({ globalShortcut }) => (globalShortcut as unknown as StandinKeys).registered());
const press = ({ app }: Desktop, keys: string) =>
  app.evaluate(({ globalShortcut }, wanted) => (globalShortcut as unknown as StandinKeys).press(wanted), keys);

test('a link waits for the login and asks; the latest wins; Enter calls, Escape does not; hostile ones are refused', async ({
  bench,
}) => {
  const desktop = await bench.launch({}, { args: ['tel:+49-30-5557%200142;ext=204'] });
  const { page } = desktop;
  await expect(page.getByText('You are asked about it once you have signed in.')).toBeVisible();
  const service = await signIn(desktop, bench);
  const dialog = page.getByRole('alertdialog', { name: 'Call this number?' });
  const callNow = dialog.getByRole('button', { name: 'Call' });
  await expect(dialog).toContainText('these keys pressed once somebody answers: 204');
  // No line to call from yet: it says so, and does nothing.
  await expect(dialog).toContainText('You have no line of your own to call from.');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  say(service, 1, ownLine);
  await expect(callNow).toBeEnabled();
  await expectNoViolations(page);

  await blur(desktop);
  await secondStart(desktop, ['--inspect=0.0.0.0:9229', '/etc/passwd', 'sip:anna@example.com', 'x'.repeat(1_000_000)]);
  await expect.poll(() => isFocused(desktop)).toBe(true);
  await secondStart(desktop, ['--', 'callto://1044/']);
  await expect(dialog).toContainText('1044');
  await expect(page.getByTestId('announce-polite')).toHaveText('Another link: 1044. Call this number?');
  await expect(callNow).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  expect((await service.next('command')).command).toEqual({ type: 'makeCall', lineId: 'own', to: '1044' });
  await expect(dialog).toHaveCount(0);
  expect((await stateOf(page)).dialLink).toBeNull();

  expect(await openUrl(desktop, 'tel:*21*01234%23')).toBe(true);
  await expect(page.getByText('it holds a code (with * or #) that changes how a phone works')).toBeVisible();
  await secondStart(desktop, ['tel:1045', 'tel:1046']);
  await expect(page.getByText('Several links came at once')).toBeVisible();
  await expect.poll(async () => (await stateOf(page)).dialLink).toBeNull();
  await openUrl(desktop, 'tel:1047');
  await expect(dialog).toContainText('1047');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(service.heard.filter((type) => type === 'command')).toHaveLength(1);
  // Left open, it is not for whoever signs in next.
  await openUrl(desktop, 'tel:1048');
  await ask(page, 'logout', {});
  await expect.poll(async () => (await stateOf(page)).dialLink).toBeNull();
});

test('keys of every program are recorded, judged and pressed; a sleep is told as one; the end of the day is clean', async ({
  bench,
}) => {
  const desktop = await bench.launch({ STANDIN_TAKEN_KEYS: 'Control+Shift+U' });
  const { app, page } = desktop;
  const service = await signIn(desktop, bench);
  // The host is signed in a moment before its page hears keys.
  await expect(page.getByText('Connected to primary server')).toBeVisible();
  await page.keyboard.press('Shift+F1');
  const answer = page.locator('[data-system-command="answer"]');
  await answer.getByRole('button', { name: 'Set the keys for “Answer” in every program' }).click();
  await page.keyboard.press('F2');
  await expect(answer).toContainText('F2 alone is needed by other programs.');
  await page.keyboard.press('Control+C');
  await expect(answer).toContainText('Ctrl C means something in every program.');
  await page.keyboard.press('Control+Shift+H');
  await expect(answer).toContainText('belongs to “Hang up” in this window.');
  await page.keyboard.press('Control+Shift+U');
  await expect(answer).toContainText('Another program has Ctrl Shift U.');
  await answer.getByRole('button', { name: 'Set the keys' }).click();
  await page.keyboard.press('Control+Shift+F2');
  // The other one has it already: Check connection.
  await expect(answer).toContainText('belongs to “Check connection” in this window.');
  await page.keyboard.press('Control+Shift+Y');
  await expect(answer).toContainText('In force');
  await expectNoViolations(page);
  expect(await registered(desktop)).toEqual(['Control+Shift+Y']);
  await prefer(desktop, { systemKeys: { answer: 'Control+Shift+Y', hangUp: 'Control+Shift+Y' } });
  await expect(page.locator('[data-system-command="hangUp"]')).toContainText('is the same as for the other command');
  await page.keyboard.press('Escape');

  await blur(desktop);
  say(service, 1, rings);
  await expect.poll(async () => (await stateOf(page)).console?.calls.length).toBe(1);
  await press(desktop, 'Control+Shift+Y');
  expect((await service.next('command')).command).toEqual({ type: 'answer', connectionId: call.connectionId });
  expect(await isFocused(desktop)).toBe(false);
  say(service, 2, gaveUp);
  // What is heard after the sleep would say that the link lived through it.
  await expect.poll(async () => (await stateOf(page)).console?.calls.length).toBe(0);

  await power(desktop, 'suspend');
  await power(desktop, 'lock-screen');
  await power(desktop, 'resume');
  await power(desktop, 'unlock-screen');
  service.cut();
  await expect
    .poll(async () => (await stateOf(page)).linkHistory.map(({ kind }) => kind).filter((kind) => kind !== 'roundTrip'))
    .toEqual(expect.arrayContaining(['live', 'asleep', 'lost']));

  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await power(desktop, 'shutdown').catch(() => undefined);
  expect(await ended).toBe(0);
  const folder = path.join(bench.userData, 'recordings');
  const [recording = ''] = readdirSync(folder).filter((name) => name.endsWith('.acsession'));
  expect(readFileSync(path.join(folder, recording), 'utf8').trimEnd().split('\n').at(-1)).toContain('"end"');
});
