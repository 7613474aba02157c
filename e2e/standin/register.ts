/** Loaded by `node --require` before the app: from here on `require('electron')` is the stand-in, in the app and in the inspector. */
import Module from 'node:module';
import { app } from './app';
import { autoUpdater } from './autoUpdater';
import { BrowserWindow, webContents } from './browserWindow';
import { dialog } from './dialog';
import { globalShortcut } from './globalShortcut';
import { ipcMain } from './ipcMain';
import { Menu } from './menu';
import { nativeImage } from './nativeImage';
import { net } from './net';
import { Notification } from './notification';
import { hideBundle } from './packed';
import { powerMonitor } from './powerMonitor';
import { protocol } from './protocol';
import { safeStorage } from './safeStorage';
import { screen } from './screen';
import { session } from './session';
import { strict } from './strict';
import { Tray } from './tray';

const electron = strict('electron', {
  app,
  autoUpdater,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeImage,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  Tray,
  webContents,
});

interface ModuleLoader {
  _load(request: string, parent: unknown, isMain: boolean): unknown;
}

const loader = Module as unknown as ModuleLoader;
const load = loader._load.bind(loader);
loader._load = (request, parent, isMain) => {
  if (request === 'electron') return electron;
  // Node itself needs to see the bundle until it loads it.
  if (isMain) hideBundle();
  return load(request, parent, isMain);
};
