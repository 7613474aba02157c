/** What is to leave the machine, as the bytes of one file and as what can be looked at before. Made in pieces, so that no call waits for it. */
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { Zip, ZipDeflate, strToU8 } from 'fflate';
import type { ExportPart } from '../../../shared/session/library';
import { ExtentCounter } from './extent';
import type { Extent } from './extent';
import type { ReportText } from './report';

export interface Packed {
  readonly bytes: Uint8Array;
  readonly parts: ExportPart[];
}

export interface PackedRecording extends Packed {
  readonly extent: Extent;
}

export const recordingName = 'recording.acsession';
/** Characters of a part that are shown, and bytes in which they are at any rate. */
const shown = 20_000;
const shownBytes = 4 * shown;
/** Of a zip, at a time. */
const pieceBytes = 64 * 1024;

/** Null where nothing is in it. */
export async function packRecording(recording: AsyncIterable<Buffer>): Promise<PackedRecording | null> {
  const counter = new ExtentCounter();
  const beginning: Buffer[] = [];
  const packed: Buffer[] = [];
  let length = 0;
  const looked = async function* () {
    for await (const piece of recording) {
      counter.add(piece);
      if (length < shownBytes) beginning.push(piece);
      length += piece.length;
      yield piece;
      // The disk may be faster than the calls.
      await setImmediate();
    }
  };
  await pipeline(looked, createGzip(), async (compressed: AsyncIterable<Buffer>) => {
    for await (const piece of compressed) packed.push(piece);
  });
  const extent = counter.end();
  if (!extent.ok) return null;
  const bytes = Buffer.concat(packed);
  const text = Buffer.concat(beginning);
  const part = partOf(recordingName, bytes.length, text.toString('utf8'), length > text.length);
  return { bytes, parts: [part], extent: extent.value };
}

export async function packReport(recording: PackedRecording | null, texts: readonly ReportText[]): Promise<Packed> {
  const files = texts.map(({ name, text }) => ({ name, text, bytes: strToU8(text) }));
  const bytes = await zipped([
    // Compressed already.
    ...(recording === null ? [] : [{ name: recordingName, bytes: recording.bytes, level: 0 as const }]),
    ...files.map(({ name, bytes: content }) => ({ name, bytes: content, level: 6 as const })),
  ]);
  const parts = files.map(({ name, text, bytes: { length } }) => partOf(name, length, text, false));
  return { bytes, parts: [...parts.slice(0, 1), ...(recording?.parts ?? []), ...parts.slice(1)] };
}

interface ZipContent {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly level: 0 | 6;
}

async function zipped(contents: readonly ZipContent[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  for (const { name, bytes, level } of contents) {
    const file = new ZipDeflate(name, { level });
    zip.add(file);
    for (let at = 0; at === 0 || at < bytes.length; at += pieceBytes) {
      file.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length);
      await setImmediate();
    }
  }
  zip.end();
  return Buffer.concat(pieces);
}

function partOf(name: string, bytes: number, text: string, more: boolean): ExportPart {
  return { name, bytes, text: text.slice(0, shown), more: more || text.length > shown };
}
