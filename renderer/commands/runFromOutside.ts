/** Commands chosen outside of the page: a native menu, a notification, a system-wide key. The same rules as for keys. */
import { t } from '../strings/i18n';
import type { App } from '../store/app';
import { mayRunNow } from './modal';
import type { CommandName } from './names';
import type { Reason } from './reason';
import { commandNamed, isCommandName, runCommand } from './registry';
import { given } from './way';

/** To leave, and to find out why there is no session. */
const withoutSession: ReadonlySet<CommandName> = new Set([
  ...(['quit', 'checkConnection', 'recordings', 'saveLastMinutes', 'reportProblem'] as const),
]);

export function runFromOutside(app: App, name: string): void {
  if (!isCommandName(name)) return;
  if (app.store.getState().console === null && !withoutSession.has(name)) return;
  if (!mayRunNow(name)) app.actions.toast('warn', t('announce.dialogFirst'));
  else {
    const explain = (reason: Reason) => app.actions.toast('warn', t(`reason.${reason}`));
    given({ way: 'menu', keys: null }, () => runCommand(commandNamed(name), app, explain));
  }
}
