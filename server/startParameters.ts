/** What a service reads from the database before it listens: its port and the other service of the pair, where its flags do not say. */
import type { Logger } from 'pino';
import type { ServiceName } from '../shared/protocol/messages';
import { loadParameters, parseParameters, type Parameters } from './store/parameters';
import { nameOfStore } from './store/location';
import { openStore } from './store/open';

export type StartParameters = Pick<Parameters, 'serverPort' | 'primaryServer' | 'backupServer'>;

/** The defaults where the database cannot be read: the service starts all the same, and says so. */
export async function readStartParameters(database: string, log: Pick<Logger, 'warn'>): Promise<StartParameters> {
  try {
    const db = await openStore(database);
    try {
      return await loadParameters(db);
    } finally {
      await db.destroy();
    }
  } catch (error) {
    const defaults = parseParameters(new Map());
    const store = nameOfStore(database);
    log.warn({ err: error, store, port: defaults.serverPort }, 'the service parameters cannot be read: using defaults');
    return defaults;
  }
}

/** The addresses are those of pool 1; services of other pools are told by `--peer`. Where this service speaks TLS, so does the other. */
export function peerAddress(
  parameters: StartParameters,
  name: ServiceName,
  pool: number,
  scheme: 'ws' | 'wss',
): string | undefined {
  const other = name === 'primary' ? parameters.backupServer : parameters.primaryServer;
  return other === null || pool !== 1 ? undefined : `${scheme}://${withPort(other, parameters.serverPort)}`;
}

/** `host:port`, whether or not the port was given. */
export function withPort(address: string, usual: number): string {
  return /:\d+$/.test(address) ? address : `${address}:${usual}`;
}
