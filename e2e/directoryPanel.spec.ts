/** The directory panel: what it finds, what it refuses to ask, and each way to call whom it found. */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './fixtures/shared';

test.describe.configure({ mode: 'default' });

const panel = (page: Page): Locator => page.getByRole('region', { name: 'Directory', exact: true });
const field = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search the directory' });
const hits = (page: Page): Locator => panel(page).getByRole('row');

test('parts of names in any order, accents and capitals ignored; 25 at most, said in these words', async ({
  assistant,
  page,
}) => {
  await assistant.signIn();
  await field(page).fill('haugen NOR');
  await expect(hits(page)).toHaveCount(1);
  await expect(hits(page)).toContainText('Nora');
  await field(page).fill('carvalho ines');
  await expect(hits(page)).toContainText('Inês');
  await field(page).fill('MÜLLER henrik');
  await expect(hits(page).first()).toContainText('Henrik');
  await field(page).fill('a');
  await expect(hits(page)).toHaveCount(25);
  await expect(
    panel(page).getByText('Your search returned more than 25 entries. Please refine your search.', { exact: true }),
  ).toBeVisible();
  await field(page).fill('zzzz nobody');
  await expect(panel(page)).toContainText('Nobody found');
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
  await expect(panel(page)).toContainText('Find anyone');
});

test('a blank search and a lone * are answered here with a hint', async ({ assistant, page }) => {
  await assistant.signIn();
  await panel(page).getByRole('button', { name: 'Search', exact: true }).click();
  await expect(panel(page).getByRole('alert')).toContainText('Type at least one letter of a name.');
  await field(page).fill('   ');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('alert')).toContainText('Type at least one letter of a name.');
  await field(page).fill('*');
  await expect(panel(page).getByRole('alert')).toContainText('“*” alone would find everybody.');
  await expect(hits(page)).toHaveCount(0);
});

test('an answer that comes when something else is asked is not shown', async ({ context, openConsole }) => {
  // The first answer is kept back until something else has been typed.
  let heldBack: (() => void) | null = null;
  await context.routeWebSocket(/./, (socket) => {
    const host = socket.connectToServer();
    host.onMessage((message) => {
      const text = message.toString();
      if (heldBack === null && text.includes('Haugen') && text.includes('"found"'))
        heldBack = () => socket.send(message);
      else socket.send(message);
    });
  });
  const { page, screen } = await openConsole({ kind: 'browser' });
  await screen.signIn();
  await field(page).fill('haugen');
  await expect.poll(() => heldBack !== null).toBe(true);
  // Everything that was ever shown.
  await panel(page).evaluate((element) => {
    new MutationObserver(
      () => (element.dataset['seen'] = `${element.dataset['seen'] ?? ''}${element.textContent}`),
    ).observe(element, { childList: true, subtree: true, characterData: true });
  });
  await field(page).fill('carvalho');
  (heldBack as (() => void) | null)?.();
  await expect(hits(page)).toContainText('Inês');
  await expect(panel(page)).toHaveAttribute('data-seen', /Carvalho/);
  await expect(panel(page)).not.toHaveAttribute('data-seen', /Haugen/);
});

test('two quick Enters are one call; a double click calls too', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  await field(page).fill('grant');
  await expect(hits(page).first()).toContainText('1010');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await pbx.expectAt('1010', 'alerting');
  expect((await pbx.state()).calls).toHaveLength(1);
  await pbx.endAllCalls();
  await hits(page).first().dblclick();
  await pbx.expectAt('1010', 'alerting');
  expect((await pbx.state()).calls).toHaveLength(1);
});

test('dragged onto a line or onto the dial field: a call', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  await field(page).fill('grant');
  await expect(hits(page).first()).toContainText('1010');
  await hits(page)
    .first()
    .dragTo(page.getByRole('textbox', { name: 'Dial a number' }));
  await pbx.expectAt('1010', 'alerting');
  expect((await pbx.callsAt('2001')).length).toBe(1);
  await pbx.endAllCalls();
  await expect(assistant.call(/Grant/)).toHaveCount(0);
  await hits(page).first().dragTo(assistant.panel('My calls').getByText('39002'));
  await pbx.expectAt('1010', 'alerting');
  expect((await pbx.callsAt('39002')).length).toBe(1);
});

test('sorted by a column, there where the panel is wide', async ({ assistant, page }) => {
  await page.setViewportSize({ width: 2560, height: 1000 });
  await assistant.signIn();
  await field(page).fill('an');
  await expect(hits(page)).toHaveCount(25);
  const numbers = async (): Promise<number[]> =>
    (await panel(page).locator('.hit__number').allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')));
  await panel(page).getByRole('button', { name: 'Number', exact: true }).click();
  await expect
    .poll(async () => (await numbers()).every((one, at, all) => at === 0 || one >= (all[at - 1] ?? 0)))
    .toBe(true);
  await expect(panel(page).getByRole('button', { name: 'Number, ascending' })).toHaveAttribute('aria-pressed', 'true');
});
