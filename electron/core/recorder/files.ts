/** The folder of recordings, as far as the recorder needs it, so that a test can have a full disk. Only the owner can read what is in it. */
import { closeSync, constants, createReadStream, openSync, writeSync } from 'node:fs';
import { mkdir, open, readFile, readdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

export interface FileEntry {
  readonly name: string;
  readonly bytes: number;
  /** Wall-clock milliseconds. */
  readonly changedAt: number;
}

/** At a place of its own: what is written twice is there once. */
export interface PartFile {
  write(bytes: Uint8Array, position: number): Promise<void>;
  close(): Promise<void>;
}

export interface RecorderFiles {
  /** In no order; a folder that is not there is empty. */
  list(): Promise<readonly FileEntry[]>;
  /** What is there already stays: names are never used twice. */
  create(name: string): Promise<PartFile>;
  /** At the end of the console, when nothing can be waited for. */
  writeNow(name: string, bytes: Uint8Array, position: number): void;
  /** The beginning of it, or all. */
  read(name: string, bytes?: number): Promise<Buffer>;
  /** All of it, a piece at a time. */
  pieces(name: string): AsyncIterable<Buffer>;
  remove(name: string): Promise<void>;
}

// Not `w`: it would cut off what `writeNow` has written to a file whose creation was still under way.
const createFlags = constants.O_WRONLY | constants.O_CREAT;
const ownerOnly = 0o600;
/** Of what is read at a time: what is done with it takes about a millisecond. */
export const pieceBytes = 128 * 1024;

export function folderOf(folder: string): RecorderFiles {
  const inside = (name: string) => path.join(folder, name);
  return {
    async list() {
      const names = await readdir(folder).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      });
      const entries = names.map(async (name): Promise<FileEntry[]> => {
        // It may have been deleted in the meantime.
        const found = await stat(inside(name)).catch(() => null);
        return found?.isFile() === true ? [{ name, bytes: found.size, changedAt: found.mtimeMs }] : [];
      });
      return (await Promise.all(entries)).flat();
    },
    async create(name) {
      await mkdir(folder, { recursive: true });
      const handle = await open(inside(name), createFlags, ownerOnly);
      return {
        async write(bytes, position) {
          let written = 0;
          while (written < bytes.length) {
            const now = await handle.write(bytes, written, bytes.length - written, position + written);
            written += now.bytesWritten;
          }
        },
        close: () => handle.close(),
      };
    },
    writeNow(name, bytes, position) {
      const file = openSync(inside(name), createFlags, ownerOnly);
      try {
        let written = 0;
        while (written < bytes.length)
          written += writeSync(file, bytes, written, bytes.length - written, position + written);
      } finally {
        closeSync(file);
      }
    },
    async read(name, bytes) {
      if (bytes === undefined) return readFile(inside(name));
      const handle = await open(inside(name), 'r');
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    pieces: (name) => createReadStream(inside(name), { highWaterMark: pieceBytes }),
    remove: (name) => unlink(inside(name)),
  };
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
