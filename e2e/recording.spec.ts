/** Support's story: a transfer failed in a failover; the export is opened, the moment found by keyboard alone, and the replay shows what the live screen showed. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { demoPassword } from '../server/demo/world';
import { expectNoViolations } from './fixtures/axe';
import { consoleDriver } from './fixtures/consoleDriver';
import { kill, test } from './fixtures/test';

const grace = '+442079460118';

/** What a person can compare of two screens whose names differ: calls by state, and how many managers. */
async function told(page: Page) {
  const { panel } = consoleDriver(page);
  const cards = await panel('My calls').locator('[data-call-state]').all();
  return {
    calls: await Promise.all(cards.map((card) => card.getAttribute('data-call-state'))),
    managers: await panel('My managers').getByRole('row').count(),
  };
}

test('a transfer whose answer was lost in a failover is found in the recording and looks as it looked', async ({
  assistant,
  pbx,
  page,
  world,
  context,
}) => {
  await assistant.signIn();
  await pbx.press(grace, 'dial', '60001');
  const card = assistant.call(/Anna Kowalska/);
  await expect(card).toBeVisible();
  await page.keyboard.press('F2');
  await expect(card).toHaveAttribute('data-call-state', 'connected');
  await expect(assistant.button('Transfer')).toBeEnabled();
  await page.keyboard.press('F7');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('60004');

  // The command goes to a service that hears nothing any more, and then dies.
  world.service('primary').child.kill('SIGSTOP');
  await page.keyboard.press('Enter');
  await expect(card).toContainText('One moment');
  await kill(world, 'primary');
  await expect(assistant.connection).toContainText('Connected to backup');
  await expect(card).toHaveAttribute('data-call-state', 'connected');
  await expect(page.getByText('It did not reach the service, so it was not done.').first()).toBeVisible();
  await page.keyboard.press('Escape');
  const live = await told(page);

  await page.keyboard.press('Control+Shift+F6');
  const dialog = page.getByRole('dialog', { name: 'Save the last 10 minutes' });
  await expect(dialog.getByText('This is everything that leaves this computer')).toBeVisible();
  await expectNoViolations(page);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const file = await (await download).path();
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  for (const secret of ['Anna', 'Kowalska', 'Grace', 'Whitfield', '60001', '60004', '2079460118', 'maya', demoPassword])
    expect(text, secret).not.toContain(secret);

  const replay = await context.newPage();
  await replay.goto(new URL('/replay.html', page.url()).href);
  const chooser = replay.waitForEvent('filechooser');
  await replay.getByRole('button', { name: 'Choose a file…' }).press('Enter');
  await (
    await chooser
  ).setFiles({ name: 'session.acsession', mimeType: 'application/gzip', buffer: readFileSync(file) });
  await expect(replay.getByText('REPLAY')).toBeVisible();
  await expect(replay.getByText(/(\d+) of \1 checkpoints? agrees?/)).toBeVisible();
  await expectNoViolations(replay);

  // From the end, mark by mark, back to where the answer was lost.
  // A time that was typed leaves the keys where they all work.
  await replay.keyboard.press('Control+j');
  await replay.keyboard.type('+1s');
  await replay.keyboard.press('Enter');
  await expect(replay.getByRole('slider', { name: 'Position' })).toBeFocused();
  await replay.keyboard.press('Control+End');
  expect(await told(replay)).toEqual(live);
  const screen = consoleDriver(replay);
  const lost = screen.panel('My calls').getByText('Asking the server');
  await expect(async () => {
    await replay.keyboard.press('Control+ArrowLeft');
    await expect(lost).toBeVisible({ timeout: 200 });
  }).toPass();
  await expect(screen.panel('My calls').locator('[data-call-state]')).toHaveAttribute('data-call-state', 'connected');
  await expect(screen.panel('My calls')).toContainText(/Manager-\d/);
  // A wrong file that is dropped on it closes nothing.
  const wrong = await replay.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['no recording'], 'photo.png'));
    return data;
  });
  await replay.locator('.replay-page').dispatchEvent('drop', { dataTransfer: wrong });
  await expect(replay.getByRole('alert')).toContainText('This is not a recording of Assistant Console. photo.png');
  await replay.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await expect(replay.getByRole('alert')).toBeHidden();
  await expect(lost).toBeVisible();
  // Nothing of it can be done here.
  const before = await pbx.state();
  await replay.keyboard.press('F4');
  expect(await pbx.state()).toEqual(before);
});
