import { expect } from '@playwright/test';
import { test } from './fixtures/test';

const grace = '+442079460118';

test('a call for a manager is answered, held, resumed and transferred without a mouse', async ({
  assistant,
  pbx,
  page,
}) => {
  await assistant.signIn();
  await expect(assistant.button('Answer')).toBeDisabled();

  await pbx.press(grace, 'dial', '60001');
  const card = assistant.call(/Anna Kowalska/);
  await expect(card).toHaveAttribute('data-call-state', 'alerting');
  await pbx.expectAt('39001', 'alerting');
  await expect(assistant.button('Answer')).toBeEnabled();
  await expect(assistant.button('Hold')).toBeDisabled();

  await page.keyboard.press('F2');
  await expect(card).toHaveAttribute('data-call-state', 'connected');
  await pbx.expectAt('39001', 'connected');
  await expect(assistant.button('Answer')).toBeDisabled();

  await page.keyboard.press('F6');
  await expect(card).toHaveAttribute('data-call-state', 'hold');
  await pbx.expectAt('39001', 'hold');
  await expect(assistant.button('Resume')).toBeEnabled();

  await page.keyboard.press('F6');
  await expect(card).toHaveAttribute('data-call-state', 'connected');
  await pbx.expectAt('39001', 'connected');

  await page.keyboard.press('F7');
  await page.keyboard.type('60001');
  await page.keyboard.press('Enter');
  await pbx.expectAt('60001', 'alerting');
  await pbx.expectIdle('39001');
  await expect(assistant.call(/Anna Kowalska/)).toHaveCount(0);
  await expect(assistant.manager('Anna Kowalska')).toContainText('Ringing');
  await pbx.press('60001', 'answer');
  const { call } = await pbx.expectAt('60001', 'connected');
  expect(call.connections.map((connection) => connection.dn)).toContain(grace);
  await expect(assistant.manager('Anna Kowalska')).toContainText('In call');
});

test('a ringing call is redirected to the manager it is for', async ({ assistant, pbx, page }) => {
  await assistant.signIn();
  await pbx.press(grace, 'dial', '60003');
  await expect(assistant.call(/Amira Haddad/)).toHaveAttribute('data-call-state', 'alerting');
  await page.keyboard.press('F8');
  await pbx.expectAt('60003', 'alerting');
  await pbx.expectIdle('39003');
});

test('a number is dialled, hung up, and a transfer finds a person by three letters', async ({
  assistant,
  pbx,
  page,
}) => {
  await assistant.signIn();
  await page.getByLabel('Dial a number').fill('60 004');
  await page.keyboard.press('Enter');
  await pbx.expectAt('60004', 'alerting');
  await pbx.expectAt('2001', 'alerting');
  await expect(assistant.button('Hang up')).toBeEnabled();
  await page.keyboard.press('F4');
  await pbx.expectIdle('60004');

  await pbx.press(grace, 'dial', '60001');
  await expect(assistant.call(/Anna Kowalska/)).toHaveAttribute('data-call-state', 'alerting');
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
  await expect(assistant.button('Transfer')).toBeEnabled();
  await page.keyboard.press('F7');
  await page.keyboard.type('okaf');
  await expect(page.getByRole('dialog').getByRole('option', { name: /Okafor/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await pbx.expectAt('60004', 'alerting');
});

test('manager features are switched from the console and from the phone, and both sides agree', async ({
  assistant,
  pbx,
}) => {
  await assistant.signIn();
  const dnd = assistant.toggle('Do not disturb, Anna Kowalska');
  await dnd.click();
  await expect
    .poll(async () => (await pbx.state()).phones.find((phone) => phone.lines[0]?.dn === '60001')?.doNotDisturb)
    .toBe(true);
  await expect(dnd).toBeChecked();
  await pbx.press('60001', 'dnd');
  await expect(dnd).not.toBeChecked();

  // Filter off and nothing diverted: the call goes to the manager (product §5 row 7).
  await assistant.toggle('Filter, Anna Kowalska').click();
  await expect(assistant.toggle('Filter, Anna Kowalska')).not.toBeChecked();
  await pbx.press(grace, 'dial', '60001');
  await pbx.expectAt('60001', 'alerting');
  await pbx.press(grace, 'hangUp');
  await pbx.expectIdle('60001');

  // Divert all, filter still off: the active assistant (row 6).
  await assistant.toggle('Divert all, Anna Kowalska').click();
  await expect(assistant.toggle('Divert all, Anna Kowalska')).toBeChecked();
  await pbx.press(grace, 'dial', '60001');
  await pbx.expectAt('39001', 'alerting');
});

test('three calls ring at once; the longest waiting is answered first', async ({ assistant, pbx, page }) => {
  await assistant.signIn();
  const [first, second] = ['+886255500199', '+493055570142'];
  await pbx.press(grace, 'dial', '60001');
  await pbx.expectAt('39001', 'alerting');
  await pbx.press(first, 'dial', '60003');
  await pbx.expectAt('39003', 'alerting');
  await pbx.press(second, 'dial', '60004');
  await expect(assistant.call(/./)).toHaveCount(3);
  await page.keyboard.press('F2');
  await expect.poll(async () => (await pbx.callsAt(grace)).map((at) => at.connection.state)).toEqual(['connected']);
});

test('a half-typed transfer never meets a call that was answered meanwhile', async ({ assistant, pbx, page }) => {
  await assistant.signIn();
  await pbx.press(grace, 'dial', '60001');
  await expect(assistant.call(/Anna Kowalska/)).toBeVisible();
  await page.keyboard.press('F2');
  await expect(assistant.button('Transfer')).toBeEnabled();
  await page.keyboard.press('F7');
  await page.keyboard.type('60005');
  await pbx.press('+886255500199', 'dial', '60003');
  await expect(assistant.call(/Amira Haddad/)).toBeVisible();
  await page.keyboard.press('F2');
  await pbx.expectAt('39003', 'connected');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await pbx.expectAt('39001', 'hold');
  await pbx.expectAt('39003', 'connected');
  await pbx.expectIdle('60005');
});
