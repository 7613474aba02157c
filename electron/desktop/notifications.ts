/** By preference a ringing call is shown by the operating system too, while the console is not in front: with Answer on it, and Redirect where that can be done. */
import { randomUUID } from 'node:crypto';
import { Notification } from 'electron';
import { isAvailable } from '../../shared/calls/availability';
import type { ConsoleState } from '../../shared/calls/model';
import { CommandId } from '../../shared/ids';
import type { ConnectionId } from '../../shared/ids';
import type { Core } from '../core/core';
import { watchRinging } from '../core/ringing';
import type { RingingCall } from '../core/ringing';
import { partyText } from './notificationText';
import { trayWordsFor } from './trayWords';
import { consoleWindows } from './window';
import { wordsFor } from './words';

/** Whoever rings beside these is in the tray's number: nobody reads twenty notifications. */
const mostAtOnce = 6;

/** What a notification can do about its call. */
type Act = 'answer' | 'redirect';

export function mayNotify(core: Pick<Core, 'state'>): boolean {
  const inFront = consoleWindows().some((window) => window.isFocused());
  return !inFront && core.state().preferences.notifications && Notification.isSupported();
}

export function notifyOfCalls(core: Core, open: () => void): void {
  const shown = new Map<ConnectionId, Notification>();
  const close = (connectionId: ConnectionId) => {
    const notification = shown.get(connectionId);
    shown.delete(connectionId);
    notification?.close();
  };
  watchRinging(core, {
    began(call) {
      if (!mayNotify(core) || shown.size >= mostAtOnce) return;
      const { connectionId } = call;
      const acts = actsFor(connectionId, core.state().console);
      const notification = notificationOf(call, acts, core);
      // Held here, or the garbage collector takes it, and its buttons with it.
      shown.set(connectionId, notification);
      notification.on('action', ({ actionIndex }) => {
        const act = acts[actionIndex];
        // Once: a notification that was used, or whose call has gone, is not listened to any more.
        if (act === undefined || !shown.has(connectionId)) return;
        close(connectionId);
        void command(act, connectionId, core, open);
      });
      notification.on('click', () => {
        close(connectionId);
        open();
        core.showCall(connectionId);
      });
      notification.show();
    },
    ended: close,
  });
}

/** In the order of the buttons. In shared line mode there is nowhere to redirect to until a target has been given. */
export function actsFor(connectionId: ConnectionId, console: ConsoleState | null): readonly Act[] {
  const call = console?.calls.find((candidate) => candidate.connectionId === connectionId);
  if (console === null || call === undefined) return ['answer'];
  const kind = console.lines.find(({ lineId }) => lineId === call.lineId)?.kind ?? 'own';
  const hasTarget = console.mode === 'proxy' || console.me.redirectTo !== null;
  return hasTarget && isAvailable('redirect', call, kind) ? ['answer', 'redirect'] : ['answer'];
}

/** The manager's name first, the caller's second. The sound is the page's, in the device that was chosen. */
function notificationOf({ manager, caller }: RingingCall, acts: readonly Act[], core: Core): Notification {
  const { preferences } = core.state();
  const words = wordsFor(preferences);
  const names = { answer: words.answer, redirect: trayWordsFor(preferences).redirect };
  return new Notification({
    title: manager ?? words.incomingCall,
    body: partyText(caller, process.platform) ?? words.numberWithheld,
    silent: true,
    actions: acts.map((act) => ({ type: 'button', text: names[act] })),
  });
}

/** What can't be done from here any more is looked at in the console. */
async function command(type: Act, connectionId: ConnectionId, core: Core, open: () => void): Promise<void> {
  const id = CommandId.parse(randomUUID());
  const outcome = await core.handlers.command({ id, command: { type, connectionId } });
  if (outcome.status === 'done') return;
  open();
  core.showCall(connectionId);
}
