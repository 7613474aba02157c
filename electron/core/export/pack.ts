/** What is to leave the machine, as the bytes of one file and as what can be looked at before. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { ExportPart } from '../../../shared/session/library';
import type { ReportText } from './report';

export interface Packed {
  readonly bytes: Uint8Array;
  readonly parts: ExportPart[];
}

export const recordingName = 'recording.acsession';
/** Characters of a part that are shown. */
const shown = 20_000;

const compress = promisify(gzip);

export async function packRecording(recording: string): Promise<Packed> {
  const bytes = await compress(recording);
  return { bytes, parts: [partOf(recordingName, bytes.length, recording)] };
}

export async function packReport(recording: string | null, texts: readonly ReportText[]): Promise<Packed> {
  const packed = recording === null ? null : await packRecording(recording);
  const files = texts.map(({ name, text }) => ({ name, text, bytes: strToU8(text) }));
  const bytes = zipSync({
    ...(packed === null ? {} : { [recordingName]: [packed.bytes, { level: 0 }] }),
    ...Object.fromEntries(files.map((file) => [file.name, file.bytes])),
  });
  const parts = files.map(({ name, text, bytes: { length } }) => partOf(name, length, text));
  return { bytes, parts: [...parts.slice(0, 1), ...(packed?.parts ?? []), ...parts.slice(1)] };
}

function partOf(name: string, bytes: number, text: string): ExportPart {
  return { name, bytes, text: text.slice(0, shown), more: text.length > shown };
}
