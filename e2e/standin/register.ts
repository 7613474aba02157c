/** Loaded by `node --require` before the app: from here on `require('electron')` is the stand-in, in the app and in the inspector. */
import Module from 'node:module';
import { app } from './app';
import { BrowserWindow, webContents } from './browserWindow';
import { dialog } from './dialog';
import { ipcMain } from './ipcMain';
import { Menu } from './menu';
import { Notification } from './notification';
import { powerMonitor } from './powerMonitor';
import { protocol } from './protocol';
import { safeStorage } from './safeStorage';
import { screen } from './screen';
import { session } from './session';
import { strict } from './strict';

const electron = strict('electron', {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  webContents,
});

interface ModuleLoader {
  _load(request: string, ...rest: unknown[]): unknown;
}

const loader = Module as unknown as ModuleLoader;
const load = loader._load.bind(loader);
loader._load = (request, ...rest) => (request === 'electron' ? electron : load(request, ...rest));
