/** For tests of *Check connection*: a checker with a clock of the test's, and things it can meet on its way. */
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import type { ServerAddress, Settings } from '../../../../shared/bridge';
import type { CheckStep, CheckStepName, ConnectionCheck } from '../../../../shared/connection/check';
import { UserId } from '../../../../shared/ids';
import { protocolVersion } from '../../../../shared/protocol/messages';
import type { Position } from '../../../../shared/protocol/messages';
import type { SessionLook } from '../../session';
import { Inbox } from '../../testing/inbox';
import { ManualClock } from '../../testing/manualClock';
import { emptyState, startScriptedService } from '../../testing/scriptedService';
import type { Connection } from '../../testing/scriptedService';
import { ConnectionChecker } from '../checker';
import { systemNetwork } from '../network';
import type { Network } from '../network';

/** What a test has opened. */
export const ends: (() => unknown)[] = [];

export async function endAll(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end();
}

export const timing = { heartbeatIntervalMs: 30_000, requestTimeoutMs: 30_000 };

export interface Change {
  readonly primary: ServerAddress;
  readonly backup?: ServerAddress;
  readonly settings?: Partial<Settings>;
  readonly look?: Partial<SessionLook>;
  readonly network?: Partial<Network>;
}

export function checkerOf({ primary, backup, settings = {}, look = {}, network = {} }: Change) {
  const clock = new ManualClock();
  const progress = new Inbox<ConnectionCheck>();
  let pushed = 0;
  const checker = new ConnectionChecker({
    clock,
    network: { ...systemNetwork, ...network },
    appVersion: '0.0.0',
    settings: () => ({
      version: 3,
      primary,
      backup: backup ?? null,
      heartbeatIntervalMs: null,
      requestTimeoutMs: null,
      logLevel: 'info',
      allowPlain: false,
      authority: null,
      ...settings,
    }),
    look: () => ({
      token: 'token-1',
      servers: { primary, backup: backup ?? null },
      timing,
      position: { epoch: 1, seq: 5 },
      state: emptyState,
      ...look,
    }),
    progress: (check) => {
      pushed += 1;
      progress.put(check);
    },
  });
  ends.push(() => checker.close());
  return { checker, clock, progress, pushes: () => pushed };
}

export async function scripted(name: 'primary' | 'backup' = 'primary') {
  const service = await startScriptedService(name);
  ends.push(() => service.close());
  return service;
}

/** A server of plain TCP that does this with every connection. */
export async function tcpServer(met: (socket: net.Socket) => void): Promise<ServerAddress> {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    ends.push(() => socket.destroy());
    met(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, tls: false };
}

/** Nobody listens there. */
export async function nowhere(): Promise<ServerAddress> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return { host: '127.0.0.1', port, tls: false };
}

export interface Answer {
  readonly service?: 'primary' | 'backup';
  readonly position?: Position;
  readonly snapshot?: typeof emptyState;
}

/** A service in good order, as far as it gets. */
export async function serve(connection: Connection, { service = 'primary', position, snapshot }: Answer = {}) {
  connection.say({ type: 'welcome', protocol: protocolVersion, service, role: 'active' });
  await connection.next('hello');
  const { token } = await connection.next('inspect');
  connection.say({
    type: 'inspected',
    userId: UserId.parse('maya'),
    parameters: timing,
    serverTime: 0,
    position: position ?? { epoch: 1, seq: 5 },
    snapshot: snapshot ?? emptyState,
  });
  await pong(connection);
  return token;
}

export async function pong(connection: Connection): Promise<void> {
  for (let count = 0; count < 3; count += 1) {
    const { id } = await connection.next('ping');
    connection.say({ type: 'pong', id });
  }
}

export function stepsOf(check: ConnectionCheck, server: 'primary' | 'backup' = 'primary') {
  return check.servers.find((one) => one.server === server)?.steps ?? [];
}

export const stepOf = (check: ConnectionCheck, step: CheckStepName): CheckStep | undefined =>
  stepsOf(check).find((one) => one.step === step);

/** What failed, and that everything after it was not tried. */
export function failureOf(check: ConnectionCheck): { step: CheckStepName; problem: string; detail: string } {
  const steps = stepsOf(check);
  const at = steps.findIndex(({ status }) => status === 'failed');
  const failed = steps[at];
  expect(steps.slice(at + 1)).toEqual(
    steps.slice(at + 1).map(({ step }) => ({ step, status: 'skipped', why: 'earlier' })),
  );
  expect(steps.slice(0, at).map(({ status }) => status)).not.toContain('failed');
  if (failed?.status !== 'failed') throw new Error(`nothing failed: ${JSON.stringify(steps)}`);
  return failed;
}

export const passed = (limit: number, clock: ManualClock, progress: Inbox<ConnectionCheck>, step: CheckStepName) =>
  progress
    .take((check) => stepsOf(check).some((one) => one.step === step && one.status === 'running'))
    .then(() => clock.pass(limit));
