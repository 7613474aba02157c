/** Every command for a manager, run by its keys: what the manager's phone and the switch know of it afterwards. */
import { expect } from '@playwright/test';
import type { PhoneStatus } from '../../../server/switch/port';
import { anna, grace, own, ring } from '../callers';
import { expectCalls, phoneOf } from '../wholeSwitch';
import type { Desk, Run } from './run';

const ringing = { [grace.dn]: 'alerting', [anna.proxy]: 'alerting' } as const;

/** The manager that the call is for is the one that is meant. */
export const intercom: Run = async (desk) => {
  await ring(desk, grace, anna);
  await desk.press();
  await expectCalls(desk.pbx, ringing, { [anna.intercom]: 'connected', [anna.herIntercom]: 'connected' });
};

export const callManager: Run = async (desk) => {
  await ring(desk, grace, anna);
  await desk.press();
  await expectCalls(desk.pbx, ringing, { [own]: 'alerting', [anna.dn]: 'alerting' });
};

type Feature = 'filterOn' | 'filterMode' | 'divertAll' | 'assistantWatch' | 'alertTone';

async function feature(desk: Desk, name: Feature): Promise<PhoneStatus[Feature] | undefined> {
  return (await phoneOf(desk.pbx, anna.dn)).status?.[name];
}

/** Two presses: there and back again. */
function toggles<F extends Feature>(name: F, before: PhoneStatus[F], after: PhoneStatus[F]): Run {
  return async (desk) => {
    await selectAnna(desk);
    await expect.poll(() => feature(desk, name)).toBe(before);
    for (const wanted of [after, before]) {
      await desk.press();
      await expect.poll(() => feature(desk, name)).toBe(wanted);
      await expect(desk.page.locator('[data-pending]')).toHaveCount(0);
    }
  };
}

export const toggleDivertAll = toggles('divertAll', false, true);
export const toggleFilter = toggles('filterOn', true, false);
export const toggleFilterMode = toggles('filterMode', 'inclusive', 'exclusive');
export const toggleAssistantWatch = toggles('assistantWatch', true, false);
export const toggleAlertTone = toggles('alertTone', true, false);

export const toggleDoNotDisturb: Run = async (desk) => {
  await selectAnna(desk);
  for (const wanted of [true, false]) {
    await desk.press();
    await expect.poll(async () => (await phoneOf(desk.pbx, anna.dn)).doNotDisturb).toBe(wanted);
    await expect(desk.page.locator('[data-pending]')).toHaveCount(0);
  }
};

export const configureManager: Run = async (desk) => {
  await selectAnna(desk);
  await desk.press();
  await expect(desk.page.getByRole('dialog', { name: new RegExp(anna.name) })).toBeVisible();
  await desk.page.keyboard.press('Escape');
  await expect(desk.page.getByRole('dialog')).toHaveCount(0);
};

async function selectAnna({ page, assistant }: Desk): Promise<void> {
  await page.keyboard.press('Control+2');
  // The selection goes with the arrows.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await expect(assistant.manager(anna.name)).toHaveAttribute('aria-selected', 'true');
}
