import { execFileSync, spawn } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { root } from '../build/scripts/paths';
import { consoleDriver } from './fixtures/consoleDriver';

test('npm start -- --no-open: an address that works in a browser, and Ctrl+C ends every process', async ({ page }) => {
  const child = spawn('npm', ['start', '--', '--no-open'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const group = child.pid ?? 0;
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  try {
    await expect
      .poll(() => /Console: (http:\S+)/.exec(output)?.[1], { timeout: 120_000, message: output })
      .toContain('127.0.0.1');
    await page.goto(/Console: (http:\S+)/.exec(output)?.[1] ?? '');
    const [, userId = '', password = ''] = /Sign in as\s+(\w+).*password\s+(\S+)/.exec(output) ?? [];
    await consoleDriver(page).signIn(userId, password);
    await expect(consoleDriver(page).connection).toContainText('primary');
    // What the content policy blocks, a browser logs as an error.
    expect(complaints).toEqual([]);
    // As the README suggests.
    process.kill(primaryOf(group), 'SIGKILL');
    await expect.poll(() => output).toContain('The primary service has ended (SIGKILL)');
    await expect(consoleDriver(page).connection).toContainText('backup');
  } finally {
    process.kill(-group, 'SIGINT');
  }
  await ended;
  await expect.poll(() => groupIsAlive(group)).toBe(false);
  expect(output).toContain('Stopping');
  expect(output).not.toContain('backup service has ended');
});

function groupIsAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

function primaryOf(group: number): number {
  const processes = execFileSync('ps', ['-eo', 'pid=,pgid=,args=']).toString().split('\n');
  const [pid] = processes.flatMap((line) => {
    const [, id, itsGroup, what = ''] = /^ *(\d+) +(\d+) +(.*)$/.exec(line) ?? [];
    return Number(itsGroup) === group && what.includes('--name primary') ? [Number(id)] : [];
  });
  if (pid === undefined) throw new Error('no primary service runs');
  return pid;
}
