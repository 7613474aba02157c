/** The recordings of this machine: what can be listed, taken elsewhere and deleted. */
import { Header } from '../../../shared/session/format';
import type { RecordingInfo } from '../../../shared/session/library';
import { bodyOf, clip, firstTime, joined, lastTime } from './clip';
import type { FileEntry, RecorderFiles } from './files';
import { fileName, partOf } from './names';
import type { PartName } from './names';
import type { Writing } from './recorder';

export interface Recordings {
  /** Newest first. */
  list(): Promise<readonly RecordingInfo[]>;
  /** The whole of it as JSON Lines; null where it has gone. */
  read(id: string): Promise<string | null>;
  /** False for the one that is being written, and for one that has gone. */
  delete(id: string): Promise<boolean>;
  /** A recording of its own, of the one that is being written or else the newest; null where nothing was recorded. */
  lastMinutes(minutes: number): Promise<string | null>;
}

export interface RecordingsEnvironment {
  readonly files: RecorderFiles;
  readonly writing: () => Writing | null;
  readonly flushed: () => Promise<void>;
}

type Part = FileEntry & PartName;

/** A header is not longer. */
const headerBytes = 1_000;

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
      const [first, ...later] = await Promise.all((await partsOf(id)).map(({ name }) => files.read(name)));
      return first === undefined ? null : joined([first.toString('utf8'), ...later.map(bodyOf)]);
    },
    async delete(id) {
      const parts = await partsOf(id);
      if (writing()?.id === id || parts.length === 0) return false;
      for (const part of parts) await files.remove(fileName(part));
      return true;
    },
    async lastMinutes(minutes) {
      const current = writing();
      await flushed();
      const id = current?.id ?? (await list())[0]?.id;
      if (id === undefined) return null;
      const now = current?.now ?? null;
      const wanted: Buffer[] = [];
      let from = now === null ? null : now - minutes * 60_000;
      for (const { name } of (await partsOf(id)).reverse()) {
        const part = await files.read(name);
        wanted.unshift(part);
        from ??= lastTime(part) - minutes * 60_000;
        // Not where they are equal: the file before may end at the same moment.
        if ((firstTime(part) ?? Infinity) < from) break;
      }
      return clip(wanted, from ?? 0);
    },
  };
}

async function headerOf(files: RecorderFiles, name: string): Promise<Header | null> {
  try {
    const [line = ''] = (await files.read(name, headerBytes)).toString('utf8').split('\n', 1);
    return Header.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
