/** By preference a ringing call is shown by the operating system too, with Answer on it, while the console is not in front. */
import { randomUUID } from 'node:crypto';
import { Notification } from 'electron';
import { CommandId } from '../../shared/ids';
import type { ConnectionId } from '../../shared/ids';
import type { Core } from '../core/core';
import { watchRinging } from '../core/ringing';
import type { RingingCall } from '../core/ringing';
import { consoleWindows, showConsole } from './window';
import { wordsFor } from './words';

export function notifyOfCalls(core: Core): void {
  const shown = new Map<ConnectionId, Notification>();
  const close = (connectionId: ConnectionId) => {
    const notification = shown.get(connectionId);
    shown.delete(connectionId);
    notification?.close();
  };
  watchRinging(core, {
    began(call) {
      const inFront = consoleWindows().some((window) => window.isFocused());
      if (inFront || !core.state().preferences.notifications || !Notification.isSupported()) return;
      const notification = notificationOf(call, core);
      // Held here, or the garbage collector takes it, and its Answer with it.
      shown.set(call.connectionId, notification);
      notification.on('action', () => {
        // Once: a notification that was used, or whose call has gone, is not listened to any more.
        if (!shown.has(call.connectionId)) return;
        close(call.connectionId);
        void answer(call.connectionId, core);
      });
      notification.on('click', () => {
        close(call.connectionId);
        showConsole();
      });
      notification.show();
    },
    ended: close,
  });
}

/** The manager's name first, the caller's second. The sound is the page's, in the device that was chosen. */
function notificationOf({ manager, caller }: RingingCall, core: Core): Notification {
  const words = wordsFor(core.state().preferences);
  const party = [caller.name, caller.number].filter((part) => part !== null).join('\n');
  return new Notification({
    title: manager ?? words.incomingCall,
    body: party === '' ? words.numberWithheld : party,
    silent: true,
    actions: [{ type: 'button', text: words.answer }],
  });
}

/** What can't be answered from here any more is looked at in the console. */
async function answer(connectionId: ConnectionId, core: Core): Promise<void> {
  const id = CommandId.parse(randomUUID());
  const outcome = await core.handlers.command({ id, command: { type: 'answer', connectionId } });
  if (outcome.status !== 'done') showConsole();
}
