/** The embedded world: a simulated switch and a pair of services, each its own process, on loopback. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../server/testing/freePort';
import { bundles } from './paths';
import { startProcess, type RunningProcess } from './processes';

export type ServicePair = 'primary' | 'backup';

export interface WorldOptions {
  /** Folder of the database both services share. Made if it is missing. */
  readonly dataDir: string;
  /** A postgres:// address instead of a file in that folder. */
  readonly databaseUrl?: string;
  /** Preferred ports; where one is taken (or 0) any free one is used. */
  readonly ports: { readonly switch: number; readonly primary: number; readonly backup: number };
  /** Calls a minute that the demo's callers make by themselves; 0 for none. */
  readonly callsPerMinute: number;
  /** Files (PEM) with which both services speak TLS, to the consoles and to each other. */
  readonly tls?: { readonly certificate: string; readonly key: string; readonly authority: string };
  /** Further flags of both services, see server/main.ts. */
  readonly serviceFlags?: readonly string[];
  /** Told as each process becomes ready. */
  readonly report?: (message: string) => void;
}

export interface World {
  /** After a restart the new one. */
  readonly switch: RunningProcess;
  readonly ports: { readonly switch: number; readonly primary: number; readonly backup: number };
  /** Where both services keep everything: a file, or a postgres:// address. */
  readonly database: string;
  /** The running process of that name; after a restart the new one. */
  service(name: ServicePair): RunningProcess;
  /** Starts a service that has ended, with the flags it had. */
  restart(name: ServicePair): Promise<void>;
  /** Ends the switch as a crash would: its calls are gone. */
  killSwitch(): Promise<void>;
  /** Starts it again where it was. */
  restartSwitch(): Promise<void>;
  stop(): Promise<void>;
}

export async function startWorld(options: WorldOptions): Promise<World> {
  const report = options.report ?? (() => undefined);
  mkdirSync(options.dataDir, { recursive: true });
  const ports = {
    switch: await freePort(options.ports.switch),
    primary: await freePort(options.ports.primary),
    backup: await freePort(options.ports.backup),
  };
  /** Where it listens, and why not where it was asked to. */
  const place = (name: keyof typeof ports): string => {
    const preferred = options.ports[name];
    const taken = preferred !== 0 && preferred !== ports[name];
    return `127.0.0.1:${ports[name]}${taken ? ` (port ${preferred} is in use)` : ''}`;
  };
  const { databaseUrl, tls } = options;
  const database = databaseUrl ?? path.join(options.dataDir, 'ipma.sqlite');
  const started: RunningProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((process) => process.stop()));
  };

  const startService = async (name: ServicePair): Promise<RunningProcess> => {
    const other = name === 'primary' ? 'backup' : 'primary';
    const flags = [
      ...['--name', name, '--port', String(ports[name])],
      ...(databaseUrl === undefined ? ['--database', database] : []),
      '--demo',
      ...[
        '--switch',
        `ws://127.0.0.1:${ports.switch}/cti`,
        '--peer',
        `${tls ? 'wss' : 'ws'}://127.0.0.1:${ports[other]}`,
      ],
      ...(tls ? ['--tls-cert', tls.certificate, '--tls-key', tls.key, '--tls-ca', tls.authority] : []),
      ...(options.serviceFlags ?? []),
    ];
    // In the environment: an address holds a password, and command lines are everybody's to see.
    const environment = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
    const process = await startProcess(`${name} service`, bundles.service, flags, environment);
    started.push(process);
    report(`${name === 'primary' ? 'Primary' : 'Backup'} service on ${place(name)}`);
    return process;
  };

  const startSwitch = async (): Promise<RunningProcess> => {
    const flags = ['--port', String(ports.switch), '--calls', String(options.callsPerMinute)];
    const process = await startProcess('simulated switch', bundles.switch, flags);
    started.push(process);
    return process;
  };

  try {
    let pbx = await startSwitch();
    report(`Simulated switch on ${place('switch')}`);
    // The primary first, so that it is the active one when both are well.
    const services = { primary: await startService('primary'), backup: await startService('backup') };
    return {
      get switch() {
        return pbx;
      },
      ports,
      database,
      service: (name) => services[name],
      restart: async (name) => {
        services[name] = await startService(name);
      },
      async killSwitch() {
        const { child } = pbx;
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await ended;
      },
      async restartSwitch() {
        pbx = await startSwitch();
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
