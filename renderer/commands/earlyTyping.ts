/**
 * F7 and at once "Tan": the letters can come before the field that F7 opens is on the screen (its code is still on the way, or the computer is
 * busy). They are kept and stand in the field when it gets the focus: no keystroke of an assistant is lost.
 */
import type { App } from '../store/app';
import type { Overlay } from '../store/overlay';
import { isTextField } from './focus';
import { typeInto } from './typeInto';

/** What opens with one field that everything typed is meant for. */
const withField: ReadonlySet<Overlay['kind']> = new Set(['reach', 'palette']);

export interface EarlyTyping {
  /** True where the key was kept for the field that is to come. */
  readonly takes: (event: KeyboardEvent) => boolean;
  readonly stop: () => void;
}

export function watchEarlyTyping({ store }: App): EarlyTyping {
  let kept = '';
  const unsubscribe = store.subscribe((after, before) => {
    if (after.overlay !== before.overlay) kept = '';
  });
  const onFocus = ({ target }: FocusEvent): void => {
    if (kept === '' || !(target instanceof HTMLInputElement) || !isTextField(target)) return;
    const text = kept;
    kept = '';
    typeInto(target, text);
  };
  window.addEventListener('focusin', onFocus);
  return {
    takes: (event) => {
      const { overlay } = store.getState();
      if (overlay === null || !withField.has(overlay.kind) || isThere()) return false;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
      if (event.key === 'Backspace') kept = kept.slice(0, -1);
      else if (event.key.length === 1) kept += event.key;
      // Enter means what will stand there, which nobody has seen yet.
      else return event.key === 'Enter';
      return true;
    },
    stop: () => {
      unsubscribe();
      window.removeEventListener('focusin', onFocus);
    },
  };
}

/** The focus is in what was opened. */
function isThere(): boolean {
  return document.activeElement?.closest('[role="dialog"]') != null;
}
