import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

/** What the process says on standard error, and how it ends. */
async function start(...flags: string[]): Promise<{ code: number | null; lines: string[] }> {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...flags], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, lines: said.split('\n') };
}

function alarmsIn(lines: readonly string[]): unknown[] {
  return lines.filter((line) => line.startsWith('{')).map((line): unknown => JSON.parse(line));
}

it('a service whose port is taken says so by alarm and ends', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const { code, lines } = await start(
    '--port',
    String(port),
    '--database',
    ':memory:',
    '--switch',
    'ws://127.0.0.1:1/cti',
  );
  taken.close();
  expect(code).toBe(1);
  const alarm = {
    alarm: 'ServiceNotStarted',
    severity: 'critical',
    detail: expect.stringContaining('EADDRINUSE') as string,
  };
  expect(alarmsIn(lines)).toContainEqual(expect.objectContaining(alarm));
});

it('a service with a wrong flag says so by alarm and ends', async () => {
  const { code, lines } = await start('--port', '99999', '--database', ':memory:', '--switch', 'ws://127.0.0.1:1/cti');
  expect(code).toBe(1);
  const alarm = { alarm: 'ServiceNotStarted', detail: expect.stringContaining('--port') as string };
  expect(alarmsIn(lines)).toContainEqual(expect.objectContaining(alarm));
});
