/** Recordings that the system hands over (a double-click, a file dropped on the app): shown in a replay by an id, so that no page ever names a path. */
import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileExtension } from '../../shared/session/format';
import { fail, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Log } from '../core/log';

/** Bytes: many times what the recorder keeps. A larger one is told as that, not read. */
const largest = 512 * 1024 * 1024;
/** Files that can be read again at a time: the oldest is forgotten. */
const most = 100;

/** The recordings that a command line names; everything else on it is not for us. */
export function recordingsIn(argv: readonly string[], folder: string): readonly string[] {
  return argv.filter((word) => !word.startsWith('-') && isNamedSo(word)).map((word) => path.resolve(folder, word));
}

function isNamedSo(file: string): boolean {
  return path.extname(file).toLowerCase() === fileExtension;
}

export class RecordingFiles {
  readonly #files = new Map<string, string>();

  constructor(private readonly log: Log) {}

  /** An id for it, where it is a file with the right name; its content is not looked at here. */
  async add(file: string): Promise<string | null> {
    const found = isNamedSo(file) && path.isAbsolute(file) ? await stat(file).catch(() => null) : null;
    if (found?.isFile() !== true) {
      this.log.warn({ file }, 'not a recording: not opened');
      return null;
    }
    const id = `file-${randomUUID()}`;
    this.#files.set(id, file);
    for (const oldest of this.#files.keys()) {
      if (this.#files.size <= most) break;
      this.#files.delete(oldest);
    }
    return id;
  }

  has(id: string): boolean {
    return this.#files.has(id);
  }

  async read(id: string): Promise<Result<Uint8Array, 'notFound' | 'tooLarge'>> {
    const file = this.#files.get(id);
    // What is no plain file any more is not opened: a pipe would be waited for without end.
    const found = file === undefined ? null : await stat(file).catch(() => null);
    if (file === undefined || found?.isFile() !== true) return fail('notFound');
    if (found.size > largest) return fail('tooLarge');
    try {
      return ok(await readFile(file));
    } catch (error) {
      this.log.warn({ problem: error instanceof Error ? error.message : String(error) }, 'a recording cannot be read');
      return fail('notFound');
    }
  }
}
