/** Commands chosen outside of the page: a native menu, a notification, a system-wide key. The same rules as for keys. */
import { t } from '../strings/i18n';
import type { App } from '../store/app';
import type { AppState } from '../store/state';
import { mayRunNow } from './modal';
import type { CommandName } from './names';
import type { Reason } from './reason';
import { commandNamed, isCommandName, runCommand } from './registry';
import { given } from './way';

/** To leave, and to find out why there is no session. */
const withoutSession: ReadonlySet<CommandName> = new Set([
  ...(['quit', 'checkConnection', 'recordings', 'saveLastMinutes', 'reportProblem'] as const),
]);

/** Opens nothing and asks nothing: an open dialog is no obstacle, which may be in a window that was closed to the tray. */
const besideDialogs: ReadonlySet<CommandName> = new Set(['goOnlineOffline', 'toggleRing']);

/** Before anybody has signed in there is little to do. */
export function mayRunFromOutside(name: CommandName, { console }: Pick<AppState, 'console'>): boolean {
  return console !== null || withoutSession.has(name);
}

export function runFromOutside(app: App, name: string): void {
  if (!isCommandName(name) || !mayRunFromOutside(name, app.store.getState())) return;
  if (!besideDialogs.has(name) && !mayRunNow(name)) app.actions.toast('warn', t('announce.dialogFirst'));
  else {
    const explain = (reason: Reason) => app.actions.toast('warn', t(`reason.${reason}`));
    given({ way: 'menu', keys: null }, () => runCommand(commandNamed(name), app, explain));
  }
}
