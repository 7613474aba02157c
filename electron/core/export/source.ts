/** Where recordings come from: the recorder's own files, as far as somebody may read them here. */
import type { RecordingInfo } from '../../../shared/session/library';

export interface RecordingsSource {
  /** Newest first. */
  list(): Promise<readonly RecordingInfo[]>;
  /** The whole of it as JSON Lines; null where it has gone. */
  read(id: string): Promise<string | null>;
  /** False for the one that is being written, and for one that has gone. */
  delete(id: string): Promise<boolean>;
  /** A recording of its own; null where nothing was recorded. */
  lastMinutes(minutes: number): Promise<string | null>;
}
