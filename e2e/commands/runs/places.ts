/** Every command that goes somewhere, run by its keys: where the focus is afterwards. */
import { expect } from '@playwright/test';
import type { PanelId } from '../../../shared/console/layout';
import { lars, own } from '../callers';
import { expectFocusIn } from '../keys';
import { expectCalls } from '../wholeSwitch';
import type { Run } from './run';

export const dial: Run = async (desk) => {
  await desk.press();
  await expect(desk.page.getByLabel('Dial a number')).toBeFocused();
  await desk.enter(lars.dn);
  await expectCalls(desk.pbx, { [own]: 'alerting', [lars.dn]: 'alerting' });
};

export const findPerson: Run = async (desk) => {
  await desk.page.keyboard.press('Control+3');
  await desk.press();
  await expect(desk.page.getByLabel('Search the directory')).toBeFocused();
  await desk.page.keyboard.type('lars and');
  await expect(desk.page.getByRole('row', { name: new RegExp(lars.name) })).toBeVisible();
  await desk.page.keyboard.press('Enter');
  await expectCalls(desk.pbx, { [own]: 'alerting', [lars.dn]: 'alerting' });
};

export const palette: Run = async (desk) => {
  const field = desk.page.getByRole('combobox', { name: 'Find a command, a person, a manager or a number' });
  await desk.press();
  await expect(field).toBeFocused();
  await desk.page.keyboard.type('lars andersson');
  await expect(desk.page.getByRole('option', { name: /Lars/ })).toBeVisible();
  await desk.page.keyboard.press('Enter');
  await expectCalls(desk.pbx, { [own]: 'alerting', [lars.dn]: 'alerting' });
  await expect(field).toHaveCount(0);
};

function goesTo(panel: PanelId): Run {
  return async ({ page, press }) => {
    await page.keyboard.press('F9');
    await expect(page.getByLabel('Dial a number')).toBeFocused();
    await press();
    await expectFocusIn(page, panel);
  };
}

export const goToCalls = goesTo('calls');
export const goToManagers = goesTo('managers');
export const goToSpeedDials = goesTo('speedDials');
export const goToHistory = goesTo('history');
