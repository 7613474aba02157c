/** One IPMA service, put together: store, lease, switch, consoles. Everything it does not own comes in as an option. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { isLoopback } from '../shared/connection/loopback';
import { protocolError } from '../shared/protocol/errors';
import type { ConsoleParameters, ServiceName } from '../shared/protocol/messages';
import { Doorkeeper } from './accounts/prove';
import { Active } from './calls/active';
import { SwitchMirror } from './calls/mirror';
import { Consoles } from './console/consoles';
import { Endpoint } from './console/endpoint';
import { closeCode } from './console/socket';
import { Directory } from './directory/directory';
import { instanceId } from './lease/decide';
import { startLease } from './lease/lease';
import { connectPeer, noPeer } from './lease/peer';
import { Operation } from './operation';
import type { Fence } from './store/fence';
import { keepStore } from './store/keeper';
import { loadCompany } from './store/loadCompany';
import type { Db } from './store/open';
import { loadPresence } from './store/presence';
import { readRevision, watchRevision, type Revision } from './store/revision';
import type { SwitchPort } from './switch/port';
import {
  certificateAge,
  followCertificate,
  logCertificate,
  readCertificate,
  type CertificateFiles,
} from './tls/certificate';
import { usualTrust, type OutgoingTls } from './tls/trust';
import { serviceVersion } from './version';
import type { Health } from './web/health';
import { eventsPath } from './web/managerProtocol';
import { serveManagerPage } from './web/managerWeb';
import { createHttp } from './web/http';

export interface ServiceOptions {
  readonly name: ServiceName;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** With these the port speaks `wss` and `https`, without them `ws` and `http`. */
  readonly certificate?: CertificateFiles;
  /** How often renewed files are looked for, milliseconds; every five seconds where it is left out. */
  readonly certificatePollMs?: number;
  /** Whom to trust where the peer is spoken to over `wss`; left out: whom Node trusts. */
  readonly trust?: OutgoingTls;
  readonly database: string;
  /** Which pool of managers and assistants this pair serves, 1 to 3. */
  readonly pool: number;
  /** Called once; the service listens in the same tick, since the switch greets each connection only once. */
  readonly connectSwitch: () => SwitchPort;
  /** WebSocket address of the other service; null when there is none. */
  readonly peer: (() => string) | null;
  /** Runs once on the opened store: seeding. */
  readonly prepareStore: (db: Db) => Promise<void>;
  readonly allowedOrigins: readonly string[];
  /** Milliseconds; where set, they win over the stored parameters. */
  readonly parameters: Partial<ConsoleParameters>;
  readonly leaseMs: number;
  /** How long the backup leaves a lease to a primary that starts at the same time, milliseconds. */
  readonly hesitateMs: number;
  readonly presenceGraceMs: number;
  /** Answer `/metrics` to other machines too; left out: only to this one. */
  readonly metricsOpen?: boolean;
  /** The built manager's page (dist/manager); without it only its API is served. */
  readonly managerPageDir?: string;
  readonly log: Logger;
}

export interface Service {
  readonly port: number;
  health(): Health;
  /** Gives the lease back and closes. `abrupt` leaves everything as a crash would. */
  stop(how: 'clean' | 'abrupt'): Promise<void>;
}

const storeRetryMs = 1_000;
const peerRetryMs = 500;
/** How soon renewed certificate files are in force, milliseconds. */
const certificatePollMs = 5_000;
/** How soon a change by the administrator is in force, milliseconds. */
const revisionPollMs = 500;

/** Resolves when the port is open; store and switch may come later. Rejects when the port can't be had, or not with this certificate. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { log, name, certificate: files } = options;
  let certificate = files === undefined ? null : readCertificate(files);
  const mirror = new SwitchMirror();
  let consoles: Consoles | null = null;
  let stopped = false;
  /** Called at each change of role: whoever waits for an election looks again. */
  const roleWaiters = new Set<() => void>();

  const operation = new Operation(log, () => ({
    ...state(),
    peer: peer.report().state,
    directoryEntries: directory.size,
    certificate: certificate && certificateAge(certificate, Date.now()),
  }));
  let stopFollowing = () => {};
  const http = createHttp(
    { health, metrics: operation.metrics, metricsOpen: options.metricsOpen ?? false },
    certificate?.context ?? null,
    (server) => {
      if (!files) return;
      stopFollowing = followCertificate(files, server, {
        everyMs: options.certificatePollMs ?? certificatePollMs,
        log,
        onRenewed: (renewed) => (certificate = renewed),
      });
    },
  );
  const doorkeeper = new Doorkeeper();
  const managerWeb = await serveManagerPage(http, {
    active: () => consoles?.active ?? null,
    peer: options.peer,
    allowedOrigins: options.allowedOrigins,
    doorkeeper,
    pageDir: options.managerPageDir ?? null,
    log,
  });
  const endpoint = new Endpoint(http.server, {
    service: name,
    allowedOrigins: options.allowedOrigins,
    consoles: () => consoles,
    settled,
    parameters: (current) => ({ ...pick(current), ...options.parameters }),
    doorkeeper,
    upgrades: new Map([[eventsPath, (request, socket, head) => managerWeb.upgrade(request, socket, head)]]),
    log,
  });
  try {
    await http.listen({ host: options.host, port: options.port });
  } catch (error) {
    stopFollowing();
    await operation.stop('abrupt');
    throw error;
  }
  const { port } = http.server.address() as AddressInfo;
  if (certificate) logCertificate(certificate, log);
  else if (!isLoopback(options.host))
    log.warn(
      { host: options.host },
      'listening for other machines without encryption: give --tls-cert and --tls-key, or put a proxy with TLS in front',
    );

  const store = keepStore(options.database, {
    log,
    retryMs: storeRetryMs,
    prepare: options.prepareStore,
    onOpen: () => void lease.look(),
  });
  const peer =
    options.peer === null
      ? noPeer
      : connectPeer(options.peer, peerRetryMs, () => void lease.look(), { trust: options.trust ?? usualTrust, log });
  const lease = startLease({
    db: () => store.db(),
    pool: options.pool,
    me: instanceId(name, randomUUID()),
    leaseMs: options.leaseMs,
    tickMs: Math.max(20, Math.floor(options.leaseMs / 5)),
    hesitateMs: options.hesitateMs,
    peer: () => peer.report(),
    log,
    onGained: (fence) => void activate(fence),
    onLost: deactivate,
  });
  const switchPort = options.connectSwitch();
  const stopRecording = switchPort.listen(operation.switchListener);
  const stopListening = switchPort.listen({
    connected(snapshot) {
      log.info({ calls: snapshot.calls.length }, 'switch connected');
      mirror.replace(snapshot);
      consoles?.active.switchReplaced();
    },
    event(event) {
      const touched = mirror.apply(event);
      consoles?.active.switchChanged(event, touched);
    },
    disconnected() {
      log.warn('switch lost');
      mirror.up = false;
      consoles?.active.switchReplaced();
    },
  });

  /** What the active service has loaded, and what the database has now. */
  let companyRevision = 0;
  /** In memory in the standby too. */
  const directory = new Directory(log);
  let directoryRevision: number | null = null;
  const revisions = watchRevision({ db: () => store.db(), everyMs: revisionPollMs, log, onRevision: followRevision });

  async function followRevision(revision: Revision): Promise<void> {
    const now = consoles;
    const db = store.db();
    if (db) void directory.follow(db, revision.directory);
    if (directoryRevision !== null && directoryRevision !== revision.directory) now?.active.directoryChanged();
    directoryRevision = revision.directory;
    if (!now || !db || revision.company === companyRevision) return;
    if (!(await now.active.reload(() => loadCompany(db, options.pool)))) return;
    endpoint.parametersChanged(now);
    await Promise.all([now.dropEnded(), managerWeb.dropEnded()]);
    // Only now: what failed is done again at the next look.
    if (consoles === now) companyRevision = revision.company;
    log.info({ revision: revision.company }, 'configuration changed: in force');
  }

  async function activate(fence: Fence): Promise<void> {
    const db = store.db();
    try {
      if (!db) return;
      const { company: revision } = await readRevision(db);
      const [company, presence] = [await loadCompany(db, options.pool), await loadPresence(db, options.pool)];
      // Another takeover may have come in between: only the newest fence counts.
      if (stopped || lease.fence() !== fence) return;
      const active = new Active({
        fence,
        db,
        company,
        presence,
        presenceGraceMs: options.presenceGraceMs,
        mirror,
        port: switchPort,
        log,
        directory,
        metrics: operation.metrics,
        onFenced: () => void lease.fenced(fence),
      });
      companyRevision = revision;
      consoles = new Consoles(active);
      for (const look of roleWaiters) look();
      operation.becameActive({
        db,
        fence,
        company: () => active.world.company,
        onFenced: () => void lease.fenced(fence),
      });
      if (mirror.up) void active.takeControl();
    } catch (error) {
      operation.configurationRead(false);
      log.error({ err: error }, 'the company cannot be read; trying again');
      setTimeout(() => {
        if (!stopped && lease.fence() === fence) void activate(fence);
      }, storeRetryMs);
    }
  }

  function deactivate(): void {
    if (consoles) operation.becameStandby();
    consoles?.active.close();
    consoles = null;
    endpoint.dismiss(closeCode.restart, protocolError('standby', 'another service is active'));
  }

  /**
   * While an election is under way it would be wrong to send a console away. True when this service has become active or the
   * other is known to be well, false after `patienceMs`, whichever comes first.
   */
  function settled(patienceMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (clear: boolean) => {
        clearTimeout(timer);
        roleWaiters.delete(done);
        resolve(clear);
      };
      const done = () => end(true);
      const timer = setTimeout(() => end(false), patienceMs);
      roleWaiters.add(done);
      if (consoles) done();
      else void otherIsWell(patienceMs).then((well) => well && done());
    });
  }

  /** The other service answers, holds the lease and renews it. A frozen one does not answer. */
  async function otherIsWell(patienceMs: number): Promise<boolean> {
    const peerState = await peer.probe(patienceMs);
    await lease.look();
    return peerState === 'alive' && lease.isHeld() && !lease.fence();
  }

  function state() {
    return {
      active: consoles !== null,
      epoch: consoles?.active.fence.epoch ?? null,
      switchUp: mirror.up,
      routing: consoles?.active.world.inControl ?? false,
      storeUp: store.db() !== null && lease.storeAnswers(),
      consoles: consoles?.count ?? 0,
    };
  }

  function health(): Health {
    const { active, epoch, switchUp, routing, storeUp, consoles: count } = state();
    return {
      service: name,
      pool: options.pool,
      role: active ? 'active' : 'standby',
      epoch,
      switch: switchUp ? 'up' : 'down',
      routing: routing ? 'up' : 'down',
      store: storeUp ? 'up' : 'down',
      consoles: count,
      ...operation.health(),
    };
  }

  operation.tell('ServiceStarted', `version ${serviceVersion}, port ${port}`);
  return {
    port,
    health,
    async stop(how) {
      stopped = true;
      stopListening();
      stopRecording();
      revisions.stop();
      directory.close();
      stopFollowing();
      await operation.stop(how);
      if (how === 'clean') await lease.release();
      else lease.abandon();
      consoles?.active.close();
      consoles = null;
      peer.close();
      endpoint.close(how === 'abrupt');
      managerWeb.close();
      await http.close();
      await switchPort.close();
      await store.close();
      if (how === 'clean') operation.tell('ServiceStopped');
    },
  };
}

function pick(consoles: Consoles): ConsoleParameters {
  const { heartbeatIntervalMs, requestTimeoutMs } = consoles.active.world.company.parameters;
  return { heartbeatIntervalMs, requestTimeoutMs };
}
