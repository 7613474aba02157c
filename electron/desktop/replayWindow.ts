/** The window that plays a recording. It has no preload and an origin of its own: there is no way from it to the console or to a call. */
import { BrowserWindow } from 'electron';
import type { Log } from '../core/log';
import { closedDoors } from './doors';
import { loadPage } from './loadPage';
import { replayUrl } from './scheme';

/** Without an id the page asks for a file. */
export function openReplayWindow(id: string | null, log: Log): void {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 1000,
    minHeight: 640,
    title: 'Assistant Console',
    show: false,
    webPreferences: closedDoors,
  });
  // The menu's commands are the console's.
  window.removeMenu();
  window.once('ready-to-show', () => window.show());
  loadPage(window, replayUrl(id), log);
}
