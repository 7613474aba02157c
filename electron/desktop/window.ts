/** The console's window, with every door of the page closed: what it may do, it does through the bridge. */
import { BrowserWindow } from 'electron';
import { preloadFile } from './locations';
import { consoleUrl } from './scheme';
import { boundsOf, followWindow } from './windowPlace';
import type { WindowPlace } from './windowPlace';

export function openWindow(place: WindowPlace): BrowserWindow {
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
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // A timer of a window behind others must still run: calls ring there too.
      backgroundThrottling: false,
    },
  });
  followWindow(window, place);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(consoleUrl);
  return window;
}
