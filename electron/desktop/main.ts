/** The desktop host: Electron around the console core. One policy per module; this is the order they come in. */
import path from 'node:path';
import { app, BrowserWindow } from 'electron';
import { pino } from 'pino';
import { systemClock } from '../core/clock';
import { createCore } from '../core/core';
import { createDeviceStore } from '../core/devices';
import { openDocuments } from '../core/documents';
import { watchNetwork } from '../core/networkWatch';
import { appVersion } from '../core/version';
import { readDemoAccounts } from '../core/demoAccounts';
import { followLogLevel } from '../core/logLevel';
import { abilitiesHere } from './abilities';
import { denyDownloads } from './downloads';
import { readEnvironment } from './environment';
import { serveIpc } from './ipc';
import { rendererDir } from './locations';
import { setMenu } from './menu';
import { denyNavigation } from './navigation';
import { notifyOfCalls } from './notifications';
import { setPermissions } from './permissions';
import { popToFront } from './popToFront';
import { probeAfterSleep } from './power';
import { saveFile } from './saveFile';
import { registerScheme, serveScheme } from './scheme';
import { openSecretStore } from './secrets';
import { isOnlyInstance } from './singleInstance';
import { followStartWithComputer } from './startWithComputer';
import { openWindow } from './window';
import { openWindowPlace } from './windowPlace';
import { wordsFor } from './words';

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

async function start(): Promise<void> {
  const dataDir = app.getPath('userData');
  const documents = openDocuments(dataDir, environment.presets, systemClock, log);
  log.level = documents.settings.value.logLevel;
  const core = createCore({
    documents,
    devices: createDeviceStore(path.join(dataDir, 'devices.json'), log),
    secrets: await openSecretStore(path.join(dataDir, 'remembered.json'), log),
    demo: readDemoAccounts(environment.demoAccountsFile, log),
    host: {
      abilities: abilitiesHere(),
      quit: () => app.quit(),
      saveFile: (name, text) => saveFile(name, text, wordsFor(documents.preferences.value).saveAs, log),
    },
    log,
    appVersion,
  });
  followLogLevel(log, core);
  setPermissions();
  denyDownloads(log);
  serveScheme(rendererDir);
  serveIpc(core, log);
  setMenu(core);
  probeAfterSleep(core);
  const stopWatching = watchNetwork(core);
  popToFront(core);
  notifyOfCalls(core);
  followStartWithComputer(core);
  // The window does not wait for the system's store.
  void core.start();
  const place = openWindowPlace(dataDir, log);
  openWindow(place);
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(place);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', () => {
    stopWatching();
    core.close();
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => app.quit());
}
