/**
 * The product is built by `npm run build`; what only tests need is built here. Everything a run writes is below one folder of its own, which goes
 * at the end with every process that is still there: a test that was broken off may have left one that is stopped and cannot end by itself.
 */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildStandin } from './standin/build';

const prefix = 'assistant-console-e2e-';

export default async function globalSetup(): Promise<() => void> {
  await buildStandin();
  const before = process.env['TMPDIR'];
  readdirSync(tmpdir())
    .filter(isLeftBehind)
    .forEach((name) => clear(path.join(tmpdir(), name)));
  const folder = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
  // PostgreSQL runs as a user of its own, below it.
  chmodSync(folder, 0o755);
  // Workers inherit it, and so does whatever they start.
  process.env['TMPDIR'] = folder;
  return () => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    clear(folder);
  };
}

/** Of a run that was killed before it could clear away. */
function isLeftBehind(name: string): boolean {
  const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
  if (Number.isNaN(pid)) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

function clear(folder: string): void {
  for (const pid of leftIn(folder)) end(pid);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Processes that have this folder as their temporary one; only Linux tells. */
function leftIn(folder: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => environmentOf(name).includes(`TMPDIR=${folder}`))
    .map(Number);
}

function environmentOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    // It has ended meanwhile, or is somebody else's.
    return [];
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was faster.
  }
}
