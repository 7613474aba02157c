/** The console's window, with every door of the page closed: what it may do, it does through the bridge. */
import { BrowserWindow } from 'electron';
import type { Log } from '../core/log';
import { closedDoors } from './doors';
import { loadPage } from './loadPage';
import { preloadFile } from './locations';
import { consoleUrl } from './scheme';
import { boundsOf, followWindow } from './windowPlace';
import type { WindowPlace } from './windowPlace';

const consoles = new Set<BrowserWindow>();
const listeners: ((window: BrowserWindow) => void)[] = [];

/** Those with the console in them, and no others: a replay is told nothing and raised for nobody. */
export function consoleWindows(): readonly BrowserWindow[] {
  return [...consoles];
}

/** Called with each console window that opens from now on. */
export function onConsoleWindow(listener: (window: BrowserWindow) => void): void {
  listeners.push(listener);
}

/** `mayShow` is asked once there is something to see. */
export function openWindow(place: WindowPlace, log: Log, mayShow: () => boolean = () => true): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...boundsOf(place),
    minWidth: 1000,
    minHeight: 640,
    title: 'Assistant Console',
    // Shown when there is something to see: no white flash.
    show: false,
    webPreferences: {
      ...closedDoors,
      preload: preloadFile,
      // A timer of a window behind others must still run: calls ring there too.
      backgroundThrottling: false,
    },
  });
  consoles.add(window);
  window.once('closed', () => consoles.delete(window));
  followWindow(window, place);
  window.once('ready-to-show', () => {
    if (!mayShow()) return;
    // Shows it too, and without a moment in its smaller size.
    if (place.value.maximized) window.maximize();
    window.show();
  });
  listeners.forEach((listener) => listener(window));
  loadPage(window, consoleUrl, log);
  return window;
}

/** To the front, as a person wants it who has asked for it. */
export function showConsole(): void {
  const [window] = consoleWindows();
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
}
