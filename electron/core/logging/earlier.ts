/** The end of what earlier runs have logged, for a report: what made the console crash is told after it was started again. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { logFileName } from './logFile';
import { maskLine } from './maskLine';

/** Bytes. */
const most = 256 * 1024;
const mostLines = 500;

/** Oldest first; none where there is no file, or none that can be read. */
export function earlierLines(folder: string): readonly string[] {
  const current = lastOf(path.join(folder, logFileName));
  // The file has been begun a moment ago: the end is in the one before.
  const whole = current.length >= mostLines ? current : [...lastOf(path.join(folder, `${logFileName}.1`)), ...current];
  return whole.slice(-mostLines);
}

function lastOf(file: string): readonly string[] {
  const text = endOf(file);
  // Whoever else wrote into the file, no more than a line of ours may hold comes out of it.
  return text.split('\n').flatMap((line) => maskLine(line)?.trimEnd() ?? []);
}

function endOf(file: string): string {
  let handle: number | null = null;
  try {
    handle = openSync(file, 'r');
    const stats = fstatSync(handle);
    if (!stats.isFile()) return '';
    const length = Math.min(stats.size, most);
    const bytes = Buffer.alloc(length);
    const read = readSync(handle, bytes, 0, length, stats.size - length);
    return bytes.toString('utf8', 0, read);
  } catch {
    return '';
  } finally {
    if (handle !== null) closeSync(handle);
  }
}
