/**
 * Opens a recording: a file from anybody. Nothing in it is believed before it has been checked, nothing makes this throw, and what
 * can't be read is skipped and told. Compressed bytes are uncompressed by the caller (`isCompressed`).
 */
import { fail, ok, type Result } from '../result';
import { LineIndex } from './indexLines';
import { migrate, type Migration } from './migrate';
import { readEvent } from './openEvent';
import type { Recording, RecordingProblem } from './recording';
import { findText } from './search';
import { Seeker } from './seek';
import { verify } from './verify';

/** Bytes, uncompressed: what is larger is not opened at all. */
export const largestRecording = 1_000_000_000;
/** Bytes done between two breaths. */
const portion = 16 * 1024 * 1024;
const newline = 0x0a;
/** A header is far shorter; without a line's end by then it is another kind of file. */
const longestHeader = 64 * 1024;
const ours = /^\W*"format"\s*:\s*"assistant-console-session"/;

/** Gzip, by its first bytes. */
export function isCompressed(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** `breathe` is awaited between portions, with how much is done (0 to 1). */
export async function openRecording(
  bytes: Uint8Array,
  breathe?: (done: number) => Promise<void>,
): Promise<Result<Recording, RecordingProblem>> {
  if (bytes.length === 0) return fail('empty');
  if (bytes.length > largestRecording) return fail('tooLarge');
  const found = bytes.subarray(0, longestHeader).indexOf(newline);
  const end = found < 0 ? Math.min(bytes.length, longestHeader) : found;
  const migration = readHeader(bytes.subarray(0, end));
  if (!migration.ok) return migration;
  const index = new LineIndex(bytes, migration.value.line);
  let at = found < 0 ? bytes.length : end + 1;
  while (at < bytes.length) {
    at = index.scan(at, portion);
    if (at < bytes.length) await breathe?.(at / bytes.length);
  }
  index.finish();
  return index.count === 0 ? fail('empty') : ok(recordingOf(index, migration.value));
}

function readHeader(bytes: Uint8Array): Result<Migration, RecordingProblem> {
  const text = new TextDecoder().decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail(ours.test(text) ? 'unreadable' : 'notARecording');
  }
  return migrate(value);
}

function recordingOf(index: LineIndex, { header }: Migration): Recording {
  const seeker = new Seeker(index);
  const last = index.count - 1;
  const within = (at: number) => Math.min(at, last);
  let marks: Recording['marks'] | null = null;
  return {
    header,
    count: index.count,
    get marks() {
      return (marks ??= index.marks());
    },
    damages: index.damages,
    torn: index.cut || index.kindOf(last) !== 'end',
    timeOf: (at) => index.timeOf(within(at)),
    wallOf: (at) => index.wallOf(within(at)),
    kindOf: (at) => index.kindOf(within(at)),
    event: (at) => readEvent(index, at),
    raw: (at) => (at >= 0 && at <= last ? index.text(at) : ''),
    indexAt: (tMono) => index.indexAt(tMono),
    stateAt: (at) => seeker.stateAt(at),
    find: (text, from, to) => findText(index, text, from, to),
    verify: (between) => verify(index, between),
  };
}
