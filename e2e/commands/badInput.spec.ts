/** What nobody should do to a console: a clear message, no wrong action, no broken layout. */
import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures/shared';
import { amira, anna, grace, lars, own, talk } from './callers';
import { lineFacts, managerFacts, manyLines, ringingCall, scriptedConsole } from './scripted';
import { expectCalls } from './wholeSwitch';

const talking = { [grace.dn]: 'connected', [anna.proxy]: 'connected' } as const;

test('a transfer to an unknown number, an own one, the caller: refused in words, and the call stays', async ({
  assistant,
  page,
  pbx,
}) => {
  await assistant.signIn();
  await talk({ assistant, pbx }, grace, anna);
  await page.keyboard.press('F7');
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('combobox', { name: 'Transfer to' });
  const refused: readonly (readonly [string, string])[] = [
    [own, 'This is a number of your own.'],
    [amira.proxy, 'This is a number of your own.'],
    [grace.dn, 'This number is in the call already.'],
    ['', 'Type a number or a name first.'],
    ['12a4', 'Nobody found'],
    ['99999', 'That number can’t be dialled.'],
  ];
  for (const [number, why] of refused) {
    await field.fill(number);
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(why)).toBeVisible();
    // Nothing typed is lost.
    await expect(field).toHaveValue(number);
    await expectCalls(pbx, talking);
  }
  await field.fill(lars.dn);
  await page.keyboard.press('Enter');
  await expectCalls(pbx, { [grace.dn]: 'alerting', [lars.dn]: 'alerting' });
});

test('a call that ends while its dialog is open: the dialog goes, says why, and Enter does nothing', async ({
  assistant,
  page,
  pbx,
}) => {
  await assistant.signIn();
  for (const [keys, typed] of [
    ['F7', lars.dn],
    ['Shift+F7', lars.dn],
    ['Control+g', lars.dn],
    ['Shift+F9', '12'],
  ] as const) {
    await test.step(keys, async () => {
      await talk({ assistant, pbx }, grace, anna);
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog')).toBeVisible();
      await expect(page.getByRole('dialog').locator(':focus')).toBeVisible();
      await page.keyboard.type(typed);
      await pbx.press(grace.dn, 'hangUp');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      const message = page
        .getByRole('region', { name: 'Messages' })
        .getByText(`The call with ${grace.name} is over; nothing was done.`);
      await expect(message.first()).toBeVisible();
      await page.keyboard.press('Enter');
      await page.keyboard.press('F9');
      await expect(page.getByLabel('Dial a number')).toBeFocused();
      await expect(page.getByLabel('Dial a number')).toHaveValue('');
      await expectCalls(pbx);
    });
  }
});

test('a directory answer to an older question is never shown', async ({ context, openConsole }) => {
  // Answers to “mar” are held back until the test lets them go.
  const held: (() => void)[] = [];
  await context.routeWebSocket(/\/bridge$/, (socket) => {
    const host = socket.connectToServer();
    const slow = new Set<number>();
    socket.onMessage((message) => {
      const asked = JSON.parse(String(message)) as { id: number; name: string; args: { query?: string } };
      if (asked.name === 'search' && asked.args.query === 'mar') slow.add(asked.id);
      host.send(message);
    });
    host.onMessage((message) => {
      const { id } = JSON.parse(String(message)) as { id?: number };
      if (id !== undefined && slow.has(id)) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  const { screen, page } = await openConsole();
  await screen.signIn();
  const field = page.getByLabel('Search the directory');
  const rows = page.getByRole('grid', { name: 'People found' }).getByRole('row');

  // Overtaken by a newer question, which waits for its turn.
  await field.fill('mar');
  await expect.poll(() => held.length).toBe(1);
  await field.fill('okafor');
  held.shift()?.();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Okafor');

  // Given up, and another asked: the old answer comes last.
  await field.fill('mar');
  await expect.poll(() => held.length).toBe(1);
  await page.getByRole('button', { name: 'Clear' }).click();
  await field.fill('tanaka');
  await expect(rows).toContainText('Tanaka');
  held.shift()?.();
  await field.fill('kowalska');
  await expect(rows).toContainText('Kowalska');
  await expect(rows).toHaveCount(1);
});

test('text pasted into the dial field: one number is taken, anything else is said, nothing is dialled by itself', async ({
  assistant,
  context,
  page,
  pbx,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await assistant.signIn();
  const field = page.getByLabel('Dial a number');
  const problem = page.getByRole('alert');
  const paste = async (text: string): Promise<void> => {
    await page.keyboard.press('F9');
    await page.keyboard.press('Backspace');
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.keyboard.press('Control+v');
  };
  for (const [text, why] of [
    ['1001\n1002', 'That is more than one number. Paste one at a time.'],
    ['1001\r\n\r\n1002\t1003', 'That is more than one number. Paste one at a time.'],
    ['1'.repeat(10_000), 'That is too long for a number, so it was left out.'],
  ] as const) {
    await paste(text);
    await expect(problem).toHaveText(why);
    await expect(field).toHaveValue('');
    await expectCalls(pbx);
  }
  await paste('Lars\n+1001\n');
  await expect(field).toHaveValue('Lars +1001');
  await page.keyboard.press('Enter');
  await expect(problem).toContainText('Only digits, +, * and # can be dialled.');
  await expectCalls(pbx);
  await paste('\n\u202a10 01\u202c\u0007\n\n');
  await expect(field).toHaveValue('10 01');
  await expectCalls(pbx);
  await page.keyboard.press('Enter');
  await expectCalls(pbx, { [own]: 'alerting', [lars.dn]: 'alerting' });
});

/** Nothing sticks out of the window; the words for those who listen are a pixel that nobody sees. */
const expectWhole = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(() => ({
        wide: Math.max(document.documentElement.scrollWidth - window.innerWidth - 1, 0),
        high: Math.max(document.documentElement.scrollHeight - window.innerHeight - 1, 0),
      })),
    )
    .toEqual({ wide: 0, high: 0 });

test('names of 300 characters, with control characters, in every direction: nothing breaks out', async ({
  context,
}) => {
  const names = ['W'.repeat(300), `${'Long '.repeat(59)}name`, 'ع'.repeat(300), 'Tab\there\u0007\n\u202eback\u0000'];
  const facts = {
    managers: names.map((name, index) => managerFacts(index, name)),
    lines: names.map((name, index) => lineFacts(index, name)),
    calls: names.map((name, index) => ({
      ...ringingCall(index, name),
      state: index === 0 ? 'alerting' : index === 1 ? 'hold' : 'connected',
    })),
  };
  const console = await scriptedConsole(context, facts);
  const { page } = console;
  try {
    const cards = page.getByRole('region', { name: 'My calls' }).locator('[data-call-state]');
    await expect(cards).toHaveCount(names.length);
    await expectWhole(page);
    const panel = await page.getByRole('region', { name: 'My calls' }).boundingBox();
    for (const card of await cards.all()) {
      const box = await card.boundingBox();
      expect(box !== null && panel !== null && box.x + box.width <= panel.x + panel.width + 1).toBe(true);
      expect(await card.innerText()).not.toMatch(/[\u0000\u0007\u202a-\u202e]/);
    }
    await cards.nth(3).click();
    for (const keys of ['F7', 'Control+d', 'Control+Shift+g', 'Control+k']) {
      await page.keyboard.press(keys);
      const dialog = page.getByRole('dialog').last();
      await expect(dialog).toBeVisible();
      await expectWhole(page);
      const isInWindow = async (): Promise<boolean> => {
        const box = await dialog.boundingBox();
        return box !== null && box.x >= 0 && box.x + box.width <= 1280;
      };
      await expect.poll(isInWindow, { message: `the dialog of ${keys} is in the window` }).toBe(true);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  } finally {
    await console.stop();
  }
});

test('500 calls at once: all are counted, few are drawn, keys still work', async ({ context }, info) => {
  const people = Array.from({ length: manyLines }, (_, index) => `Manager ${index}`);
  const console = await scriptedConsole(context, {
    managers: people.map((name, index) => managerFacts(index, name)),
    lines: people.map((name, index) => lineFacts(index, name)),
  });
  const { page } = console;
  try {
    await page.evaluate(() => {
      const seen = { longest: 0, count: 0 };
      Object.assign(window, { longTasks: seen });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
          seen.count += 1;
          seen.longest = Math.max(seen.longest, duration);
        }
      }).observe({ type: 'longtask' });
    });
    const calls = Array.from({ length: 500 }, (_, index) => ringingCall(index, `Caller ${index}`));
    // Each in a frame of its own, as a switch would tell them.
    for (const call of calls) console.say([{ type: 'call', cause: 'delivered', call }]);
    const panel = page.getByRole('region', { name: 'My calls' });
    // On a busy machine five hundred calls take a while to come through.
    await expect(panel).toContainText('500', { timeout: 120_000 });
    expect(await panel.locator('[data-call-state]').count()).toBeLessThan(100);
    await expectWhole(page);

    await page.keyboard.press('F2');
    const first = await console.connection.next('command');
    expect(first.command).toEqual({ type: 'answer', connectionId: 'connection-0' });
    await page.keyboard.type('123');
    await expect(page.getByLabel('Dial a number')).toHaveValue('123');

    console.say(calls.map(({ connectionId }) => ({ type: 'callCleared', cause: 'connectionCleared', connectionId })));
    await expect(panel.locator('[data-call-state]')).toHaveCount(0);
    const tasks = await page.evaluate(() => (window as unknown as { longTasks: object }).longTasks);
    info.annotations.push({ type: 'long tasks with 500 calls', description: JSON.stringify(tasks) });
  } finally {
    await console.stop();
  }
});

/** Holds a part of the console's code back until the test lets it go. */
async function holdBack(page: Page, part: string): Promise<() => void> {
  let arrive = (): void => undefined;
  const there = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(new RegExp(`/${part}-[^/]*\\.js$`), async (route) => {
    await there;
    await route.continue();
  });
  return arrive;
}

test('what is typed before a panel is on the screen goes there as a whole', async ({ assistant, page, pbx }) => {
  const dialField = page.getByLabel('Dial a number');
  const search = page.getByRole('searchbox', { name: 'Search speed dials' });
  const arrive = await holdBack(page, 'SpeedDialsPanel');
  await assistant.signIn();
  await page.keyboard.press('F9');
  await page.keyboard.press('Control+3');
  await page.keyboard.type('1003');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  arrive();
  await expect(search).toHaveValue('1002');
  await expect(search).toBeFocused();
  await page.keyboard.type('3');
  await expect(search).toHaveValue('10023');
  await expect(dialField).toHaveValue('');
  await expectCalls(pbx);
});

test('whoever goes elsewhere before a panel is on the screen stays there', async ({ assistant, page }) => {
  const dialField = page.getByLabel('Dial a number');
  const arrive = await holdBack(page, 'HistoryPanel');
  await assistant.signIn();
  await page.keyboard.press('F9');
  await page.keyboard.press('Control+4');
  await page.keyboard.press('F9');
  await page.keyboard.type('10');
  arrive();
  await expect(page.getByRole('searchbox', { name: 'Search the call history' })).toHaveValue('');
  await page.keyboard.type('02');
  await expect(dialField).toHaveValue('1002');
  await expect(dialField).toBeFocused();
  // Of two wishes in one breath the later one holds, also for which panel is in front.
  await page.keyboard.press('Control+3');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('lars and');
  await expect(page.getByLabel('Search the directory')).toHaveValue('lars and');
  await expect(page.getByRole('row', { name: new RegExp(lars.name) })).toBeVisible();
});

test('Enter pressed sooner than the directory answers means the answer to what stands there', async ({
  context,
  openConsole,
  pbx,
}) => {
  let held: (() => void)[] | null = null;
  await context.routeWebSocket(/\/bridge$/, (page) => {
    const host = page.connectToServer();
    host.onMessage((message) => {
      if (held === null) page.send(message);
      else held.push(() => page.send(message));
    });
    page.onMessage((message) => host.send(message));
  });
  const { page, screen } = await openConsole({ kind: 'browser' });
  await screen.signIn();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find a command, a person, a manager or a number' });
  await expect(field).toBeFocused();
  await page.keyboard.type('lars');
  // Many have that name, and the one who is wanted is not the first.
  await expect(page.getByRole('option').nth(3)).toBeVisible();
  await expect(page.getByRole('option').first()).not.toContainText(lars.name);
  held = [];
  await page.keyboard.type(' andersson');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('lars andersson');
  await expectCalls(pbx);
  for (const send of held.splice(0)) send();
  held = null;
  await expectCalls(pbx, { [own]: 'alerting', [lars.dn]: 'alerting' });
});

test('what is typed before the field is on the screen stands in it', async ({ assistant, page, pbx }) => {
  const arrive = await holdBack(page, 'CallOverlay');
  await assistant.signIn();
  await talk({ assistant, pbx }, grace, anna);
  await page.keyboard.press('F7');
  await page.keyboard.type(`${lars.dn}9`);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByLabel('Dial a number')).toHaveValue('');
  arrive();
  await expect(page.getByRole('combobox', { name: 'Transfer to' })).toHaveValue(lars.dn);
  await expectCalls(pbx, talking);
  await page.keyboard.press('Enter');
  await expectCalls(pbx, { [grace.dn]: 'alerting', [lars.dn]: 'alerting' });
});
