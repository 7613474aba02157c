/** Digits typed anywhere go to the dial field, Enter then dials (product §6). */
import { callFromOwnLine, ownLineReason } from './callOut';
import { cleanDialString } from '../format/dialString';
import { t } from '../strings/i18n';
import type { App } from '../store/app';
import { isTextField } from './focus';

const digit = /^[0-9+*#]$/;

export interface GlobalTyping {
  /** Asked before the widget with the focus is. */
  readonly takes: (event: KeyboardEvent) => boolean;
  readonly stop: () => void;
}

/**
 * A digit is for the dial field before a list takes it for the beginning of a name, and the Enter after it dials: on a ringing call it would
 * answer. What was typed earlier and left there leaves Enter to the widget.
 */
export function globalTyping(app: App): GlobalTyping {
  let typed = false;
  const forget = (): void => void (typed = false);
  window.addEventListener('pointerdown', forget, { capture: true });
  window.addEventListener('focusin', forget, { capture: true });
  return {
    takes: (event) => {
      if (app.store.getState().console === null || isElsewhere(event.target)) return false;
      const isDigit = digit.test(event.key);
      if (isDigit || (typed && event.key === 'Enter')) {
        const taken = typeIntoDialField(app, event);
        typed = taken && isDigit;
        return taken;
      }
      if (event.key !== 'Backspace' && event.key !== 'Shift') typed = false;
      return false;
    },
    stop: () => {
      window.removeEventListener('pointerdown', forget, { capture: true });
      window.removeEventListener('focusin', forget, { capture: true });
    },
  };
}

/** Menus and dialogs have their own use for digits. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.popover, [role="menu"], [role="dialog"]') !== null;
}

/** True where the key was taken. */
export function typeIntoDialField(app: App, event: KeyboardEvent): boolean {
  const { overlay, dialText } = app.store.getState();
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTextField(event.target)) return false;
  // What is open takes keys itself: digits in a dialog are no wish to dial.
  if (overlay !== null) return event.key === 'Escape' && closeTop(app);
  if (digit.test(event.key)) {
    app.actions.setDialText(dialText + event.key);
    return true;
  }
  if (dialText === '') return false;
  switch (event.key) {
    case 'Backspace':
      app.actions.setDialText(dialText.slice(0, -1));
      return true;
    case 'Escape':
      app.actions.setDialText('');
      return true;
    case 'Enter':
      return dialTyped(app, dialText);
    default:
      return false;
  }
}

function closeTop(app: App): boolean {
  app.actions.close();
  return true;
}

function dialTyped(app: App, text: string): boolean {
  const number = cleanDialString(text);
  const reason = ownLineReason(app.store.getState());
  if (!number.ok) app.actions.toast('warn', t(`dialProblem.${number.error}`));
  else if (reason !== null) app.actions.toast('warn', t(`reason.${reason}`));
  else if (callFromOwnLine(app, number.value)) app.actions.setDialText('');
  return true;
}
