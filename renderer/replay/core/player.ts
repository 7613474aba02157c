/** The player as a pure machine: where the playhead stands, and where it goes with each key, press and passing moment. */
import { assertNever } from '../../../shared/assertNever';

export const speeds = [0.5, 1, 2, 4, 8, 16] as const;
export type Speed = (typeof speeds)[number];

export interface PlayerState {
  /** Index of the last event that has happened; -1 before the first. */
  readonly at: number;
  /** Milliseconds, by the recording's clock that never jumps. */
  readonly time: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** Pass quickly over times in which nothing happens. */
  readonly skipIdle: boolean;
}

export type PlayerInput =
  | { readonly type: 'play' | 'pause' | 'toggle' | 'faster' | 'slower' | 'toggleSkipIdle' }
  /** So many milliseconds have passed for the person who watches. */
  | { readonly type: 'elapsed'; readonly ms: number }
  | { readonly type: 'seek'; readonly time: number }
  | { readonly type: 'seekBy'; readonly ms: number }
  | { readonly type: 'goTo'; readonly at: number }
  | { readonly type: 'stepEvent' | 'stepMark'; readonly by: 1 | -1 }
  | { readonly type: 'speed'; readonly speed: Speed };

/** What the player knows of a recording. */
export interface Track {
  readonly count: number;
  /** Times of the first and the last event. */
  readonly start: number;
  readonly end: number;
  readonly timeOf: (index: number) => number;
  /** Index of the last event at or before a time. */
  readonly indexAt: (time: number) => number;
  /** Indexes of events with a mark, ascending, each once. */
  readonly marks: readonly number[];
  /** Times at which something happened, ascending: heartbeats and checkpoints are not among them. */
  readonly activity: ArrayLike<number>;
}

/** Milliseconds of the recording: a gap must be this long to be passed over, … */
const idleAfter = 4_000;
/** … what has happened stays in sight this long, … */
const linger = 1_500;
/** … and what comes next is seen coming. */
const lead = 500;

export function startOf(track: Track): PlayerState {
  return { ...atIndex(track, track.count === 0 ? -1 : 0), playing: false, speed: 1, skipIdle: true };
}

export function play(state: PlayerState, input: PlayerInput, track: Track): PlayerState {
  switch (input.type) {
    case 'toggle':
      return play(state, { type: state.playing ? 'pause' : 'play' }, track);
    case 'play':
      // At the end there is nothing left to play but all of it again.
      if (state.time >= track.end) return { ...state, ...atIndex(track, track.count === 0 ? -1 : 0), playing: true };
      return { ...state, playing: true };
    case 'pause':
      return { ...state, playing: false };
    case 'elapsed':
      return state.playing ? elapsed(state, input.ms, track) : state;
    case 'seek':
      return { ...state, ...atTime(track, input.time) };
    case 'seekBy':
      return { ...state, ...atTime(track, state.time + input.ms) };
    case 'goTo':
      return { ...state, ...atIndex(track, input.at) };
    case 'stepEvent':
      return { ...state, ...atIndex(track, state.at + input.by), playing: false };
    case 'stepMark': {
      const to =
        input.by === 1
          ? track.marks.find((index) => index > state.at)
          : track.marks.findLast(
              (index) => index < state.at || (index === state.at && track.timeOf(index) < state.time),
            );
      return { ...state, ...(to === undefined ? {} : atIndex(track, to)), playing: false };
    }
    case 'speed':
      return { ...state, speed: input.speed };
    case 'faster':
      return { ...state, speed: speeds.find((speed) => speed > state.speed) ?? state.speed };
    case 'slower':
      return { ...state, speed: speeds.findLast((speed) => speed < state.speed) ?? state.speed };
    case 'toggleSkipIdle':
      return { ...state, skipIdle: !state.skipIdle };
    default:
      return assertNever(input);
  }
}

function elapsed(state: PlayerState, ms: number, track: Track): PlayerState {
  const wanted = state.time + ms * state.speed;
  const next = atTime(track, state.skipIdle ? afterIdle(state.time, wanted, track) : wanted);
  // Several events of one moment: one that was stepped over already does not come again.
  const moved = { ...state, ...next, at: Math.max(next.at, next.time === state.time ? state.at : next.at) };
  return moved.time >= track.end ? { ...moved, playing: false } : moved;
}

/** Where playing goes on: just before the next thing that happens, when nothing does for long. */
function afterIdle(from: number, wanted: number, { activity, start, end }: Track): number {
  const next = firstAfter(activity, from);
  const before = next === 0 ? start : (activity[next - 1] ?? start);
  const after = activity[next] ?? end;
  const idle = after - before > idleAfter && wanted > before + linger && wanted < after - lead;
  return idle ? after - lead : wanted;
}

/** Position of the first number that is greater. */
export function firstAfter(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function atTime(track: Track, time: number): Pick<PlayerState, 'at' | 'time'> {
  const within = Math.min(Math.max(time, track.start), track.end);
  return { time: within, at: track.indexAt(within) };
}

function atIndex(track: Track, index: number): Pick<PlayerState, 'at' | 'time'> {
  const at = Math.min(Math.max(index, 0), track.count - 1);
  return { at, time: at < 0 ? track.start : track.timeOf(at) };
}
