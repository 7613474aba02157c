/** Commands chosen outside of the page: a native menu, a notification, a system-wide key. The same rules as for keys. */
import { t } from '../strings/i18n';
import type { App } from '../store/app';
import { mayRunNow } from './modal';
import { commandNamed, isCommandName, runCommand } from './registry';

export function runFromOutside(app: App, name: string): void {
  if (!isCommandName(name)) return;
  // Without a session there is nothing to do but to leave.
  if (app.store.getState().console === null && name !== 'quit') return;
  if (!mayRunNow(name)) app.actions.toast('warn', t('announce.dialogFirst'));
  else runCommand(commandNamed(name), app, (reason) => app.actions.toast('warn', t(`reason.${reason}`)));
}
