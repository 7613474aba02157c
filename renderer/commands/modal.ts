/** Which commands wait while a dialog is open that must be answered first. */
import type { CommandName } from './names';

/** A ringing phone does not wait for a dialog: these act whatever is open. */
const always: ReadonlySet<CommandName> = new Set(['answer', 'hangUp', 'holdResume']);

/** Popovers and the palette are no such dialogs: another command takes their place. */
export function mayRunNow(name: CommandName): boolean {
  return always.has(name) || !modalIsOpen();
}

function modalIsOpen(): boolean {
  return typeof document !== 'undefined' && document.querySelector('.veil:not([data-yields])') !== null;
}
