/** While a call rings and nobody looks, the taskbar flashes or the icon in the Dock bounces; both are still again the moment it is over. */
import { app } from 'electron';
import type { Core } from '../core/core';
import type { ConnectionId } from '../../shared/ids';
import { watchRinging } from '../core/ringing';
import { consoleWindows } from './window';

export function callAttention(core: Core): void {
  const ringing = new Set<ConnectionId>();
  let calm: (() => void) | null = null;
  watchRinging(core, {
    began({ connectionId }) {
      ringing.add(connectionId);
      if (consoleWindows().some((window) => window.isFocused())) return;
      // Anew, also where the one before has been looked at and left ringing.
      calm?.();
      calm = begin();
    },
    ended(connectionId) {
      ringing.delete(connectionId);
      if (ringing.size > 0) return;
      calm?.();
      calm = null;
    },
  });
}

/** Returns the function that ends it. */
function begin(): () => void {
  const { dock } = app;
  if (process.platform === 'darwin' && dock !== undefined) {
    const bounce = dock.bounce('critical');
    return () => dock.cancelBounce(bounce);
  }
  const windows = consoleWindows();
  for (const window of windows) {
    window.flashFrame(true);
    window.once('focus', () => window.flashFrame(false));
  }
  return () => windows.filter((window) => !window.isDestroyed()).forEach((window) => window.flashFrame(false));
}
