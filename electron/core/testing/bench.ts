/** A core with its files in a folder of its own, between two scripted services, with a clock of the test's and everything it pushed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BridgePush, Settings } from '../../../shared/bridge';
import { openDocuments } from '../documents';
import { createCore } from '../core';
import type { Core } from '../core';
import type { Log } from '../log';
import { Inbox } from './inbox';
import { ManualClock } from './manualClock';
import { startScriptedService } from './scriptedService';
import type { Connection, ScriptedService } from './scriptedService';

export interface Bench {
  readonly core: Core;
  readonly clock: ManualClock;
  readonly primary: ScriptedService;
  readonly backup: ScriptedService;
  readonly pushes: Inbox<BridgePush>;
  /** Everything logged, as text. */
  readonly logged: string[];
  settings: Settings;
  /** Where its files are. */
  readonly folder: string;
  /** Device tokens by user. */
  readonly devices: Map<string, string>;
  push<K extends BridgePush['kind']>(kind: K): Promise<Extract<BridgePush, { kind: K }>>;
  phase(phase: 'live' | 'connecting' | 'waiting' | 'signedOut'): Promise<Extract<BridgePush, { kind: 'link' }>>;
  /** The link was lost and is being resumed. */
  resuming(): Promise<unknown>;
  /** Logs in at the primary and returns its connection. */
  goLive(): Promise<Connection>;
  close(): Promise<void>;
}

export async function createBench(): Promise<Bench> {
  const folder = mkdtempSync(path.join(tmpdir(), 'console-core-'));
  const primary = await startScriptedService('primary');
  const backup = await startScriptedService('backup');
  const clock = new ManualClock();
  const logged: string[] = [];
  const note = (fields: object, message: string) => logged.push(JSON.stringify({ ...fields, message }));
  const log: Log = { info: note, warn: note, error: note };
  const pushes = new Inbox<BridgePush>();
  const bench = {
    settings: {
      version: 2,
      primary: primary.address,
      backup: backup.address,
      heartbeatIntervalMs: null,
      requestTimeoutMs: null,
      logLevel: 'info',
    } as Settings,
  };
  const devices = new Map<string, string>();
  const core = createCore({
    devices: {
      tokenOf: (userId) => devices.get(userId) ?? null,
      keep: (userId, _servers, token) => void devices.set(userId, token),
    },
    documents: openDocuments(folder, bench.settings, clock, log),
    log,
    clock,
    random: () => 0.5,
    appVersion: '0.0.0',
  });
  core.subscribe((push) => pushes.put(push));
  return Object.assign(bench, {
    core,
    clock,
    primary,
    backup,
    pushes,
    logged,
    devices,
    folder,
    push: <K extends BridgePush['kind']>(kind: K) =>
      pushes.take((push): push is Extract<BridgePush, { kind: K }> => push.kind === kind),
    phase: (phase: string) =>
      pushes.take(
        (push): push is Extract<BridgePush, { kind: 'link' }> => push.kind === 'link' && push.link.phase === phase,
      ),
    resuming: () =>
      pushes.take((push) => push.kind === 'link' && push.link.phase === 'connecting' && push.link.resuming),
    async goLive() {
      const login = core.handlers.login({ userId: 'maya', password: 'secret-word', remember: false });
      const connection = await primary.connection();
      await connection.accept();
      await login;
      await pushes.take((push) => push.kind === 'link' && push.link.phase === 'live');
      await pushes.take((push) => push.kind === 'console');
      return connection;
    },
    async close() {
      core.close();
      await Promise.all([primary.close(), backup.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  });
}
