/** Digits typed anywhere go to the dial field, Enter then dials (product §6). */
import { callFromOwnLine, ownLineReason } from './callOut';
import { cleanDialString } from '../format/dialString';
import { t } from '../strings/i18n';
import type { App } from '../store/app';
import { isTextField } from './focus';

const digit = /^[0-9+*#]$/;

/** True where the key was taken. */
export function typeIntoDialField(app: App, event: KeyboardEvent): boolean {
  const { overlay, dialText } = app.store.getState();
  if (event.ctrlKey || event.metaKey || event.isComposing || isTextField(event.target)) return false;
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
