/** The recordings of this machine: what can be listed, taken elsewhere and deleted. */
import { setImmediate } from 'node:timers/promises';
import { Header } from '../../../shared/session/format';
import type { RecordingInfo } from '../../../shared/session/library';
import { clip, firstTime, lastTime } from './clip';
import { isMissing } from './files';
import type { FileEntry, RecorderFiles } from './files';
import { fileName, partOf } from './names';
import type { PartName } from './names';
import type { Writing } from './recorder';
import { textOf } from './text';

export interface Recordings {
  /** Newest first. */
  list(): Promise<readonly RecordingInfo[]>;
  /** The whole of it as JSON Lines, in pieces; null where it has gone. */
  read(id: string): Promise<AsyncIterable<Buffer> | null>;
  /** False for the one that is being written, and for one that has gone. */
  delete(id: string): Promise<boolean>;
  /** A recording of its own, of the one that is being written or else the newest; null where nothing was recorded. */
  lastMinutes(minutes: number): Promise<AsyncIterable<Buffer> | null>;
}

export interface RecordingsEnvironment {
  readonly files: RecorderFiles;
  readonly writing: () => Writing | null;
  readonly flushed: () => Promise<void>;
}

type Part = FileEntry & PartName;

/** A header is not longer. */
const headerBytes = 1_000;
/** A header, and the frame of the first line. */
const beginningBytes = 2 * headerBytes;

export function recordingsIn({ files, writing, flushed }: RecordingsEnvironment): Recordings {
  /** In the order in which they were written. */
  async function partsOf(id: string): Promise<Part[]> {
    return (await allParts()).filter((part) => part.id === id);
  }

  async function allParts(): Promise<Part[]> {
    const parts = (await files.list()).flatMap((entry) => {
      const name = partOf(entry.name);
      return name === null ? [] : [{ ...entry, ...name }];
    });
    return parts.sort((a, b) => a.part - b.part);
  }

  async function list(): Promise<RecordingInfo[]> {
    await flushed();
    const all = await allParts();
    const infos = [...new Set(all.map(({ id }) => id))].map(async (id): Promise<RecordingInfo | null> => {
      const parts = all.filter((part) => part.id === id);
      const [first] = parts;
      const header = first === undefined ? null : await headerOf(files, first.name);
      if (header === null) return null;
      return {
        id,
        startedAt: header.startedAt,
        endedAt: Math.max(header.startedAt, ...parts.map(({ changedAt }) => Math.round(changedAt))),
        bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
        current: writing()?.id === id,
      };
    });
    const found = (await Promise.all(infos)).filter((info) => info !== null);
    return found.sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1));
  }

  return {
    list,
    async read(id) {
      if (writing()?.id === id) await flushed();
      const names = (await partsOf(id)).map(fileName);
      return names.length === 0 ? null : textOf(files, names);
    },
    async delete(id) {
      if (writing()?.id === id) return false;
      // It may just have been switched off: what is still to be written would come again.
      await flushed();
      const parts = await partsOf(id);
      for (const part of parts) await files.remove(fileName(part));
      return parts.length > 0;
    },
    async lastMinutes(minutes) {
      const current = writing();
      await flushed();
      const id = current?.id ?? (await list())[0]?.id;
      if (id === undefined) return null;
      const names = (await partsOf(id)).map(fileName);
      const end = current?.now ?? (await endOf(names));
      const from = end - minutes * 60_000;
      let first = names.length - 1;
      // Also where they are equal: the file before may end at the same moment.
      while (first > 0 && (await beginOf(names[first])) >= from) first -= 1;
      const part = await partOrNull(names[first]);
      return part === null ? null : textOf(files, names.slice(first + 1), await clip(part, from, setImmediate));
    },
  };

  /** Infinity where it can't be told: then the one before is looked at. */
  async function beginOf(name: string | undefined): Promise<number> {
    const beginning = await partOrNull(name, beginningBytes);
    return (beginning && firstTime(beginning)) ?? Infinity;
  }

  async function endOf(names: readonly string[]): Promise<number> {
    const last = await partOrNull(names.at(-1));
    return last === null ? 0 : lastTime(last);
  }

  async function partOrNull(name: string | undefined, bytes?: number): Promise<Buffer | null> {
    if (name === undefined) return null;
    return files.read(name, bytes).catch((error: unknown) => {
      // The oldest go at any time.
      if (isMissing(error)) return null;
      throw error;
    });
  }
}

async function headerOf(files: RecorderFiles, name: string): Promise<Header | null> {
  try {
    const [line = ''] = (await files.read(name, headerBytes)).toString('utf8').split('\n', 1);
    return Header.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
