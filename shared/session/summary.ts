/** What is in a recording, in a few numbers. */
import type { EventKind, Header } from './format';
import type { MarkType } from './marks';
import type { Recording } from './recording';

export interface Summary {
  readonly header: Header;
  readonly events: number;
  /** Wall-clock milliseconds of the first event and the last. */
  readonly from: number;
  readonly to: number;
  /** By the clock that never jumps. */
  readonly durationMs: number;
  readonly kinds: Readonly<Partial<Record<EventKind, number>>>;
  readonly marks: Readonly<Partial<Record<MarkType, number>>>;
  readonly damagedPlaces: number;
  readonly damagedLines: number;
  readonly torn: boolean;
}

export function summaryOf(recording: Recording): Summary {
  const last = recording.count - 1;
  const kinds: Partial<Record<EventKind, number>> = {};
  for (let at = 0; at <= last; at++) count(kinds, recording.kindOf(at));
  const marks: Partial<Record<MarkType, number>> = {};
  for (const { type } of recording.marks) count(marks, type);
  return {
    header: recording.header,
    events: recording.count,
    from: recording.wallOf(0),
    to: recording.wallOf(last),
    durationMs: recording.timeOf(last) - recording.timeOf(0),
    kinds,
    marks,
    damagedPlaces: recording.damages.length,
    damagedLines: recording.damages.reduce((sum, { lines }) => sum + lines, 0),
    torn: recording.torn,
  };
}

function count<K extends string>(counts: Partial<Record<K, number>>, key: K): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
