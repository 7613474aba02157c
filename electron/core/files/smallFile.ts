/** A file that somebody else has made, read at the start: a plain one and no larger than it may be. A pipe in its place would keep the console waiting for ever, a device would fill its memory. */
import { readFileSync, statSync } from 'node:fs';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';

/** `most`: bytes. Errors are words for the log and the command line. */
export function readSmallFile(file: string, most: number): Result<Buffer, string> {
  try {
    const found = statSync(file);
    if (found.isDirectory()) return fail('EISDIR: a folder');
    if (!found.isFile()) return fail('not a file');
    if (found.size > most) return fail('too large');
    return ok(readFileSync(file));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
