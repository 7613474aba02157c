/** The settings in force: those of the file, under what the command line presets for this run. */
import type { Settings } from '../../shared/bridge';
import { defaultPort } from '../../shared/protocol/messages';
import type { Result } from '../../shared/result';
import type { Log } from './log';
import { readSettings, writeSettings } from './settingsFile';

const defaults: Settings = {
  version: 2,
  primary: { host: '127.0.0.1', port: defaultPort },
  backup: { host: '127.0.0.1', port: defaultPort + 1 },
  heartbeatIntervalMs: null,
  requestTimeoutMs: null,
  logLevel: 'info',
};

export interface SettingsStore {
  current(): Settings;
  /** In force only if they could be written. */
  save(settings: Settings): Result<undefined, Error>;
}

/** `presets` win over the file for this run; they are written only when the assistant saves the settings. */
export function createSettingsStore(file: string, presets: Partial<Settings>, log: Log): SettingsStore {
  let current: Settings = { ...defaults, ...readSettings(file, log), ...presets };
  return {
    current: () => current,
    save(settings) {
      const written = writeSettings(file, settings);
      if (written.ok) current = settings;
      else log.error({ problem: written.error.message }, 'settings could not be saved');
      return written;
    },
  };
}
