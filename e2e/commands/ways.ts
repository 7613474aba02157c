/** The ways to a command with the mouse: the toolbar (and its More), the context menu of the selected call. */
import { expect, type Page } from '@playwright/test';
import type { CommandName } from '../../renderer/commands/names';
import type { ConsoleDriver } from '../fixtures/consoleDriver';
import type { SwitchDriver } from '../fixtures/switchDriver';
import { selectedCall } from './selected';
import { enter } from './keys';
import type { Desk } from './runs/run';

/** Their names on the screen; some change with what they would do. */
const words = {
  answer: 'Answer',
  hangUp: 'Hang up',
  holdResume: /^(Hold|Resume)$/,
  transfer: 'Transfer',
  consultTransfer: 'Consult transfer',
  consultConference: 'Conference',
  complete: /^Complete (transfer|conference)$/,
  cancelConsult: /^Cancel (transfer|conference)$/,
  directTransfer: 'Direct transfer',
  join: 'Join calls',
  redirect: 'Redirect',
  toVoicemail: 'To voicemail',
  keypad: 'Keypad',
  intercom: 'Intercom',
  callBack: 'Call back',
  speedDialFromCall: 'Keep caller as speed dial',
  redirectTarget: 'Redirect target',
} as const satisfies Partial<Record<CommandName, string | RegExp>>;
export type MouseCommand = keyof typeof words;
export const mouseCommands = Object.keys(words) as MouseCommand[];

/** With the name that stands in a menu, its shortcut beside it. */
function inMenu(name: MouseCommand): RegExp {
  const word = words[name];
  return new RegExp(
    typeof word === 'string' ? `^${word}\\b(?! (and|calls|transfer))` : word.source.replace('$', '\\b'),
  );
}

export async function byToolbar(page: Page, name: MouseCommand): Promise<void> {
  const bar = page.getByRole('toolbar', { name: 'Call control' });
  const button = bar.getByRole('button', { name: words[name], exact: true });
  // What does not fit is in More.
  if (await button.isVisible()) {
    await button.click();
    return;
  }
  await bar.getByRole('button', { name: 'More commands' }).click();
  await page.getByRole('menuitem', { name: inMenu(name) }).click();
}

export async function byContextMenu(assistant: ConsoleDriver, name: MouseCommand): Promise<void> {
  await selectedCall(assistant).click({ button: 'right' });
  await assistant.page
    .getByRole('menu', { name: 'Commands' })
    .getByRole('menuitem', { name: inMenu(name) })
    .click();
}

/** For the runs of the commands: as they are by keyboard, but for how the command is given. */
export function deskOf(
  { page, assistant, pbx }: Pick<Desk, 'page' | 'assistant' | 'pbx'>,
  press: () => Promise<void>,
): Desk {
  return {
    page,
    assistant,
    pbx,
    press,
    enter: (text) => enter(page, text),
  };
}

/** Nothing is left of what a run has done. */
export async function clear({ pbx, assistant }: { pbx: SwitchDriver; assistant: ConsoleDriver }): Promise<void> {
  await pbx.endAllCalls();
  await expect(assistant.call(/./)).toHaveCount(0);
  await keysMeanNewCalls(assistant.page);
}

/** For half a second after a call has ended, keys are meant for that call and do nothing (renderer/store/app.ts). */
async function keysMeanNewCalls(page: Page): Promise<void> {
  const ended = await page.evaluate(() => performance.now());
  await page.waitForFunction((since) => performance.now() - since > 500, ended);
}
