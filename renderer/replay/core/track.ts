/** What the player needs of a recording, found once when it is opened: a look at every event's time and kind, at none of their contents. */
import type { EventKind } from '../../../shared/session/format';
import type { Recording } from '../../../shared/session/recording';
import type { Track } from './player';

/** Heartbeats come as these; whatever else they tell (a loss, a failover) has a mark. */
const quiet: ReadonlySet<EventKind> = new Set(['link', 'linkEntry', 'checkpoint']);

export function trackOf(recording: Recording): Track {
  const { count } = recording;
  const marks = [...new Set(recording.marks.map(({ at }) => at))].toSorted((a, b) => a - b);
  const times = new Float64Array(count);
  let active = 0;
  let nextMark = 0;
  for (let index = 0; index < count; index += 1) {
    const marked = marks[nextMark] === index;
    if (marked) nextMark += 1;
    if (marked || !quiet.has(recording.kindOf(index))) times[active++] = recording.timeOf(index);
  }
  return {
    count,
    start: count === 0 ? 0 : recording.timeOf(0),
    end: count === 0 ? 0 : recording.timeOf(count - 1),
    timeOf: (index) => recording.timeOf(index),
    indexAt: (time) => recording.indexAt(time),
    marks,
    activity: times.subarray(0, active),
  };
}
