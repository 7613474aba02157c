/** Commands that bring people together, run by their keys; after each the switch is compared. */
import { expect } from '@playwright/test';
import { amira, anna, grace, lars, peter, talk } from '../callers';
import { callWith } from '../selected';
import { clear } from '../ways';
import { expectCalls } from '../wholeSwitch';
import type { Run } from './run';

const consulting = { [grace.dn]: 'connected', [anna.proxy]: 'hold' } as const;

export const consultTransfer: Run = async (desk) => {
  await talk(desk, grace, anna);
  await desk.press();
  await desk.enter(lars.dn);
  await expectCalls(desk.pbx, consulting, { [anna.proxy]: 'alerting', [lars.dn]: 'alerting' });
  await expect(desk.page.getByRole('group', { name: `Transferring ${grace.name} to ${lars.name}` })).toBeVisible();
};

export const consultConference: Run = async (desk) => {
  await talk(desk, grace, anna);
  await desk.press();
  await desk.enter(lars.dn);
  await expectCalls(desk.pbx, consulting, { [anna.proxy]: 'alerting', [lars.dn]: 'alerting' });
  await expect(
    desk.page.getByRole('group', { name: `Adding ${lars.name} to the call with ${grace.name}` }),
  ).toBeVisible();
};

/** A conference that is completed, then a transfer: both halves of the command. */
export const complete: Run = async (desk) => {
  await talk(desk, grace, anna);
  await desk.page.keyboard.press('Control+g');
  await desk.enter(lars.dn);
  await expectCalls(desk.pbx, consulting, { [anna.proxy]: 'alerting', [lars.dn]: 'alerting' });
  await desk.pbx.press(lars.dn, 'answer');
  await expect(callWith(desk.assistant, lars.name)).toHaveAttribute('data-call-state', 'connected');
  await desk.press();
  await expectCalls(desk.pbx, { [grace.dn]: 'connected', [anna.proxy]: 'connected', [lars.dn]: 'connected' });
  await expect(desk.assistant.call('Conference')).toHaveCount(1);
  await clear(desk);

  await talk(desk, grace, anna);
  await desk.page.keyboard.press('Shift+F7');
  await desk.enter(lars.dn);
  await expect(callWith(desk.assistant, lars.name)).toHaveAttribute('data-call-state', 'alerting');
  await desk.press();
  await expectCalls(desk.pbx, { [grace.dn]: 'alerting', [lars.dn]: 'alerting' });
};

export const cancelConsult: Run = async (desk) => {
  await talk(desk, grace, anna);
  await desk.page.keyboard.press('Shift+F7');
  await desk.enter(lars.dn);
  await expect(callWith(desk.assistant, lars.name)).toHaveAttribute('data-call-state', 'alerting');
  await desk.press();
  await expectCalls(desk.pbx, { [grace.dn]: 'connected', [anna.proxy]: 'connected' });
};

export const directTransfer: Run = async (desk) => {
  await talk(desk, grace, anna);
  await talk(desk, peter, amira);
  await desk.press();
  await expectCalls(desk.pbx, { [grace.dn]: 'connected', [peter.dn]: 'connected' });
};

export const join: Run = async (desk) => {
  await talk(desk, grace, anna);
  await talk(desk, peter, amira);
  await desk.press();
  await expect.poll(async () => (await desk.pbx.state()).calls.length).toBe(1);
  const [call] = (await desk.pbx.state()).calls;
  expect(call?.connections.map(({ state }) => state)).toEqual(['connected', 'connected', 'connected']);
  await expect(desk.assistant.call('Conference')).toHaveCount(1);
};
