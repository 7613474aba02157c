/** Keys and clicks that come just as a call ends: they act on what the assistant saw, or on nothing. */
import { expect, type Page } from '@playwright/test';
import type { ConsoleDriver } from './fixtures/consoleDriver';
import { test } from './fixtures/shared';
import type { SwitchDriver } from './fixtures/switchDriver';

/** Two callers, two managers whose filters are on: both calls come to Maya. */
const first = { from: '1138', to: '60001', line: '39001' };
const second = { from: '1139', to: '60003', line: '39003' };

const dialField = (page: Page) => page.getByRole('textbox', { name: 'Dial a number' });

test.beforeEach(async ({ assistant }) => assistant.signIn());

test('Redirect pressed as the call ends leaves the next one ringing, and says so', async ({ assistant, pbx, page }) => {
  await talkToFirst(assistant, pbx);
  await pbx.press(second.from, 'dial', second.to);
  await expect(assistant.call('Ringing')).toHaveCount(1);
  // Pressed in the very moment the screen learns of it, as a hand already moving does.
  await pressWhenGone(page, '[data-call-state]', ['F8']);
  await pbx.press(first.from, 'hangUp');
  await expect(page.getByText('is over; nothing was done')).toBeVisible();
  await pbx.expectIdle(first.line);
  await pbx.expectAt(second.line, 'alerting');
});

test('digits for a transfer whose call has ended are dialled by nobody', async ({ assistant, pbx, page }) => {
  await talkToFirst(assistant, pbx);
  await page.keyboard.press('F7');
  const field = page.getByRole('combobox');
  await field.fill('60');
  // The hand goes on typing: the rest comes before anybody can have seen that the field has gone.
  const pressed = await pressWhenGone(page, '[role=combobox]', ['0', '0', '4', 'Enter']);
  await pbx.press(first.from, 'hangUp');
  await expect(field).toBeHidden();
  await pressed();
  await expect(dialField(page)).toHaveValue('');
  await pbx.expectIdle('2001');
});

test('digits typed over a ringing call, then Enter: dials, does not answer', async ({ assistant, pbx, page }) => {
  await pbx.press(first.from, 'dial', first.to);
  await expect(assistant.call('Ringing')).toHaveCount(1);
  await page.keyboard.press('Control+1');
  await expect(assistant.panel('My calls').getByRole('option').filter({ hasText: 'Ringing' })).toBeFocused();
  await page.keyboard.type('1150');
  await expect(dialField(page)).toHaveValue('1150');
  await page.keyboard.press('Enter');
  await expect(dialField(page)).toHaveValue('');
  await pbx.expectAt('1150', 'alerting');
  await pbx.expectAt(first.line, 'alerting');
});

test('a double click whose second press meets another call does nothing', async ({ assistant, pbx, page }) => {
  await talkToFirst(assistant, pbx);
  await page.keyboard.press('F6');
  await expect(assistant.call('On hold')).toHaveCount(1);
  const box = await assistant.call('On hold').boundingBox();
  if (!box) throw new Error('the held call is not on the screen');
  await page.mouse.move(box.x + 100, box.y + 20);
  await page.mouse.down({ clickCount: 1 });
  await page.mouse.up({ clickCount: 1 });
  // A ringing call comes in above and moves the held one away from under the pointer.
  await pbx.press(second.from, 'dial', second.to);
  await expect(assistant.call('Ringing')).toHaveCount(1);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await expect(assistant.panel('My calls').getByRole('option', { selected: true })).toContainText('Ringing');
  await pbx.expectAt(second.line, 'alerting');
  await pbx.expectAt(first.line, 'hold');
});

async function talkToFirst(assistant: ConsoleDriver, pbx: SwitchDriver): Promise<void> {
  await pbx.press(first.from, 'dial', first.to);
  await expect(assistant.call('Ringing')).toHaveCount(1);
  await assistant.page.keyboard.press('F2');
  await expect(assistant.call('Connected')).toHaveCount(1);
}

/** From now on: presses the keys as soon as one of these leaves the screen, sooner than anybody can have seen it. The result waits for that. */
async function pressWhenGone(page: Page, what: string, keys: readonly string[]): Promise<() => Promise<unknown>> {
  await page.evaluate(
    ([selector, pressed]) => {
      const there = () => document.querySelectorAll(selector).length;
      const before = there();
      const watcher = new MutationObserver(() => {
        if (there() >= before) return;
        watcher.disconnect();
        for (const key of pressed) {
          const press = { key, code: key, bubbles: true, cancelable: true };
          (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', press));
        }
        document.documentElement.setAttribute('data-pressed-when-gone', '');
      });
      watcher.observe(document.body, { childList: true, subtree: true });
    },
    [what, keys] as const,
  );
  return () => page.waitForSelector('[data-pressed-when-gone]', { state: 'attached' });
}
