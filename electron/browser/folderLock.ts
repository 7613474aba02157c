/**
 * One console for one folder: two would write over each other's files. The lock is a local socket named after the folder that nobody
 * needs to talk to; the system closes it with the process, however that ends.
 */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, realpathSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fail, ok } from '../../shared/result';
import type { Result } from '../../shared/result';

/** The exit code of a console that finds another one in its folder. */
export const takenExitCode = 3;

export interface FolderLock {
  release(): void;
}

/** Longer names of sockets are cut off by some systems. */
const longestSocketName = 100;
/** Consoles that start at once wait for the one that clears away what a crash has left. */
const attempts = 40;
const pauseMs = 50;
const oldMs = 1_000;

export function takenMessage(folder: string): string {
  return `Another console is running in the folder ${folder}. End it first, or give this one a folder of its own with --data-dir.`;
}

/** `unlockable`: the folder's file system knows no sockets, or it can't be written. */
export async function lockFolder(folder: string): Promise<Result<FolderLock, 'taken' | 'unlockable'>> {
  let name: string;
  try {
    mkdirSync(folder, { recursive: true });
    name = socketNameOf(realpathSync(folder), process.platform);
  } catch {
    return fail('unlockable');
  }
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const bound = await bind(name);
    if (bound.ok) return ok({ release: () => void bound.value.close() });
    if (bound.error !== 'EADDRINUSE') return fail(bound.error === 'EACCES' && isPipe(name) ? 'taken' : 'unlockable');
    if (isPipe(name) || (await answers(name))) return fail('taken');
    if (!(await clearedAway(name))) await setTimeout(pauseMs);
  }
  return fail('taken');
}

/** On Windows a pipe, which goes with its process; elsewhere a file, which stays behind after a crash and then answers nobody. */
export function socketNameOf(folder: string, platform: NodeJS.Platform): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  // The case of letters makes no other folder there.
  if (platform === 'win32') {
    const sameFolder = createHash('sha256').update(folder.toLowerCase()).digest('hex').slice(0, 32);
    return `\\\\.\\pipe\\assistant-console-${sameFolder}`;
  }
  const inside = path.posix.join(folder, 'console.lock');
  return Buffer.byteLength(inside) <= longestSocketName ? inside : `/tmp/assistant-console-${digest}.lock`;
}

function isPipe(name: string): boolean {
  return name.startsWith('\\\\');
}

function bind(name: string): Promise<Result<Server, string>> {
  return new Promise((resolve) => {
    // Whoever asks is let in and sent away: that is the answer.
    const server = createServer((socket) => socket.on('error', () => undefined).destroy());
    server.once('error', (error: NodeJS.ErrnoException) => resolve(fail(error.code ?? '')));
    server.listen(name, () => {
      server.unref();
      // Nothing that goes wrong with a caller ends the console.
      server.on('error', () => undefined);
      resolve(ok(server));
    });
  });
}

/** Only a refusal says that nobody is there: whatever else goes wrong, somebody may be. */
function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT'));
  });
}

/**
 * What a crash left behind is cleared away by one console at a time, and looked at again by that one: else the slower of two would clear
 * away what the faster has just put there. False while another one is at it.
 */
async function clearedAway(name: string): Promise<boolean> {
  const turn = `${name}.clearing`;
  try {
    closeSync(openSync(turn, 'wx'));
  } catch {
    if (isOld(turn)) remove(turn);
    return false;
  }
  try {
    return (await answers(name)) || remove(name);
  } finally {
    remove(turn);
  }
}

/** False where it is another person's, in a folder that everybody writes into: then it is in the way, and nothing more. */
function remove(file: string): boolean {
  try {
    rmSync(file, { force: true });
    return true;
  } catch {
    return false;
  }
}

/** Left behind by a crash in the middle of it, which takes a moment only. */
function isOld(file: string): boolean {
  const changedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return changedAt !== undefined && Math.abs(Date.now() - changedAt) > oldMs;
}
