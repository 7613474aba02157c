/** Reading and writing the settings file: versioned, written whole or not at all, and never thrown away unread. */
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
import { Settings } from '../../shared/bridge';
import { fail, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Log } from './log';

/** The settings of the file; null where there is none. A file that can't be read is moved aside, and its `.bak` is tried. */
export function readSettings(file: string, log: Log): Settings | null {
  if (!existsSync(file)) return null;
  const settings = parse(file);
  if (settings !== null) return settings;
  try {
    const aside = freeName(file);
    renameSync(file, aside);
    log.warn({ movedTo: aside }, 'settings file cannot be read: moved aside');
  } catch (error) {
    // A console that starts with other settings is better than none.
    log.error({ problem: error instanceof Error ? error.message : String(error) }, 'damaged settings file not moved');
  }
  return existsSync(backupOf(file)) ? parse(backupOf(file)) : null;
}

/** Temporary file, fsync, rename: a crash leaves the old settings or the new ones. The ones before stay in `.bak`. */
export function writeSettings(file: string, settings: Settings): Result<undefined, Error> {
  const temporary = `${file}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const handle = openSync(temporary, 'w', 0o600);
    try {
      // Not `writeSync`, which may write less than all of it.
      writeFileSync(handle, `${JSON.stringify(settings, null, 2)}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (existsSync(file)) copyFileSync(file, backupOf(file));
    renameSync(temporary, file);
    return ok(undefined);
  } catch (error) {
    return fail(error instanceof Error ? error : new Error(String(error)));
  }
}

function parse(file: string): Settings | null {
  try {
    return Settings.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function backupOf(file: string): string {
  return `${file}.bak`;
}

/** `settings.damaged-1.json`, or the next number that is free. */
function freeName(file: string): string {
  const { dir, name, ext } = path.parse(file);
  for (let n = 1; ; n += 1) {
    const candidate = path.join(dir, `${name}.damaged-${n}${ext}`);
    if (!existsSync(candidate)) return candidate;
  }
}
