/** One PostgreSQL for all test files of a run: started when the first of them asks for it, ended with the run. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { startPostgres, type TestPostgres } from './postgres';
import { makeTemplates } from './templates';

declare module 'vitest' {
  interface ProvidedContext {
    /** Who connects here is told the address of the database `postgres`, once it can be used. */
    postgresDoor: number;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<TestPostgres> | null = null;
  const start = async () => {
    const postgres = await startPostgres();
    await makeTemplates(postgres.url);
    return postgres;
  };
  const door = createServer((socket) => {
    socket.on('error', () => undefined);
    running ??= start();
    running.then(
      (postgres) => socket.end(postgres.url('postgres')),
      (error: unknown) => socket.end(`cannot be started: ${String(error)}`),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  project.provide('postgresDoor', (door.address() as AddressInfo).port);
  return async () => {
    door.close();
    await (await running?.catch(() => null))?.destroy();
  };
}
