/** The keyboard over the command registry: works with focus anywhere; plain letters never trigger. */
import { watchDrags } from '../dnd/steadyDrop';
import type { App } from '../store/app';
import { neighbour } from '../store/selectors';
import { chordsOf, worksInText } from './chord';
import { watchEarlyTyping } from './earlyTyping';
import { isTextField } from './focus';
import { watchTypingOnTheWay } from './focusOnTheWay';
import { isTaken } from './intercept';
import { mayRunNow } from './modal';
import { watchOrphanedTyping } from './orphanedTyping';
import { isMac } from './platform';
import { commandNamed, runCommand } from './registry';
import { sayWhyNot } from './sayWhyNot';
import { indexShortcuts, type ShortcutIndex } from './shortcutIndex';
import { guardDoubleClicks } from './steadyPress';
import { globalTyping, typeIntoDialField } from './typing';
import { given } from './way';

/** Returns the function that lets go of the keyboard. */
export function listenToKeyboard(app: App): () => void {
  const orphaned = watchOrphanedTyping(app);
  const early = watchEarlyTyping(app);
  const onTheWay = watchTypingOnTheWay(app);
  const typing = globalTyping(app);
  const letGoOfDoubleClicks = guardDoubleClicks();
  const letGoOfDrags = watchDrags();
  const capture = (event: KeyboardEvent): void => {
    if (orphaned.takes(event) || early.takes(event) || onTheWay.takes(event) || typing.takes(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else onShortcut(app, event);
  };
  const bubble = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || app.store.getState().console === null) return;
    if (chooseCall(app, event) || typeIntoDialField(app, event)) event.preventDefault();
  };
  window.addEventListener('keydown', capture, { capture: true });
  window.addEventListener('keydown', bubble);
  return () => {
    window.removeEventListener('keydown', capture, { capture: true });
    window.removeEventListener('keydown', bubble);
    orphaned.stop();
    early.stop();
    onTheWay.stop();
    typing.stop();
    letGoOfDoubleClicks();
    letGoOfDrags();
  };
}

/** The registry's keys, made anew only when the assistant changes them. */
let indexed: { readonly of: unknown; readonly index: ShortcutIndex } | null = null;

function shortcutIndex(app: App): ShortcutIndex {
  const { preferences } = app.store.getState();
  if (indexed?.of !== preferences.shortcuts)
    indexed = { of: preferences.shortcuts, index: indexShortcuts(preferences) };
  return indexed.index;
}

function onShortcut(app: App, event: KeyboardEvent): void {
  if (app.store.getState().console === null || isRecording(event)) return;
  const index = shortcutIndex(app);
  const keys = chordsOf(event, isMac).find((one) => index.has(one));
  const name = keys === undefined ? undefined : index.get(keys);
  if (keys === undefined || name === undefined || (isTextField(event.target) && !worksInText(keys))) return;
  if (isKept(event, keys)) return;
  event.preventDefault();
  event.stopPropagation();
  // A key held down is one press.
  if (event.repeat) return;
  if (isTaken(name)) return;
  if (!mayRunNow(name)) sayWhyNot(app, 'dialogFirst');
  else given({ way: 'key', keys }, () => runCommand(commandNamed(name), app, (reason) => sayWhyNot(app, reason)));
}

/** The shortcut editor takes the keys itself. */
function isRecording(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('[data-recording-keys]') !== null;
}

/** A dialog may have a use of its own for a key: Ctrl+Enter saves it. */
function isKept(event: KeyboardEvent, keys: string): boolean {
  const keeper = event.target instanceof Element ? event.target.closest('[data-own-keys]') : null;
  return keeper?.getAttribute('data-own-keys')?.split(' ').includes(keys) ?? false;
}

/** Arrows choose another call where they mean nothing else: with the focus on no widget at all. */
function chooseCall(app: App, event: KeyboardEvent): boolean {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
  if (step === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const { console, selected } = app.store.getState();
  if (document.activeElement !== document.body || console === null) return false;
  const next = neighbour(console, selected, step);
  if (next !== null) app.actions.select(next);
  return next !== null;
}
