/** By the same preference as ringing calls, a call that was missed while nobody looked is said so: its own notification went with it. */
import { Notification } from 'electron';
import type { HistoryEntry } from '../../shared/console/history';
import type { ConnectionId } from '../../shared/ids';
import type { Core } from '../core/core';
import { watchRinging } from '../core/ringing';
import { partyText } from './notificationText';
import { mayNotify } from './notifications';
import { isEnding } from './quitting';
import { trayWordsFor } from './trayWords';
import { wordsFor } from './words';

/** More are in the tray's number. */
const mostAtOnce = 4;

export function notifyOfMissed(core: Core, run: (command: string) => void): void {
  const ringing = new Set<ConnectionId>();
  // Held here, or the garbage collector takes them.
  const shown = new Map<HistoryEntry, Notification>();
  let before: ReadonlySet<HistoryEntry> = new Set(core.state().history.entries);
  watchRinging(core, {
    began: ({ connectionId }) => void ringing.add(connectionId),
    ended: (connectionId) => void ringing.delete(connectionId),
  });
  // The history hears of an end before the page does: its call still counts as ringing here.
  core.subscribe((push) => {
    if (push.kind !== 'history') return;
    const { entries, seenUntil } = push.history;
    for (const [entry, notification] of [...shown]) {
      if (entry.endedAt > seenUntil && entries.includes(entry)) continue;
      shown.delete(entry);
      notification.close();
    }
    const missed = entries.filter((entry) => entry.kind === 'missed' && ringing.has(entry.id) && !before.has(entry));
    before = new Set(entries);
    // What rings when the console ends is noted as missed, by whoever ended it.
    if (isEnding() || !mayNotify(core)) return;
    for (const entry of missed.slice(0, mostAtOnce - shown.size)) {
      const notification = notificationOf(entry, core);
      shown.set(entry, notification);
      notification.on('click', () => {
        shown.delete(entry);
        notification.close();
        run('goToHistory');
      });
      notification.show();
    }
  });
}

function notificationOf({ manager, party }: HistoryEntry, core: Core): Notification {
  const { preferences } = core.state();
  const words = trayWordsFor(preferences);
  return new Notification({
    title: manager === null ? words.missedCall : `${manager} · ${words.missedCall}`,
    body: partyText(party, process.platform) ?? wordsFor(preferences).numberWithheld,
    silent: true,
  });
}
