/** A service ends when it should, also when whoever started it, and read its log, was killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
/** More than the service gives itself; before, it never ended. */
const endsWithinMs = 15_000;
let child: ChildProcess | null = null;

afterEach(() => {
  if (child?.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  child = null;
});

function spawnService(...flags: string[]) {
  const started = spawn(
    process.execPath,
    ['--import', 'tsx', main, '--database', ':memory:', '--switch', 'ws://127.0.0.1:1/cti', ...flags],
    { stdio: 'pipe' },
  );
  child = started;
  return started;
}

/** Its log is read until it is ready, and its alarms go on being logged at its end. */
async function ready(...flags: string[]) {
  const service = spawnService('--port', '0', '--exit-with-parent', ...flags);
  service.stderr.resume();
  const [line] = (await once(createInterface(service.stdout), 'line')) as [string];
  expect(line).toMatch(/^READY /);
  return service;
}

async function exitCode(service: ChildProcess): Promise<unknown> {
  const [code] = (await once(service, 'exit', { signal: AbortSignal.timeout(endsWithinMs) })) as [number | null];
  return code;
}

it('ends with its parent, whose ends of all pipes are closed', async () => {
  const service = await ready();
  const ended = exitCode(service);
  service.stdout.destroy();
  service.stderr.destroy();
  service.stdin.destroy();
  expect(await ended).toBe(0);
});

it('ends on SIGTERM when nobody can read its log', async () => {
  const service = await ready();
  const ended = exitCode(service);
  service.stderr.destroy();
  service.kill('SIGTERM');
  expect(await ended).toBe(0);
});

it('says with its last line that it has stopped', async () => {
  const service = await ready();
  let said = '';
  service.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const closed = once(service, 'close');
  service.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
  expect(said.trimEnd().split('\n').at(-1)).toContain('"alarm":"ServiceStopped"');
});

it('that cannot start ends when nobody can read why', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const service = spawnService('--port', String((taken.address() as AddressInfo).port));
  const ended = exitCode(service);
  service.stderr.destroy();
  expect(await ended).toBe(1);
  taken.close();
});
