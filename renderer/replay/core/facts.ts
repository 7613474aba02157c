/** Everything the page shows of a recording that does not change with the playhead, found once when it is opened. */
import type { EventKind } from '../../../shared/session/format';
import type { Damage, Recording } from '../../../shared/session/recording';
import { callLane, type CallLane, type Known } from './callLane';
import { linkLane, type LinkBar } from './linkLane';
import type { Track } from './player';
import { trackOf } from './track';
import type { Span } from './zoom';

export interface Facts {
  readonly track: Track;
  readonly all: Span;
  /** Of the assistant, by this recording's pseudonym; null where nobody was signed in. */
  readonly assistant: string | null;
  readonly calls: CallLane;
  readonly link: readonly LinkBar[];
  /** Indexes of keys and clicks. */
  readonly intents: readonly number[];
  /** Kinds that there are. */
  readonly kinds: readonly EventKind[];
  /** Damage by the index of the event after it. */
  readonly damages: ReadonlyMap<number, Damage>;
}

/** Snapshots looked at: a session has a few. */
const maxKnown = 2_000;

export function factsOf(recording: Recording): Facts {
  const { count, marks } = recording;
  const track = trackOf(recording);
  const timeOf = (index: number): number => recording.timeOf(index);
  const kinds = new Set<EventKind>();
  const intents: number[] = [];
  const snapshots: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const kind = recording.kindOf(index);
    kinds.add(kind);
    if (kind === 'intent') intents.push(index);
    if (kind === 'console' || (kind === 'checkpoint' && index > 0 && recording.kindOf(index - 1) === 'gap'))
      snapshots.push(index);
  }
  const known: Known[] = [0, ...snapshots.slice(0, maxKnown)].map((index) => ({
    time: timeOf(index),
    console: recording.stateAt(index).console,
  }));
  const named = [...snapshots.slice(0, maxKnown), 0].map((index) => recording.stateAt(index).console?.me.name);
  return {
    track,
    all: { from: track.start, to: Math.max(track.end, track.start + 1) },
    assistant: named.find((name) => name !== undefined) ?? null,
    calls: callLane(marks, known, timeOf, track.end),
    link: linkLane(marks, recording.stateAt(0).link, timeOf, track.start, track.end),
    intents,
    kinds: [...kinds],
    damages: new Map(recording.damages.map((damage) => [damage.at, damage])),
  };
}
