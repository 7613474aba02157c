/** The settings file. Version 1 also held the theme, which is the assistant's own now (`preferences.json`). */
import { Settings } from '../../../shared/bridge';
import { Preferences } from '../../../shared/console/preferences';
import { defaultPort } from '../../../shared/protocol/messages';
import type { FileFormat } from './versionedFile';

export const settingsFormat: FileFormat<Settings> = {
  schema: Settings,
  // A field that the schema does not know is left out by it.
  migrations: [(old) => ({ ...old, version: 2 })],
  initial: {
    version: 2,
    primary: { host: '127.0.0.1', port: defaultPort },
    backup: { host: '127.0.0.1', port: defaultPort + 1 },
    heartbeatIntervalMs: null,
    requestTimeoutMs: null,
    logLevel: 'info',
  },
};

/** The theme that a settings file of version 1 held; nothing in any other. */
export function themeOfOld(settings: Readonly<Record<string, unknown>> | null): Partial<Pick<Preferences, 'theme'>> {
  if (settings?.['version'] !== 1) return {};
  const theme = Preferences.shape.theme.safeParse(settings['theme']);
  return theme.success ? { theme: theme.data } : {};
}
