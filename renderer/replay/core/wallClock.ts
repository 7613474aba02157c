/** From the recording's own clock to the time of day and back. */
import type { Recording } from '../../../shared/session/recording';

type Clock = Pick<Recording, 'timeOf' | 'wallOf' | 'indexAt' | 'count'>;

/** The time of day (milliseconds since the epoch) at a moment between two events: counted from the one before. */
export function wallAt(recording: Clock, time: number): number {
  const index = Math.max(0, recording.indexAt(time));
  return recording.wallOf(index) + (time - recording.timeOf(index));
}

/** The moment at which it was this time of day; where the clock jumped, one of them. */
export function timeAtWall(recording: Clock, wall: number): number {
  let low = 0;
  let high = recording.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (recording.wallOf(middle) <= wall) low = middle;
    else high = middle - 1;
  }
  return recording.timeOf(low) + (wall - recording.wallOf(low));
}
