/** The switch as a process of its own, stopped with SIGSTOP: its sockets stay open and nothing comes any more. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import type { SwitchPort } from '../port';
import { until } from '../../testing/until';
import { connectSwitch } from './client';

let child: ChildProcess | null = null;
let port: SwitchPort | null = null;
afterEach(async () => {
  await port?.close();
  child?.kill('SIGKILL');
});

it(
  'a service notices a frozen switch without asking it anything, and is back when it wakes',
  { timeout: 60_000 },
  async () => {
    const main = fileURLToPath(new URL('../main.ts', import.meta.url));
    const flags = ['--port', '0', '--log-level', 'silent', '--exit-with-parent'];
    const started = spawn(process.execPath, ['--import', 'tsx', main, ...flags], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child = started;
    const ready = await new Promise<string>((resolve) => createInterface(started.stdout).once('line', resolve));
    const number = /"port":(\d+)/.exec(ready)?.[1] ?? '';

    const told: string[] = [];
    port = connectSwitch({
      pool: 1,
      url: `ws://127.0.0.1:${number}/cti`,
      log: pino({ level: 'silent' }),
      heartbeatMs: 50,
    });
    port.listen({
      connected: () => told.push('connected'),
      event: () => undefined,
      disconnected: () => told.push('disconnected'),
    });
    await until(() => told[0], 'the link');
    started.kill('SIGSTOP');
    await until(() => told[1], 'the frozen switch to be noticed');
    started.kill('SIGCONT');
    await until(() => told[2], 'the link to be back');
    expect(told.slice(0, 3)).toEqual(['connected', 'disconnected', 'connected']);
  },
);
