/** By preference the window comes to the front when a call begins to ring. It never takes the focus: somebody may be typing elsewhere. */
import { BrowserWindow } from 'electron';
import type { Core } from '../core/core';
import { watchRinging } from '../core/ringing';

export function popToFront(core: Core): void {
  watchRinging(core, {
    began() {
      if (core.state().preferences.popToFront) BrowserWindow.getAllWindows().forEach(raise);
    },
    ended() {
      BrowserWindow.getAllWindows().forEach((window) => window.flashFrame(false));
    },
  });
}

function raise(window: BrowserWindow): void {
  if (window.isFocused()) return;
  window.showInactive();
  window.moveTop();
  window.flashFrame(true);
  window.once('focus', () => window.flashFrame(false));
}
