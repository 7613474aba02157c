/** A recording from a file, plain or compressed. The file is from anybody: its size is looked at first, and what it unpacks to is capped. */
import { open } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import { fail, type Result } from '../../shared/result';
import { isCompressed, largestRecording, openRecording } from '../../shared/session/open';
import type { Recording, RecordingProblem } from '../../shared/session/recording';

/** `notFound`: no file there that may be read. */
export type LoadProblem = RecordingProblem | 'notFound' | 'notAFile';

export async function loadRecording(file: string, largest = largestRecording): Promise<Result<Recording, LoadProblem>> {
  const bytes = await readFile(file, largest);
  if (!bytes.ok) return bytes;
  const plain = isCompressed(bytes.value) ? uncompressed(bytes.value, largest) : bytes;
  return plain.ok ? openRecording(plain.value) : plain;
}

async function readFile(file: string, largest: number): Promise<Result<Uint8Array, LoadProblem>> {
  try {
    const handle = await open(file, 'r');
    try {
      const stat = await handle.stat();
      // A pipe or a device has no size that could be looked at, and may never end.
      if (!stat.isFile()) return fail('notAFile');
      if (stat.size > largest) return fail('tooLarge');
      return plainBytes(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch {
    return fail('notFound');
  }
}

function uncompressed(bytes: Uint8Array, maxOutputLength: number): Result<Uint8Array, LoadProblem> {
  try {
    // What breaks off in the middle is read as far as it goes, like a plain file.
    return plainBytes(gunzipSync(bytes, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH }));
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return fail(tooLarge ? 'tooLarge' : 'unreadable');
  }
}

function plainBytes(buffer: Buffer): { ok: true; value: Uint8Array } {
  return { ok: true, value: new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length) };
}
