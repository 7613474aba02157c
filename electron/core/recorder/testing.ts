/** For tests: a folder in memory whose disk can be full, slow or torn, and a recorder over it. */
import type { SessionEvent } from '../../../shared/session/format';
import { nothingYet } from '../../../shared/session/fold';
import { openRecording } from '../../../shared/session/open';
import type { RecorderView } from '../../../shared/session/library';
import type { Recording } from '../../../shared/session/recording';
import type { LiveState } from '../../../shared/session/write';
import { ManualClock } from '../testing/manualClock';
import type { Caps } from './caps';
import type { RecorderFiles } from './files';
import { Recorder } from './recorder';
import { recordingsIn } from './recordings';
import type { Recordings } from './recordings';

export class MemoryFiles implements RecorderFiles {
  readonly files = new Map<string, { bytes: Buffer; changedAt: number }>();
  /** Bytes that fit on the disk; a write that does not fit is written as far as it fits, and fails. */
  space = Infinity;
  /** Writes wait for this. */
  held: Promise<unknown> | null = null;
  now = 0;

  text(name: string): string {
    return this.files.get(name)?.bytes.toString('utf8') ?? '';
  }

  get names(): string[] {
    return [...this.files.keys()];
  }

  list = () =>
    Promise.resolve([...this.files].map(([name, { bytes, changedAt }]) => ({ name, bytes: bytes.length, changedAt })));

  create = (name: string) => {
    if (this.space <= 0) return Promise.reject(new Error('ENOSPC'));
    if (!this.files.has(name)) this.files.set(name, { bytes: Buffer.alloc(0), changedAt: this.now });
    return Promise.resolve({
      write: async (bytes: Uint8Array, position: number) => {
        await this.held;
        this.writeNow(name, bytes, position);
      },
      close: () => Promise.resolve(),
    });
  };

  writeNow = (name: string, bytes: Uint8Array, position: number) => {
    const before = this.files.get(name)?.bytes ?? Buffer.alloc(0);
    const fitting = bytes.subarray(0, Math.max(0, this.space));
    const length = Math.max(before.length, position + fitting.length);
    const after = Buffer.alloc(length);
    after.set(before);
    after.set(fitting, position);
    this.files.set(name, { bytes: after, changedAt: this.now });
    this.space -= length - before.length;
    if (fitting.length < bytes.length) throw new Error('ENOSPC');
  };

  read = (name: string, bytes?: number) => {
    const found = this.files.get(name);
    return found === undefined
      ? Promise.reject(Object.assign(new Error('ENOENT'), { code: 'ENOENT' }))
      : Promise.resolve(found.bytes.subarray(0, bytes));
  };

  async *pieces(name: string): AsyncGenerator<Buffer> {
    const whole = await this.read(name);
    for (let at = 0; at < whole.length; at += 500) yield await Promise.resolve(whole.subarray(at, at + 500));
  }

  remove = (name: string) => {
    this.files.delete(name);
    return Promise.resolve();
  };
}

export class World {
  readonly files = new MemoryFiles();
  readonly clock = new ManualClock();
  readonly told: RecorderView['status'][] = [];
  /** What the core would say now. */
  live: LiveState = nothingYet;
  readonly recorder: Recorder;
  readonly recordings: Recordings;

  constructor(caps?: Caps) {
    const recorder = new Recorder({
      files: this.files,
      clock: this.clock,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      appVersion: '0.0.0',
      host: 'desktop',
      platform: 'test',
      ...(caps !== undefined && { caps }),
      live: () => this.live,
      told: ({ status }) => this.told.push(status),
    });
    this.recorder = recorder;
    this.recordings = recordingsIn({
      files: this.files,
      writing: () => recorder.writing,
      flushed: () => recorder.flushed(),
    });
  }
}

/** What is read in pieces, as one. */
export async function whole(pieces: AsyncIterable<Uint8Array> | null): Promise<string | null> {
  if (pieces === null) return null;
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString('utf8');
}

export async function opened(source: string | AsyncIterable<Uint8Array> | null): Promise<Recording> {
  const text = typeof source === 'string' ? source : await whole(source);
  const recording = await openRecording(new TextEncoder().encode(text ?? ''));
  if (recording.ok) return recording.value;
  throw new Error(`not a recording (${recording.error}): ${text?.slice(0, 200) ?? 'null'}`);
}

/** Kinds of all events that can be read, in their order. */
export function kindsOf(recording: Recording): string[] {
  return Array.from({ length: recording.count }, (_, index) => recording.event(index)?.event.kind ?? 'damaged');
}

export const search = (length: number): SessionEvent => ({ kind: 'search', length, outcome: 'found', count: 1 });

/** `count` searches, each of another length. */
export function recordAll(world: World, count: number, from = 0): void {
  for (let n = 0; n < count; n += 1) world.recorder.record(search(from + n));
}

/** Caps for a test that makes one of them small. */
export const usual = { partBytes: 16_000_000, totalBytes: 200_000_000, ageMs: 1_000_000 };

/** The text of the recording that is being written, or of the newest. */
export async function wholeOf(world: World): Promise<string> {
  const id = world.recorder.writing?.id ?? (await world.recordings.list())[0]?.id ?? '';
  return (await whole(await world.recordings.read(id))) ?? '';
}
