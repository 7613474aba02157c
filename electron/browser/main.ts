/** The browser host: the console core of one assistant, served to a browser on this machine. */
import path from 'node:path';
import { noAbilities } from '../../shared/console/noAbilities';
import { systemClock } from '../core/clock';
import { createCore } from '../core/core';
import { readDemoAccounts } from '../core/demoAccounts';
import { createDeviceStore } from '../core/devices';
import { openDocuments } from '../core/documents';
import { plainHost, replayPath } from '../core/host';
import { createConsoleLog } from '../core/logging/consoleLog';
import { watchProcess } from '../core/logging/watchProcess';
import { followLogLevel } from '../core/logLevel';
import { watchNetwork } from '../core/networkWatch';
import { presetsFile } from '../core/presets/place';
import { readPresets } from '../core/presets/read';
import { noSecrets } from '../core/secrets';
import { appVersion } from '../core/version';
import { parseFlags } from './flags';
import { lockFolder, takenExitCode, takenMessage } from './folderLock';
import { startHost } from './host';

const flags = parseFlags(process.argv.slice(2));
if (!flags.ok) {
  console.error(flags.error);
  process.exit(2);
}

const { port, presets, dataDir, rendererDir, exitWithParent, logLevel, demoAccountsFile } = flags.value;
// Before any file is read, as its log is one of them.
const lock = await lockFolder(dataDir);
if (!lock.ok && lock.error === 'taken') {
  console.error(takenMessage(dataDir));
  process.exit(takenExitCode);
}
const consoleLog = createConsoleLog(logLevel ?? 'info');
const { log } = consoleLog;
consoleLog.keepIn(dataDir);
if (!lock.ok) log.warn('the folder can not be locked: nothing keeps a second console out of it');
// A page whose host has gone says so; one whose host is damaged could not.
watchProcess(log, () => process.exit(1));
// Run from a checkout, by whoever could change the checkout: not packaged.
const machine = { platform: process.platform, variables: process.env, isPackaged: false };
const documents = openDocuments(dataDir, presets, systemClock, log, readPresets(presetsFile(machine), log));
if (logLevel === null) log.level = documents.settings.value.logLevel;
const core = createCore({
  documents,
  devices: createDeviceStore(path.join(dataDir, 'devices.json'), log),
  secrets: noSecrets,
  demo: readDemoAccounts(demoAccountsFile, log),
  host: {
    ...plainHost,
    abilities: noAbilities,
    quit: () => undefined,
    saveFile: () => Promise.resolve({ status: 'failed' }),
    saveExport: () => Promise.resolve({ status: 'failed' }),
    openReplay: (id) => ({ status: 'page', path: replayPath(id) }),
  },
  log,
  recentLog: consoleLog.recent,
  appVersion,
  recording: { folder: path.join(dataDir, 'recordings'), host: 'browser' },
});
followLogLevel(log, core);
await core.start();
const stopWatching = watchNetwork(core);
const sayLink = (url: string) => console.log(`Console: ${url}`);
const host = await startHost({ core, log, rendererDir, port, onNewLink: sayLink });

console.log(`READY ${JSON.stringify({ port: host.port, url: host.url() })}`);
sayLink(host.url());

const stopPatienceMs = 4_000;
const end = () => {
  // A page that does not let go must not hold up the end.
  setTimeout(() => process.exit(1), stopPatienceMs);
  stopWatching();
  core.close();
  void Promise.all([host.close(), consoleLog.close()]).finally(() => {
    if (lock.ok) lock.value.release();
    process.exit(0);
  });
};
process.once('SIGTERM', end);
process.once('SIGINT', end);
if (exitWithParent) process.stdin.once('end', end).once('error', end).resume();
