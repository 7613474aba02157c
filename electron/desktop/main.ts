/** The desktop host: Electron around the console core. One policy per module; this is the order they come in. */
import path from 'node:path';
import { app } from 'electron';
import { fail, ok } from '../../shared/result';
import { systemClock } from '../core/clock';
import { createCore } from '../core/core';
import { createDeviceStore } from '../core/devices';
import { openDocuments } from '../core/documents';
import { watchNetwork } from '../core/networkWatch';
import { presetsFile } from '../core/presets/place';
import { readPresets } from '../core/presets/read';
import { appVersion } from '../core/version';
import { readDemoAccounts } from '../core/demoAccounts';
import { createConsoleLog } from '../core/logging/consoleLog';
import { followLogLevel } from '../core/logLevel';
import { abilitiesHere } from './abilities';
import { feedHere } from './builtFeed';
import { denyCertificates } from './certificates';
import { Crash } from './crash';
import { watchPages } from './crashedPages';
import { denyDownloads } from './downloads';
import { endAll } from './endAll';
import { readEnvironment } from './environment';
import { listenForFiles, onFile } from './filesToOpen';
import { serveIpc } from './ipc';
import { listenForLinks } from './links';
import { rendererDir } from './locations';
import { denyNavigation } from './navigation';
import { setPermissions } from './permissions';
import { RecordingFiles } from './recordingFiles';
import { openReplayWindow } from './replayWindow';
import { restartApp } from './restart';
import { saveFile } from './saveFile';
import { registerScheme, serveScheme } from './scheme';
import { openSecretStore } from './secrets';
import { createShell } from './shell';
import type { Shell } from './shell';
import { isOnlyInstance } from './singleInstance';
import { followSystem } from './system';
import { createUpdater } from './updater';
import { openWindowPlace } from './windowPlace';
import { wordsFor } from './words';

const consoleLog = createConsoleLog('info');
const { log } = consoleLog;
const crash = new Crash(log);
const environment = readEnvironment(process.env, log);
// Before the lock: consoles with folders of their own may run beside each other.
if (environment.userDataDir !== null) app.setPath('userData', path.resolve(environment.userDataDir));

let showAgain = (): void => undefined;

if (isOnlyInstance(() => showAgain(), log)) {
  consoleLog.keepIn(app.getPath('userData'));
  app.enableSandbox();
  registerScheme();
  denyNavigation(log);
  denyCertificates(log);
  watchPages(crash, log);
  listenForFiles();
  listenForLinks();
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const dataDir = app.getPath('userData');
  const machine = { platform: process.platform, variables: process.env, isPackaged: app.isPackaged };
  const administrator = readPresets(presetsFile(machine), log);
  const documents = openDocuments(dataDir, environment.presets, systemClock, log, administrator);
  log.level = documents.settings.value.logLevel;
  const words = () => wordsFor(documents.preferences.value);
  let shell: Shell | null = null;
  const here = feedHere(app.isPackaged, process.env);
  const updater = createUpdater({ here, clock: systemClock, log, random: Math.random });
  const core = createCore({
    documents,
    devices: createDeviceStore(path.join(dataDir, 'devices.json'), log),
    secrets: await openSecretStore(path.join(dataDir, 'remembered.json'), log),
    demo: readDemoAccounts(environment.demoAccountsFile, log),
    host: {
      abilities: abilitiesHere(),
      quit: () => app.quit(),
      restart: restartApp,
      ...updater.asked,
      showMenu: (model) => shell?.showMenu(model),
      saveFile: (name, text) => saveFile(name, text, words(), log),
      saveExport: (name, bytes) => saveFile(name, bytes, words(), log),
      openReplay(id) {
        openReplayWindow(id, log);
        return { status: 'opened' };
      },
    },
    log,
    recentLog: consoleLog.recent,
    appVersion,
    recording: { folder: path.join(dataDir, 'recordings'), host: 'desktop' },
  });
  crash.follow(core);
  followLogLevel(log, core);
  setPermissions(log);
  denyDownloads(log);
  const files = new RecordingFiles(log);
  serveScheme(rendererDir, async (id) => {
    if (files.has(id)) return await files.read(id);
    const text = await core.recording(id);
    return text === null ? fail('notFound') : ok(text);
  });
  serveIpc(core, log);
  const follow = {
    core,
    log,
    dataDir,
    show: () => showAgain(),
    end: () => end(),
    pageListens: () => shell?.pageListens() ?? false,
  };
  const parts = [
    watchNetwork(core),
    followSystem(follow),
    updater.follow(core),
    () => core.close(),
    () => void consoleLog.close(),
  ];
  const end = () => endAll(parts, log);
  // The window does not wait for the system's store.
  void core.start();
  shell = createShell(core, openWindowPlace(dataDir, log), log);
  showAgain = shell.showConsole;
  onFile((file) => void files.add(file).then((id) => id !== null && openReplayWindow(id, log)));
  app.on('will-quit', end);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => app.quit());
}
