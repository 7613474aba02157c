/**
 * What this machine was given to be known again by: one token for each user and pair of servers. It proves nothing by itself, it only
 * keeps this machine from being slowed by what others try; so it lies in a file of its own that only its owner can read, and never
 * reaches the screen.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Settings } from '../../shared/bridge';
import type { Log } from './log';

export interface DeviceStore {
  /** Null where this user has not logged in from here before. */
  tokenOf(userId: string, servers: Servers): string | null;
  keep(userId: string, servers: Servers, token: string): void;
}

type Address = Pick<Settings['primary'], 'host' | 'port'>;
interface Servers {
  readonly primary: Address;
  readonly backup: Address | null;
}

const Known = z.object({ version: z.literal(1), tokens: z.record(z.string(), z.string().min(1).max(200)) });
/** Users of one machine; the one that was here longest ago goes. */
const mostTokens = 50;

export function createDeviceStore(file: string, log: Log): DeviceStore {
  let tokens = read(file);
  return {
    tokenOf: (userId, servers) => tokens.get(keyOf(userId, servers)) ?? null,
    keep(userId, servers, token) {
      const key = keyOf(userId, servers);
      if (tokens.get(key) === token) return;
      const others = [...tokens].filter(([other]) => other !== key).slice(1 - mostTokens);
      tokens = new Map([...others, [key, token]]);
      try {
        write(file, tokens);
      } catch (error) {
        // Without the file this machine is just an unknown one at the next start.
        log.warn({ problem: error instanceof Error ? error.message : String(error) }, 'device token not saved');
      }
    },
  };
}

function keyOf(userId: string, { primary, backup }: Servers): string {
  const pair = [primary, backup].map((server) => (server === null ? '' : `${server.host}:${server.port}`));
  return JSON.stringify([userId, ...pair]);
}

/** A file that can't be read counts as none: the next login writes it anew. */
function read(file: string): ReadonlyMap<string, string> {
  try {
    return new Map(Object.entries(Known.parse(JSON.parse(readFileSync(file, 'utf8'))).tokens));
  } catch {
    return new Map();
  }
}

/** Temporary file, fsync, rename: a crash leaves the old tokens or the new ones. */
function write(file: string, tokens: ReadonlyMap<string, string>): void {
  const temporary = `${file}.tmp`;
  mkdirSync(path.dirname(file), { recursive: true });
  const handle = openSync(temporary, 'w', 0o600);
  try {
    writeFileSync(handle, `${JSON.stringify({ version: 1, tokens: Object.fromEntries(tokens) }, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
}
