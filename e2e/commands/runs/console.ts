/** Every command for the console itself, run by its keys. Signing out and leaving end the session: they come last. */
import { expect } from '@playwright/test';
import { anna } from '../callers';
import { phoneOf } from '../wholeSwitch';
import type { Desk, Run } from './run';

/** Opens a dialog of this name, which Escape closes. */
function opens(name: string | RegExp, then: (desk: Desk) => Promise<void> = () => Promise.resolve()): Run {
  return async (desk) => {
    const dialog = desk.page.getByRole('dialog', { name });
    await desk.press();
    await expect(dialog).toBeVisible();
    await then(desk);
    await desk.page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };
}

export const preferences = opens('Preferences');
export const shortcuts = opens('Preferences', async ({ page }) => {
  await expect(page.getByRole('tab', { name: 'Shortcuts', selected: true })).toBeVisible();
});
export const cheatSheet = opens('Keyboard shortcuts');
export const checkConnection = opens('Check connection');
export const recordings = opens('Recordings');
/** Something has been recorded by then: the session itself. */
export const saveLastMinutes = opens('Save the last 10 minutes', async ({ page }) => {
  await expect(page.getByText('This is everything that leaves this computer')).toBeVisible();
});
export const reportProblem = opens('Report a problem', async ({ page }) => {
  await expect(page.getByLabel('What happened?')).toBeFocused();
});
export const about = opens(/Assistant Console/);

export const newSpeedDial: Run = async ({ page, press, enter }) => {
  const dialog = page.getByRole('dialog', { name: 'New speed dial' });
  await press();
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Taxi');
  await page.keyboard.press('Tab');
  await enter('020 7946 0111');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('row', { name: /Taxi/ })).toBeVisible();
};

/** The manager's phone tells who is online. */
export const goOnlineOffline: Run = async ({ page, pbx, press }) => {
  const isOnline = async (): Promise<boolean | undefined> =>
    (await phoneOf(pbx, anna.dn)).status?.assistants.find(({ name }) => name.startsWith('Maya'))?.online;
  for (const wanted of [false, true]) {
    await press();
    await expect.poll(isOnline).toBe(wanted);
    await expect(page.getByRole('button', { name: wanted ? /^Online/ : /^Offline/ })).toBeVisible();
  }
};

/** A mark in the status bar: over and back. */
function switches(word: string): Run {
  return async ({ page, press }) => {
    const bar = page.getByRole('contentinfo');
    const wasOn = await bar.getByText(`${word} on`).isVisible();
    for (const on of [!wasOn, wasOn]) {
      await press();
      await expect(bar).toContainText(`${word} ${on ? 'on' : 'off'}`);
    }
  };
}

export const togglePopToFront = switches('Pop to front');
export const toggleRing = switches('Ring');

/** A panel is moved by its menu, then all are put back. */
export const resetLayout: Run = async ({ page, press }) => {
  const left = async (): Promise<number> => (await page.locator('#panel-managers').boundingBox())?.x ?? 0;
  const before = await left();
  await page.getByRole('button', { name: 'Move panel: My managers' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Move left' }).press('Enter');
  await expect.poll(left).toBeLessThan(before);
  await press();
  await expect.poll(left).toBe(before);
};

export const signOut: Run = async ({ page, press, assistant }) => {
  await press();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await assistant.signIn();
};

export const quit: Run = async ({ page, press }) => {
  const closed = page.waitForEvent('close');
  // The window may be gone before the key is up again.
  await press().catch(() => undefined);
  await closed;
};
