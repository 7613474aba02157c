/** The settings file. Version 1 also held the theme, which is the assistant's own now (`preferences.json`). */
import { Settings } from '../../../shared/bridge';
import { Preferences } from '../../../shared/console/preferences';
import { isLoopback } from '../../../shared/connection/loopback';
import { defaultPort } from '../../../shared/protocol/messages';
import type { FileFormat } from './versionedFile';

export const settingsFormat: FileFormat<Settings> = {
  schema: Settings,
  // A field that the schema does not know is left out by it.
  migrations: [
    (old) => ({ ...old, version: 2 }),
    (old) => ({
      ...old,
      version: 3,
      primary: encryptedUnlessLocal(old['primary']),
      backup: encryptedUnlessLocal(old['backup']),
      allowPlain: false,
      authority: null,
    }),
  ],
  initial: {
    version: 3,
    primary: { host: '127.0.0.1', port: defaultPort, tls: false },
    backup: { host: '127.0.0.1', port: defaultPort + 1, tls: false },
    heartbeatIntervalMs: null,
    requestTimeoutMs: null,
    logLevel: 'info',
    allowPlain: false,
    authority: null,
  },
};

/** Before version 3 nothing was encrypted. Whoever really wants that over a network has to say so now. */
function encryptedUnlessLocal(address: unknown): unknown {
  if (typeof address !== 'object' || address === null || !('host' in address)) return address;
  return { ...address, tls: !isLoopback(String(address.host)) };
}

/** The theme that a settings file of version 1 held; nothing in any other. */
export function themeOfOld(settings: Readonly<Record<string, unknown>> | null): Partial<Pick<Preferences, 'theme'>> {
  if (settings?.['version'] !== 1) return {};
  const theme = Preferences.shape.theme.safeParse(settings['theme']);
  return theme.success ? { theme: theme.data } : {};
}
