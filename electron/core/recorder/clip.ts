/** The end of a recording as a recording of its own: the state where it begins is worked out from what comes before. */
import { fold, nothingYet } from '../../../shared/session/fold';
import { Line, SessionEvent } from '../../../shared/session/format';
import type { ReplayState } from '../../../shared/session/format';
import { hashOf } from '../../../shared/session/hash';

const newline = 10;
/** Characters within which the recorder writes the frame of a line without marks. */
const frameLength = 120;

/** Lines of the state that are worked out between two breaths. */
const portion = 10;

/** The file in which `from` is, from there on; with its header, and a checkpoint. */
export async function clip(part: Buffer, from: number, breathe: () => Promise<unknown>): Promise<Buffer[]> {
  const body = part.indexOf(newline) + 1;
  if (body === 0) return [];
  const start = lineFrom(part, body, from);
  // Before it was recorded there is nothing to be worked out.
  const checkpoint = start > body ? await checkpointAt(part, body, start, from, breathe) : '';
  return [part.subarray(0, body), Buffer.from(checkpoint), part.subarray(start)];
}

/** When the first line of a file was written; null where none can be read. */
export function firstTime(part: Buffer): number | null {
  const body = part.indexOf(newline) + 1;
  return body === 0 ? null : frameAt(part, body).tMono;
}

/** When the last line that can be read was written; 0 where there is none. */
export function lastTime(part: Buffer): number {
  const body = part.indexOf(newline) + 1;
  let at = part.length;
  while (body > 0 && at > body) {
    at = lineStart(part, body, at - 1);
    const { tMono } = frameAt(part, at);
    if (tMono !== null) return tMono;
  }
  return 0;
}

/** Where the first line not before `from` begins; the end where there is none. Times only grow, so half of the rest is left out each time. */
function lineFrom(part: Buffer, body: number, from: number): number {
  let low = body;
  let high = part.length;
  while (low < high) {
    const middle = lineStart(part, body, Math.floor((low + high) / 2));
    const { tMono } = frameAt(part, middle);
    const next = lineEnd(part, middle);
    // A damaged line tells no time: it stays with what is after it.
    if (tMono !== null && tMono < from) low = next;
    else high = middle;
  }
  return low;
}

async function checkpointAt(
  part: Buffer,
  body: number,
  end: number,
  from: number,
  breathe: () => Promise<unknown>,
): Promise<string> {
  let at = end;
  while (at > body) {
    at = lineStart(part, body, at - 1);
    if (frameAt(part, at).isCheckpoint) break;
  }
  let state: ReplayState = nothingYet;
  let last: Line | null = null;
  for (let done = 1; at < end; done++) {
    if (done % portion === 0) await breathe();
    const next = lineEnd(part, at);
    const line = parsed(part.toString('utf8', at, next));
    if (line !== null) {
      last = line.line;
      state = fold(state, line.event);
    }
    at = next;
  }
  if (last === null) return '';
  const { seq, tWall, tMono } = last;
  const payload = { state, hash: hashOf(state) };
  return `${JSON.stringify({ seq, tMono: Math.max(tMono, from), tWall: tWall + Math.max(0, from - tMono), kind: 'checkpoint', payload })}\n`;
}

function parsed(text: string): { readonly line: Line; readonly event: SessionEvent } | null {
  try {
    const line = Line.parse(JSON.parse(text));
    return { line, event: SessionEvent.parse({ ...line.payload, kind: line.kind }) };
  } catch {
    return null;
  }
}

interface Frame {
  readonly tMono: number | null;
  readonly isCheckpoint: boolean;
}

function frameAt(part: Buffer, at: number): Frame {
  const text = part.toString('latin1', at, at + frameLength);
  const found = /^\{"seq":\d+,"tMono":(?<time>[\d.]+),"tWall":[\d.-]+,(?<checkpoint>"kind":"checkpoint")?/.exec(text);
  const { time, checkpoint } = found?.groups ?? {};
  return { tMono: time === undefined ? null : Number(time), isCheckpoint: checkpoint !== undefined };
}

function lineStart(part: Buffer, body: number, at: number): number {
  return Math.max(body, part.lastIndexOf(newline, at - 1) + 1);
}

function lineEnd(part: Buffer, at: number): number {
  const end = part.indexOf(newline, at);
  return end === -1 ? part.length : end + 1;
}
