/** What a closed window means: by preference the console goes on in the tray, where it can still ring. Quit always quits. */
import { Notification } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Core } from '../core/core';
import { isEnding } from './quitting';
import { hasTray } from './tray';
import { trayWordsFor } from './trayWords';
import type { WindowPlace } from './windowPlace';

export function followClosing(window: BrowserWindow, core: Core, place: WindowPlace): void {
  window.on('close', (event) => {
    if (isEnding() || !goesToTray(core)) return;
    event.preventDefault();
    hide(window);
    sayOnce(core, place);
  });
}

export function goesToTray(core: Pick<Core, 'state'>): boolean {
  return core.state().preferences.closeToTray && hasTray();
}

/** On macOS a hidden full screen would leave an empty one behind. */
function hide(window: BrowserWindow): void {
  if (!window.isFullScreen()) {
    window.hide();
    return;
  }
  window.once('leave-full-screen', () => window.hide());
  window.setFullScreen(false);
}

/** Held here, or the garbage collector takes it. */
let said: Notification | null = null;

/** A window that goes and leaves its program running surprises people, once. */
function sayOnce(core: Core, place: WindowPlace): void {
  if (place.value.toldOfTray || !Notification.isSupported()) return;
  place.put({ ...place.value, toldOfTray: true });
  const words = trayWordsFor(core.state().preferences);
  said = new Notification({ title: 'Assistant Console', body: words.stillHere, silent: true });
  said.show();
}
