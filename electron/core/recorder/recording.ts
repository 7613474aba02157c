/** The recorder of a core, over a folder of its own. */
import type { BridgeHandlers } from '../../../shared/bridge';
import { BridgeError } from '../../../shared/bridgeError';
import { folderOf } from './files';
import type { RecorderFiles } from './files';
import { Recorder } from './recorder';
import type { RecorderEnvironment } from './recorder';
import { recordingsIn } from './recordings';
import type { Recordings } from './recordings';

export interface RecordingPlace {
  readonly folder: string;
  readonly host: 'desktop' | 'browser';
  /** Of a test; else the real ones of the folder. */
  readonly files?: RecorderFiles;
}

export interface Recording {
  readonly recorder: Pick<Recorder, 'record' | 'turn' | 'view' | 'close'>;
  readonly recordings: Recordings;
  /** What goes wrong in a handler is recorded. */
  readonly watched: (handlers: BridgeHandlers) => BridgeHandlers;
}

/** Nothing is recorded, and nothing has been. */
const nothing: Recording = {
  recorder: {
    record: () => undefined,
    turn: () => undefined,
    view: { status: 'off', since: null },
    close: () => undefined,
  },
  recordings: {
    list: () => Promise.resolve([]),
    read: () => Promise.resolve(null),
    delete: () => Promise.resolve(false),
    lastMinutes: () => Promise.resolve(null),
  },
  watched: (handlers) => handlers,
};

export function createRecording(
  place: RecordingPlace | null,
  environment: Pick<RecorderEnvironment, 'clock' | 'log' | 'appVersion' | 'live' | 'told'>,
): Recording {
  if (place === null) return nothing;
  const files = place.files ?? folderOf(place.folder);
  const platform = `${process.platform} ${process.arch}`;
  const recorder = new Recorder({ ...environment, files, host: place.host, platform });
  const recordings = recordingsIn({
    files,
    writing: () => recorder.writing,
    flushed: () => recorder.flushed(),
  });
  return { recorder, recordings, watched: (handlers) => watched(handlers, recorder) };
}

function watched(handlers: BridgeHandlers, recorder: Recorder): BridgeHandlers {
  const entries = Object.entries(handlers).map(([name, handle]) => {
    const watchedHandle = async (args: never): Promise<unknown> => {
      try {
        return await handle(args);
      } catch (error) {
        const code = error instanceof BridgeError ? error.code : 'internal';
        recorder.record({ kind: 'problem', where: name, code });
        throw error;
      }
    };
    return [name, watchedHandle] as const;
  });
  return Object.fromEntries(entries) as BridgeHandlers;
}
