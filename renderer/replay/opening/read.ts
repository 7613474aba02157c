/** The bytes of a recording, from wherever: uncompressed if need be, never more than the page can hold, whatever the file says of itself. */
import { fail, ok, type Result } from '../../../shared/result';
import { isCompressed } from '../../../shared/session/open';
import type { RecordingProblem } from '../../../shared/session/recording';

export type OpenProblem = RecordingProblem | 'notFound' | 'unavailable';

export interface Source {
  readonly name: string;
  /** As it is stored; null where nobody knows. */
  readonly bytes: number | null;
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
}

export interface Read {
  readonly bytes: Uint8Array;
  /** It broke off or its check sum did not fit: this is what could be read. */
  readonly cut: boolean;
}

/** Bytes, uncompressed: a million events have less than half of it. */
export const largestHere = 1_000_000_000;

interface ReadOptions {
  readonly cap?: number;
  /** Nobody waits for it any more: it is not read to its end. */
  readonly signal?: AbortSignal;
}

/** `onProgress` hears how much of the file was read (0 to 1), where that is known. */
export async function readSource(
  source: Source,
  onProgress: (done: number | null) => void,
  { cap = largestHere, signal }: ReadOptions = {},
): Promise<Result<Read, RecordingProblem>> {
  if (source.bytes !== null && source.bytes > cap) {
    await source.stream.cancel().catch(() => undefined);
    return fail('tooLarge');
  }
  let stored = 0;
  const counted = source.stream.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, out) => {
        stored += chunk.length;
        onProgress(source.bytes === null ? null : Math.min(1, stored / Math.max(1, source.bytes)));
        out.enqueue(chunk);
      },
    }),
    signal === undefined ? {} : { signal },
  );
  return collect(await unpacked(counted), cap);
}

/** What begins like gzip is uncompressed on its way. */
async function unpacked(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const reader = stream.getReader();
  const first: Uint8Array<ArrayBuffer>[] = [];
  let head = new Uint8Array(0);
  while (head.length < 2) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }) as const);
    if (done) break;
    first.push(value);
    head = new Uint8Array([...head, ...value.subarray(0, 2)]);
  }
  const again = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (out) => first.forEach((chunk) => out.enqueue(chunk)),
    pull: async (out) => {
      const { done, value } = await reader.read();
      if (done) out.close();
      else out.enqueue(value);
    },
    cancel: (why) => reader.cancel(why),
  });
  return isCompressed(head) ? again.pipeThrough(new DecompressionStream('gzip')) : again;
}

async function collect(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  cap: number,
): Promise<Result<Read, RecordingProblem>> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let cut = false;
  for (;;) {
    const next = await reader.read().catch(() => null);
    cut = next === null;
    if (next === null || next.done) break;
    length += next.value.length;
    if (length > cap) {
      await reader.cancel().catch(() => undefined);
      return fail('tooLarge');
    }
    chunks.push(next.value);
  }
  if (length === 0) return fail(cut ? 'unreadable' : 'empty');
  return ok({ bytes: joined(chunks, length), cut });
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
