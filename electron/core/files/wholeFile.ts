/** A file that is always whole: written beside its place, then moved there. What can't be read is moved aside, never thrown away. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';

/** Temporary file, fsync, rename: a crash leaves the old text or the new one. Only the owner can read it. */
export function writeWhole(file: string, content: string | Uint8Array): Result<undefined, Error> {
  return attempt(() => {
    const temporary = `${file}.tmp`;
    mkdirSync(path.dirname(file), { recursive: true });
    const handle = openSync(temporary, 'w', 0o600);
    try {
      // Not `writeSync`, which may write less than all of it.
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  });
}

/** The file as it is now stays readable as `.bak`, whole too. Nothing happens where there is no file yet. */
export function keepBackup(file: string): Result<undefined, Error> {
  return attempt(() => {
    if (!existsSync(file)) return;
    const temporary = `${backupOf(file)}.tmp`;
    copyFileSync(file, temporary);
    renameSync(temporary, backupOf(file));
  });
}

export function backupOf(file: string): string {
  return `${file}.bak`;
}

/** Moved to `settings.damaged-1.json`, or the next number that is free; null where it could not be moved. */
export function moveAside(file: string, why: string): string | null {
  const { dir, name, ext } = path.parse(file);
  for (let n = 1; ; n += 1) {
    const aside = path.join(dir, `${name}.${why}-${n}${ext}`);
    if (existsSync(aside)) continue;
    return attempt(() => renameSync(file, aside)).ok ? aside : null;
  }
}

/** Null where there is no such file; an error where there is one that can't be read. */
export function readText(file: string): Result<string | null, Error> {
  try {
    return ok(readFileSync(file, 'utf8'));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing ? ok(null) : fail(asError(error));
  }
}

function attempt(act: () => void): Result<undefined, Error> {
  try {
    act();
    return ok(undefined);
  } catch (error) {
    return fail(asError(error));
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
