/** The desktop host: Electron around the console core. One policy per module; this is the order they come in. */
import path from 'node:path';
import { app, BrowserWindow } from 'electron';
import { pino } from 'pino';
import { systemClock } from '../core/clock';
import { createCore } from '../core/core';
import { createDeviceStore } from '../core/devices';
import { openDocuments } from '../core/documents';
import { appVersion } from '../core/version';
import { readEnvironment } from './environment';
import { serveIpc } from './ipc';
import { rendererDir } from './locations';
import { setMenu } from './menu';
import { denyNavigation } from './navigation';
import { denyPermissions } from './permissions';
import { probeAfterSleep } from './power';
import { registerScheme, serveScheme } from './scheme';
import { isOnlyInstance } from './singleInstance';
import { openWindow } from './window';

const log = pino({ level: 'info' }, pino.destination({ dest: 2, sync: true }));
const environment = readEnvironment(process.env, log);
// Before the lock: consoles with folders of their own may run beside each other.
if (environment.userDataDir !== null) app.setPath('userData', path.resolve(environment.userDataDir));

if (isOnlyInstance()) {
  app.enableSandbox();
  registerScheme();
  denyNavigation(log);
  void app.whenReady().then(start);
} else {
  app.quit();
}

function start(): void {
  const dataDir = app.getPath('userData');
  const documents = openDocuments(dataDir, environment.presets, systemClock, log);
  const devices = createDeviceStore(path.join(dataDir, 'devices.json'), log);
  const core = createCore({ documents, devices, log, appVersion });
  denyPermissions();
  serveScheme(rendererDir);
  serveIpc(core, log);
  setMenu();
  probeAfterSleep(core);
  openWindow();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', () => core.close());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => app.quit());
}
