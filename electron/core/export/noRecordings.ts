/** Nothing is recorded. */
import type { RecordingsSource } from './source';

export const noRecordings: RecordingsSource = {
  list: () => Promise.resolve([]),
  read: () => Promise.resolve(null),
  delete: () => Promise.resolve(false),
  lastMinutes: () => Promise.resolve(null),
};
