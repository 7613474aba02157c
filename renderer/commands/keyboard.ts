/** The keyboard over the command registry: works with focus anywhere; plain letters never trigger. */
import { tinykeys } from 'tinykeys';
import { t } from '../strings/i18n';
import type { App } from '../store/app';
import { neighbour } from '../store/selectors';
import { commands, runCommand } from './registry';

const textInputs = new Set(['text', 'search', 'tel', 'password', 'number', 'email', 'url']);

function isTextField(node: EventTarget | null): boolean {
  if (node instanceof HTMLTextAreaElement) return true;
  if (node instanceof HTMLInputElement) return textInputs.has(node.type);
  return node instanceof HTMLElement && node.isContentEditable;
}

/** Returns the function that lets go of the keyboard. */
export function listenToKeyboard(app: App): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const command of commands) {
    for (const { keys, inText } of command.shortcuts) {
      bindings[keys] = (event) => {
        if (app.store.getState().console === null || (!inText && isTextField(event.target))) return;
        event.preventDefault();
        event.stopPropagation();
        // A key held down is one press.
        if (event.repeat) return;
        runCommand(command, app, (reason) => app.actions.announce(t(`reason.${reason}`)));
      };
    }
  }
  const stopCommands = tinykeys(window, bindings, { capture: true });
  const stopArrows = tinykeys(window, { ArrowDown: chooseCall(app, 1), ArrowUp: chooseCall(app, -1) });
  return () => {
    stopCommands();
    stopArrows();
  };
}

/** Arrows choose another call where they mean nothing else: with the focus on no widget at all. */
function chooseCall(app: App, step: 1 | -1): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || document.activeElement !== document.body) return;
    const { console, selected } = app.store.getState();
    const next = console === null ? null : neighbour(console, selected, step);
    if (next !== null) app.actions.select(next);
  };
}
