/** A core with its files in a folder of its own, between two scripted services, with a clock of the test's and everything it pushed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BridgePush, Settings } from '../../../shared/bridge';
import { noAbilities } from '../../../shared/console/noAbilities';
import { openDocuments } from '../documents';
import { createCore } from '../core';
import type { Core } from '../core';
import { plainHost } from '../host';
import type { Log } from '../log';
import { nothingPreset } from '../presets/presets';
import type { FoundPresets } from '../presets/presets';
import type { RecorderFiles } from '../recorder/files';
import type { RecordingPlace } from '../recorder/recording';
import type { Remembered, SecretStore } from '../secrets';
import { Inbox } from './inbox';
import { ManualClock } from './manualClock';
import { startScriptedService } from './scriptedService';
import type { Connection, ScriptedService } from './scriptedService';

export interface Bench {
  core: Core;
  readonly clock: ManualClock;
  readonly primary: ScriptedService;
  readonly backup: ScriptedService;
  readonly pushes: Inbox<BridgePush>;
  /** Everything logged, as text. */
  readonly logged: string[];
  settings: Settings;
  /** An administrator's presets, from the next start on. */
  presets: FoundPresets;
  /** Who is remembered, as a system's store would keep it. */
  readonly secrets: MemorySecrets;
  /** How often the page has asked to quit. */
  quits: number;
  /** Everything pushed, as text. */
  readonly told: string[];
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
  /** Ends the console and starts it again over the same files and secrets. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

class MemorySecrets implements SecretStore {
  canRemember: SecretStore['canRemember'] = 'yes';
  kept: Remembered | null = null;
  read = () => Promise.resolve(this.kept);
  keep(remembered: Remembered): Promise<boolean> {
    this.kept = remembered;
    return Promise.resolve(true);
  }
  forget(): void {
    this.kept = null;
  }
}

/** `recorded`: into `recordings` of its folder, or into these files. */
export async function createBench(recorded: boolean | RecorderFiles = false): Promise<Bench> {
  const folder = mkdtempSync(path.join(tmpdir(), 'console-core-'));
  const primary = await startScriptedService('primary');
  const backup = await startScriptedService('backup');
  const clock = new ManualClock();
  const logged: string[] = [];
  const note = (fields: object, message: string) => logged.push(JSON.stringify({ ...fields, message }));
  const log: Log = { info: note, warn: note, error: note };
  const pushes = new Inbox<BridgePush>();
  const settings: Settings = {
    version: 3,
    primary: primary.address,
    backup: backup.address,
    heartbeatIntervalMs: null,
    requestTimeoutMs: null,
    logLevel: 'info',
    allowPlain: false,
    authority: null,
  };
  const devices = new Map<string, string>();
  const secrets = new MemorySecrets();
  const told: string[] = [];
  const start = (presets: FoundPresets): Core => {
    const core = createCore({
      devices: {
        tokenOf: (userId) => devices.get(userId) ?? null,
        keep: (userId, _servers, token) => void devices.set(userId, token),
      },
      documents: openDocuments(folder, settings, clock, log, presets),
      secrets,
      host: {
        ...plainHost,
        abilities: { ...noAbilities, quit: true },
        quit: () => (bench.quits += 1),
        saveFile: () => Promise.resolve({ status: 'saved' }),
        saveExport: () => Promise.resolve({ status: 'saved' }),
        openReplay: () => ({ status: 'opened' }),
      },
      log,
      clock,
      random: () => 0.5,
      appVersion: '0.0.0',
      ...(recorded !== false && { recording: placeOf(recorded, folder) }),
    });
    core.subscribe((push) => {
      told.push(JSON.stringify(push));
      pushes.put(push);
    });
    return core;
  };
  const bench: Pick<Bench, 'settings' | 'presets' | 'quits' | 'core'> = {
    settings,
    presets: nothingPreset,
    quits: 0,
    core: start(nothingPreset),
  };
  return Object.assign(bench, {
    clock,
    primary,
    backup,
    pushes,
    logged,
    devices,
    folder,
    secrets,
    told,
    push: <K extends BridgePush['kind']>(kind: K) =>
      pushes.take((push): push is Extract<BridgePush, { kind: K }> => push.kind === kind),
    phase: (phase: string) =>
      pushes.take(
        (push): push is Extract<BridgePush, { kind: 'link' }> => push.kind === 'link' && push.link.phase === phase,
      ),
    resuming: () =>
      pushes.take((push) => push.kind === 'link' && push.link.phase === 'connecting' && push.link.resuming),
    async goLive() {
      const login = bench.core.handlers.login({ userId: 'maya', password: 'secret-word', remember: false });
      const connection = await primary.connection();
      await connection.accept();
      await login;
      await pushes.take((push) => push.kind === 'link' && push.link.phase === 'live');
      await pushes.take((push) => push.kind === 'console');
      return connection;
    },
    async restart() {
      bench.core.close();
      bench.core = start(bench.presets);
      await bench.core.start();
    },
    async close() {
      bench.core.close();
      await Promise.all([primary.close(), backup.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

function placeOf(recorded: true | RecorderFiles, folder: string): RecordingPlace {
  const place = { folder: path.join(folder, 'recordings'), host: 'browser' } as const;
  return recorded === true ? place : { ...place, files: recorded };
}
