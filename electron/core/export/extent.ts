/** How much is in a recording, told by the beginnings of its lines: nothing of it is replayed. */
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';

export interface Extent {
  readonly events: number;
  /** Wall-clock milliseconds of the first and the last event. */
  readonly from: number;
  readonly to: number;
}

/** The recorder writes the time before the payload, so that it stands within so many characters. */
const prefixLength = 120;

export function extentOf(recording: string): Result<Extent, 'empty'> {
  let events = 0;
  let from: number | null = null;
  let to = 0;
  // The header is no event.
  let start = recording.indexOf('\n') + 1;
  while (start > 0 && start < recording.length) {
    const end = recording.indexOf('\n', start);
    const at = timeOf(recording.slice(start, Math.min(start + prefixLength, end === -1 ? recording.length : end)));
    if (at !== null) {
      events += 1;
      from ??= at;
      to = at;
    }
    start = end + 1;
  }
  return from === null ? fail('empty') : ok({ events, from, to });
}

function timeOf(prefix: string): number | null {
  const [, digits] = /"tWall":(\d+)/.exec(prefix) ?? [];
  return digits === undefined ? null : Number(digits);
}
