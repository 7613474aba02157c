import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
let child: ChildProcess | null = null;

afterEach(() => {
  if (child?.exitCode === null) child.kill('SIGKILL');
  child = null;
});

/** The process, its first line on stdout (null when there was none), all of stderr, and its exit code. */
async function start(...flags: string[]) {
  const process = spawn(globalThis.process.execPath, ['--import', 'tsx', main, ...flags], { stdio: 'pipe' });
  child = process;
  const exit = new Promise<number | null>((resolve) => process.once('close', resolve));
  let complaint = '';
  process.stderr.on('data', (data: Buffer) => (complaint += data.toString('utf8')));
  const lines = createInterface(process.stdout);
  const firstLine = await new Promise<string | null>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(null));
  });
  return { process, firstLine, exit, complaint: () => complaint };
}

it('says READY with its port, serves, and ends cleanly on SIGTERM', { timeout: 30_000 }, async () => {
  const { process, firstLine, exit } = await start('--port', '0', '--calls', '600', '--log-level', 'silent');
  const port = /^READY \{"port":(\d+)\}$/.exec(firstLine ?? '')?.[1];
  const response = await fetch(`http://127.0.0.1:${String(port)}/api/state`);
  expect(response.status).toBe(200);
  await response.text();
  process.kill('SIGTERM');
  expect(await exit).toBe(0);
});

it('ends with its parent when asked to', { timeout: 30_000 }, async () => {
  const { process, firstLine, exit } = await start('--port', '0', '--exit-with-parent', '--log-level', 'silent');
  expect(firstLine).toMatch(/^READY /);
  process.stdin.end();
  expect(await exit).toBe(0);
});

it('says what is wrong with a flag', { timeout: 30_000 }, async () => {
  const { firstLine, exit, complaint } = await start('--port', 'many');
  expect(await exit).toBe(1);
  expect(firstLine).toBeNull();
  expect(complaint()).toContain('The switch could not start: --port');
});
