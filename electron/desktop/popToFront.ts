/** By preference the window comes to the front when a call begins to ring. It never takes the focus: somebody may be typing elsewhere. */
import type { BrowserWindow } from 'electron';
import type { Core } from '../core/core';
import { watchRinging } from '../core/ringing';
import { consoleWindows } from './window';

export function popToFront(core: Core): void {
  watchRinging(core, {
    began() {
      if (core.state().preferences.popToFront) consoleWindows().forEach(raise);
    },
    ended: () => undefined,
  });
}

function raise(window: BrowserWindow): void {
  if (window.isFocused()) return;
  window.showInactive();
  window.moveTop();
}
