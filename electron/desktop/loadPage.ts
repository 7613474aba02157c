/** Has a window load a page of ours. A load that is broken off, by whoever closes the window in its first second, is no error of the console's. */
import type { BrowserWindow } from 'electron';
import type { Log } from '../core/log';

export function loadPage(window: Pick<BrowserWindow, 'loadURL'>, url: string, log: Log): void {
  void window.loadURL(url).catch((error: unknown) => {
    log.warn({ problem: error instanceof Error ? error.message : String(error) }, 'a page was not loaded');
  });
}
