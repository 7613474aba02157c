/** The lock of a folder, held by real processes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder, socketNameOf } from './folderLock';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'console-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that holds the folder as a console does. */
async function otherConsole() {
  const socket = socketNameOf(folder, process.platform);
  const script = `require('net').createServer((s) => s.destroy()).listen(${JSON.stringify(socket)}, () => console.log('held'))`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return {
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const isTaken = { ok: false, error: 'taken' };

describe('the lock of a folder', () => {
  it('is had by one console at a time, and let go of', async () => {
    const first = await lockFolder(folder);
    expect(first.ok).toBe(true);
    expect(await lockFolder(folder)).toEqual(isTaken);
    if (first.ok) first.value.release();
    const second = await lockFolder(folder);
    expect(second.ok).toBe(true);
    if (second.ok) second.value.release();
  });

  it('of a process that was killed is free', async () => {
    const other = await otherConsole();
    expect(await lockFolder(folder)).toEqual(isTaken);
    await other.kill();
    // A pipe of Windows is gone with its process; a socket stays behind.
    expect(existsSync(socketNameOf(folder, process.platform))).toBe(process.platform !== 'win32');
    const mine = await lockFolder(folder);
    expect(mine.ok).toBe(true);
    if (mine.ok) mine.value.release();
  });

  it('that a crash left behind is had by one of many that start at once', async () => {
    const other = await otherConsole();
    await other.kill();
    const all = await Promise.all(Array.from({ length: 8 }, () => lockFolder(folder)));
    const had = all.flatMap((one) => (one.ok ? [one.value] : []));
    expect(had).toHaveLength(1);
    had.forEach((one) => one.release());
  });

  it('is the same by every way to the folder, and another for another folder', async () => {
    const other = path.join(folder, 'other');
    symlinkSync(folder, other);
    const first = await lockFolder(folder);
    expect(await lockFolder(other)).toEqual(isTaken);
    const elsewhere = path.join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    const second = await lockFolder(elsewhere);
    expect(second.ok).toBe(true);
    for (const one of [first, second]) if (one.ok) one.value.release();
  });

  it('has a name that fits every system', () => {
    const long = `/${'deep/'.repeat(40)}`;
    expect(socketNameOf('/home/maya/.assistant-console', 'linux')).toBe('/home/maya/.assistant-console/console.lock');
    expect(Buffer.byteLength(socketNameOf(long, 'darwin'))).toBeLessThanOrEqual(100);
    expect(socketNameOf(long, 'darwin')).not.toBe(socketNameOf(`${long}er`, 'darwin'));
    expect(socketNameOf('C:\\Maya', 'win32')).toBe(socketNameOf('c:\\maya', 'win32'));
    expect(socketNameOf('C:\\Maya', 'win32')).toMatch(/^\\\\\.\\pipe\\assistant-console-[0-9a-f]{32}$/);
  });

  it('can not be had where no folder can be made: that is no other console', async () => {
    expect(await lockFolder('/dev/null/console')).toEqual({ ok: false, error: 'unlockable' });
  });
});
