/** electron-updater, set up as this product wants it. Loaded only where updates are on: it is not small. */
import { autoUpdater as system } from 'electron';
import { autoUpdater } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider';
import type { Feed } from '../core/updates/feed';
import { feedUrl } from '../core/updates/feed';
import type { UpdateEvent } from '../core/updates/view';
import { whyFailed } from '../core/updates/whyFailed';
import type { Log } from '../core/log';
import { ownAppImage } from './appImage';
import { endForGood } from './quitting';
import { SignedFeed } from './updateFeed';

export interface UpdateEngine {
  look(): void;
  /** Ends the console and begins the new one. */
  install(): void;
  /** Whether what is ready may be put in place as the console ends. */
  installOnQuit(allowed: boolean): void;
}

interface EngineOptions {
  readonly feed: Feed;
  readonly log: Log;
  readonly now: () => number;
  /** Of this console. */
  readonly version: string;
  /** Where the console is not packaged: in place of what the installer has left in its resources. */
  readonly devConfig: string | null;
  readonly tell: (event: UpdateEvent) => void;
}

/** Null where this copy can't be updated: not installed by an installer that can, or an address that is none. */
export function startEngine({ feed, log, now, version, devConfig, tell }: EngineOptions): UpdateEngine | null {
  const base = feedUrl(feed.url);
  if (base === null) {
    log.error({ feed: feed.url }, 'not the address of an update feed');
    return null;
  }
  // It writes whole feeds and stack traces; what matters is told below.
  autoUpdater.logger = null;
  if (devConfig !== null) {
    autoUpdater.forceDevUpdateConfig = true;
    autoUpdater.updateConfigPath = devConfig;
  } else if (process.platform === 'linux' && ownAppImage(process.env, process.execPath) === null) {
    // It would put our new version in the place of the program that has started us.
    delete process.env['APPIMAGE'];
  }
  autoUpdater.autoDownload = true;
  autoUpdater.allowDowngrade = false;
  autoUpdater.allowPrerelease = false;
  autoUpdater.disableWebInstaller = true;
  const trusted = { base, publicKey: feed.publicKey, current: version };
  class Ours extends SignedFeed {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(trusted, runtime);
    }
  }
  autoUpdater.setFeedURL({ provider: 'custom', updateProvider: Ours });
  if (!autoUpdater.isUpdaterActive()) return null;
  // On macOS the windows are closed before the app is told to quit. Not earlier: an installer that is gone installs nothing, and the console goes on.
  system.on('before-quit-for-update', endForGood);

  autoUpdater.on('checking-for-update', () => tell({ kind: 'looking' }));
  autoUpdater.on('update-not-available', () => tell({ kind: 'nothing', at: now() }));
  autoUpdater.on('update-available', (found) => tell({ kind: 'found', version: found.version }));
  autoUpdater.on('download-progress', ({ percent }) => tell({ kind: 'progress', percent }));
  autoUpdater.on('update-downloaded', (fetched) => {
    log.info({ version: fetched.version }, 'update fetched and checked');
    tell({ kind: 'fetched', version: fetched.version });
  });
  autoUpdater.on('error', (error) => {
    const why = whyFailed(error);
    const [problem = ''] = error.message.split('\n');
    log.warn({ why, problem: problem.slice(0, 300) }, 'update refused or not to be had');
    tell({ kind: 'failed', why });
  });
  return {
    look() {
      // Both promises fail with what `error` has told.
      void autoUpdater
        .checkForUpdates()
        .then((result) => result?.downloadPromise)
        .catch(() => undefined);
    },
    install() {
      autoUpdater.quitAndInstall(true, true);
    },
    installOnQuit(allowed) {
      autoUpdater.autoInstallOnAppQuit = allowed;
    },
  };
}
