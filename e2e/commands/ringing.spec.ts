/** Several calls at once, keys while something is typed, digits typed anywhere, a shortcut that was changed. */
import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures/shared';
import { amira, anna, david, grace, lars, luc, own, peter, ring } from './callers';
import { expectFocusIn } from './keys';
import { selectedCall } from './selected';
import { clear } from './ways';
import { expectCalls } from './wholeSwitch';

const graceRings = { [grace.dn]: 'alerting', [anna.proxy]: 'alerting' } as const;
const peterRings = { [peter.dn]: 'alerting', [amira.proxy]: 'alerting' } as const;

test('calls for several managers: one key takes who has waited longest, arrows choose another', async ({
  assistant,
  page,
  pbx,
}) => {
  const place = { assistant, pbx };
  await assistant.signIn();
  await ring(place, grace, anna);
  await ring(place, peter, amira);
  await ring(place, luc, david);
  // In the order of their waiting.
  await expect(assistant.call(/./).locator('.call__who')).toHaveText([grace.name, peter.name, luc.name]);

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(selectedCall(assistant)).toContainText(luc.name);
  await page.keyboard.press('F2');
  await expectCalls(pbx, graceRings, peterRings, { [luc.dn]: 'connected', [david.proxy]: 'connected' });
  // Busy with that one: the key now means who has waited longest again.
  await expect(assistant.call(luc.name)).toHaveAttribute('data-call-state', 'connected');
  await page.keyboard.press('F2');
  await expectCalls(pbx, { [grace.dn]: 'connected', [anna.proxy]: 'connected' }, peterRings, {
    [luc.dn]: 'connected',
    [david.proxy]: 'hold',
  });
});

test('a key pressed many times at once answers each ringing call once, and never the same one twice', async ({
  assistant,
  page,
  pbx,
}) => {
  const place = { assistant, pbx };
  await assistant.signIn();
  await ring(place, grace, anna);
  await ring(place, peter, amira);
  for (let press = 0; press < 6; press += 1) await page.keyboard.press('F2');
  // The second press came while the first was out: it did nothing wrong. Whoever still rings is answered by one more.
  await expect
    .poll(async () => {
      const { calls } = await pbx.state();
      const states = calls.flatMap(({ connections }) =>
        connections.filter(({ dn }) => dn.startsWith('39')).map(({ state }) => state),
      );
      if (states.includes('alerting')) await page.keyboard.press('F2');
      return states.toSorted();
    })
    .toEqual(['connected', 'hold']);
  await expect(page.getByRole('region', { name: 'Messages' }).getByText(/Answer:/)).toHaveCount(0);
  // Once the screen knows it too, hang up, pressed often: a held call is never taken along.
  await expect(page.locator('[data-call-state=connected]')).toHaveCount(1);
  await expect(page.locator('[data-call-state=hold]')).toHaveCount(1);
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('F4');
  await expect.poll(async () => (await pbx.state()).calls.length).toBe(1);
  const [left] = (await pbx.state()).calls;
  expect(left?.connections.map(({ state }) => state).toSorted()).toEqual(['connected', 'hold']);
});

/** Fields of every kind, each with how it is reached. */
const fields: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['the dial field', (page) => page.keyboard.press('F9')],
  ['the directory search', (page) => page.keyboard.press('Control+f')],
  ['the command palette', (page) => page.keyboard.press('Control+k')],
  [
    'the configure dialog',
    async (page) => {
      await page.getByRole('button', { name: `Configure ${anna.name}` }).click();
      await page.getByRole('tab', { name: 'Inclusive filter' }).click();
      await page.getByLabel('Only these callers reach').focus();
    },
  ],
];

test('with the focus in a text field, answer, hold and hang up work, and letters are letters', async ({
  assistant,
  page,
  pbx,
}) => {
  test.slow();
  const place = { assistant, pbx };
  await assistant.signIn();
  for (const [name, open] of fields) {
    await test.step(name, async () => {
      await open(page);
      const typed = () =>
        page.evaluate(() =>
          document.activeElement instanceof HTMLInputElement ? document.activeElement.value : 'no field',
        );
      await expect.poll(typed).toBe('');
      await ring(place, grace, anna);
      await page.keyboard.type('ahlx');
      await expectCalls(pbx, graceRings);
      await page.keyboard.press('F2');
      await expectCalls(pbx, { [grace.dn]: 'connected', [anna.proxy]: 'connected' });
      await expect(assistant.call(grace.name)).toHaveAttribute('data-call-state', 'connected');
      await page.keyboard.press('F6');
      await expectCalls(pbx, { [grace.dn]: 'connected', [anna.proxy]: 'hold' });
      await expect(assistant.call(grace.name)).toHaveAttribute('data-call-state', 'hold');
      // Ctrl+A and Ctrl+L are the field's own there.
      await page.keyboard.press('Control+l');
      await page.keyboard.press('Control+a');
      await page.keyboard.press('F4');
      await expectCalls(pbx);
      await expect.poll(typed).toBe('ahlx');
      await page.keyboard.press('Backspace');
      await expect.poll(typed).toBe('');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await clear(place);
    });
  }
});

test('plain letters never do anything; digits go to the dial field from anywhere, and Enter dials them', async ({
  assistant,
  page,
  pbx,
}) => {
  const place = { assistant, pbx };
  await assistant.signIn();
  await ring(place, grace, anna);
  const dialField = page.getByLabel('Dial a number');
  await page.keyboard.press('Control+1');
  await page.keyboard.type('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ');
  await expectCalls(pbx, graceRings);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(dialField).toHaveValue('');
  await clear(place);

  for (const [focus, panel] of [
    ['Control+1', 'calls'],
    ['Control+2', 'managers'],
    ['Control+3', 'speedDials'],
    ['Control+4', 'history'],
  ] as const) {
    await test.step(`digits with the focus where ${focus} brings it`, async () => {
      await page.keyboard.press(focus);
      await expectFocusIn(page, panel);
      // The lists have a search field; from their rows digits go to the dial field too.
      const inField = await page.evaluate(() => document.activeElement instanceof HTMLInputElement);
      if (inField) await page.getByRole('tablist', { name: 'Panels here' }).getByRole('tab').first().focus();
      await page.keyboard.type('1002');
      await expect(dialField).toHaveValue('1002');
      await page.keyboard.press('Backspace');
      await page.keyboard.type(lars.dn.at(-1) ?? '');
      await page.keyboard.press('Enter');
      await expectCalls(pbx, { [own]: 'alerting', [lars.dn]: 'alerting' });
      await expect(dialField).toHaveValue('');
      await clear(place);
    });
  }
});

test('a shortcut that is changed is in force at once, and the old one no more', async ({ assistant, page, pbx }) => {
  const place = { assistant, pbx };
  await assistant.signIn();
  await ring(place, grace, anna);
  await page.keyboard.press('Shift+F1');
  const dialog = page.getByRole('dialog', { name: 'Preferences' });
  await dialog.getByRole('button', { name: 'Take F2 away from “Answer”' }).press('Enter');
  await dialog.getByRole('button', { name: 'Add keys for “Answer”' }).press('Enter');
  // Keys of another command are refused, by that command's name.
  await page.keyboard.press('F7');
  await expect(dialog.getByRole('alert')).toContainText('F7 belongs to “Transfer”');
  await page.keyboard.press('Control+Shift+u');
  await expect(dialog.locator('[data-command=answer]')).toContainText('Ctrl Shift U');
  // With the dialog still open.
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+Shift+u');
  await expectCalls(pbx, { [grace.dn]: 'connected', [anna.proxy]: 'connected' });
  await page.keyboard.press('Escape');
  await clear(place);

  await ring(place, peter, amira);
  await page.keyboard.press('F2');
  await page.keyboard.press('F9');
  await expectCalls(pbx, peterRings);
  await expect(assistant.button('Answer')).toHaveAttribute('aria-keyshortcuts', /Control\+Shift\+U/);
  await page.keyboard.press('Control+Shift+u');
  await expectCalls(pbx, { [peter.dn]: 'connected', [amira.proxy]: 'connected' });
});
