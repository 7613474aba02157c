/** The toolbar: every command of it by the mouse, and enabled exactly where product §6's table says so. */
import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures/shared';
import { amira, anna, grace, lars, peter, ring, talk } from './callers';
import { enter } from './keys';
import * as callRuns from './runs/calls';
import * as joiningRuns from './runs/joining';
import { intercom } from './runs/managers';
import type { Run } from './runs/run';
import { byToolbar, clear, deskOf, mouseCommands, type MouseCommand } from './ways';

const runs: Readonly<Record<MouseCommand, Run>> = { ...callRuns, ...joiningRuns, intercom };

test('each command by a press on its button', async ({ assistant, page, pbx }) => {
  test.setTimeout(300_000);
  await assistant.signIn();
  for (const name of mouseCommands) {
    await test.step(name, async () => {
      await runs[name](deskOf({ page, assistant, pbx }, () => byToolbar(page, name)));
      await clear({ pbx, assistant });
    });
  }
});

/** What can act on the selected call; what is there whatever is selected is left out. */
async function enabledOnBar(page: Page): Promise<string[]> {
  const buttons = page.getByRole('toolbar', { name: 'Call control' }).locator('[data-command][aria-disabled="false"]');
  const names = await buttons.evaluateAll((found) => found.map((button) => button.getAttribute('aria-label') ?? ''));
  return names.filter((name) => name !== 'Intercom').toSorted();
}

test('a command is enabled only where it can act on the selected call', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  const expectEnabled = (...names: string[]): Promise<void> =>
    expect.poll(() => enabledOnBar(page)).toEqual(names.toSorted());
  const place = { assistant, pbx };

  await expectEnabled();
  await ring(place, grace, anna);
  await expectEnabled('Answer', 'Redirect', 'To voicemail');

  await page.keyboard.press('F2');
  const talking = ['Hang up', 'Transfer', 'Consult transfer', 'Conference', 'Redirect', 'To voicemail'];
  await expectEnabled(...talking, 'Hold', 'Keypad');
  await page.keyboard.press('F6');
  await expectEnabled(...talking, 'Resume');

  // A second call: what needs two calls can be done now.
  await talk(place, peter, amira);
  await expectEnabled(...talking, 'Hold', 'Keypad', 'Direct transfer', 'Join calls');
  await page.keyboard.press('Control+j');
  await expect(assistant.call('Conference')).toHaveCount(1);
  await expectEnabled('Hang up', 'Hold', 'Conference', 'Keypad');
  await clear(place);

  // Half done, first while the other phone rings, then while they talk.
  await talk(place, grace, anna);
  await page.keyboard.press('Shift+F7');
  await enter(page, lars.dn);
  await expectEnabled('Hang up', 'Complete transfer', 'Cancel transfer');
  await pbx.press(lars.dn, 'answer');
  await expectEnabled('Hang up', 'Hold', 'Complete transfer', 'Cancel transfer', 'Redirect', 'To voicemail', 'Keypad');
  await clear(place);

  // An own call that rings somebody, and one on an intercom line.
  await page.keyboard.type(lars.dn);
  await page.keyboard.press('Enter');
  await pbx.expectAt(lars.dn, 'alerting');
  await expectEnabled('Hang up');
  await clear(place);
  await pbx.press(anna.herIntercom, 'dial', anna.intercom);
  await pbx.expectAt(anna.intercom, 'connected');
  await expectEnabled('Hang up', 'Keypad');
});
