/** Every command for a call, run by its keys; after each the switch is compared. */
import { expect } from '@playwright/test';
import { amira, anna, grace, lars, own, peter, ring, talk } from '../callers';
import { expectCalls, expectTones } from '../wholeSwitch';
import { selectedCall } from '../selected';
import type { Run } from './run';

export const answer: Run = async (desk) => {
  await ring(desk, grace, anna);
  await desk.press();
  await expectCalls(desk.pbx, { [grace.dn]: 'connected', [anna.proxy]: 'connected' });
};

export const hangUp: Run = async (desk) => {
  await talk(desk, grace, anna);
  await desk.press();
  await expectCalls(desk.pbx);
};

export const holdResume: Run = async (desk) => {
  await talk(desk, grace, anna);
  await desk.press();
  await expectCalls(desk.pbx, { [grace.dn]: 'connected', [anna.proxy]: 'hold' });
  await expect(desk.assistant.call(grace.name)).toHaveAttribute('data-call-state', 'hold');
  await desk.press();
  await expectCalls(desk.pbx, { [grace.dn]: 'connected', [anna.proxy]: 'connected' });
};

export const transfer: Run = async (desk) => {
  await talk(desk, grace, anna);
  await desk.press();
  await desk.enter(lars.dn);
  await expectCalls(desk.pbx, { [grace.dn]: 'alerting', [lars.dn]: 'alerting' });
  await expect(desk.assistant.call(grace.name)).toHaveCount(0);
};

export const redirect: Run = async (desk) => {
  await ring(desk, grace, anna);
  await desk.press();
  await expectCalls(desk.pbx, { [grace.dn]: 'alerting', [anna.dn]: 'alerting' });
};

/** Set, seen in force, and back to the default. */
export const redirectTarget: Run = async (desk) => {
  const { page } = desk;
  const dialog = page.getByRole('dialog', { name: 'Where Redirect sends calls' });
  await desk.press();
  await expect(dialog.getByRole('radio', { name: 'To the manager' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await desk.enter(lars.dn);
  await expect(dialog).toHaveCount(0);
  await ring(desk, grace, anna);
  await page.keyboard.press('F8');
  await expectCalls(desk.pbx, { [grace.dn]: 'alerting', [lars.dn]: 'alerting' });
  await desk.press();
  await expect(dialog.getByRole('radio', { name: 'Always to this number' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
};

export const toVoicemail: Run = async (desk) => {
  await ring(desk, grace, anna);
  await desk.press();
  await expectCalls(desk.pbx, { [grace.dn]: 'connected', '7000': 'connected' });
};

export const keypad: Run = async (desk) => {
  await talk(desk, grace, anna);
  await desk.press();
  await expect(desk.page.getByRole('dialog', { name: `Keypad for ${grace.name}` })).toBeVisible();
  await desk.page.keyboard.type('12*#');
  await expectTones(desk.pbx, anna.proxy, '12*#');
  await desk.page.keyboard.press('Escape');
  await expect(desk.page.getByRole('dialog')).toHaveCount(0);
};

export const callBack: Run = async (desk) => {
  await ring(desk, peter, amira);
  await desk.pbx.press(peter.dn, 'hangUp');
  await expect(desk.assistant.call(peter.name)).toHaveCount(0);
  await desk.press();
  await expectCalls(desk.pbx, { [own]: 'alerting', [peter.dn]: 'alerting' });
};

export const nextCall: Run = async (desk) => {
  await ring(desk, grace, anna);
  await ring(desk, peter, amira);
  await expect(selectedCall(desk.assistant)).toContainText(grace.name);
  await desk.press();
  await expect(selectedCall(desk.assistant)).toContainText(peter.name);
  await desk.page.keyboard.press('F2');
  await expectCalls(
    desk.pbx,
    { [grace.dn]: 'alerting', [anna.proxy]: 'alerting' },
    { [peter.dn]: 'connected', [amira.proxy]: 'connected' },
  );
};

export const previousCall: Run = async (desk) => {
  await ring(desk, grace, anna);
  await ring(desk, peter, amira);
  await desk.page.keyboard.press('Control+ArrowDown');
  await expect(selectedCall(desk.assistant)).toContainText(peter.name);
  await desk.press();
  await expect(selectedCall(desk.assistant)).toContainText(grace.name);
};

export const speedDialFromCall: Run = async (desk) => {
  const { page } = desk;
  await ring(desk, peter, amira);
  await desk.press();
  const dialog = page.getByRole('dialog', { name: 'New speed dial' });
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue(peter.name);
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('row', { name: new RegExp(peter.name) })).toBeVisible();
};
