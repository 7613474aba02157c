/** What stands on the toolbar and in which order. Pure. */
import type { CommandName } from '../commands/names';

export const toolbarNames = [
  'answer',
  'hangUp',
  'holdResume',
  'transfer',
  'consultTransfer',
  'directTransfer',
  'consultConference',
  'join',
  'complete',
  'cancelConsult',
  'redirect',
  'toVoicemail',
  'keypad',
  'intercom',
] as const satisfies readonly CommandName[];
export type ToolbarName = (typeof toolbarNames)[number];

const first: readonly ToolbarName[] = ['answer', 'hangUp', 'holdResume'];
const onward: readonly ToolbarName[] = ['transfer', 'consultTransfer', 'directTransfer', 'consultConference', 'join'];
const finish: readonly ToolbarName[] = ['complete', 'cancelConsult'];
const last: readonly ToolbarName[] = ['redirect', 'toVoicemail', 'keypad', 'intercom'];

/** While a transfer or conference is half done, ending it takes the place of beginning another. */
export function toolbarGroups(halfDone: boolean): readonly (readonly ToolbarName[])[] {
  return [first, halfDone ? finish : onward, last];
}

/** Always in *More*, under what does not fit. */
export const moreNames = ['callBack', 'speedDialFromCall', 'redirectTarget'] as const satisfies readonly CommandName[];
