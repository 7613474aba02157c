/** A recording that has been opened: what a replay window and the command line read. Made by open.ts. */
import type { EventKind, Header, Mark, ReplayState, SessionEvent } from './format';

/** Why a file can't be opened at all. */
export const recordingProblems = ['notARecording', 'newerVersion', 'tooLarge', 'empty', 'unreadable'] as const;
export type RecordingProblem = (typeof recordingProblems)[number];

export interface RecordedEvent {
  readonly seq: number;
  /** Milliseconds from the start of the recording. */
  readonly tMono: number;
  readonly tWall: number;
  readonly event: SessionEvent;
}

export interface MarkAt extends Mark {
  /** Index of the event. */
  readonly at: number;
}

/** Lines that could not be read: skipped. `at` is the index of the first event after them. */
export interface Damage {
  readonly at: number;
  readonly lines: number;
}

/** Where a replay does not arrive at what was recorded. */
export interface Divergence {
  /** Index of the checkpoint. */
  readonly at: number;
  /** The first path that differs, `console.calls[0].state`. */
  readonly path: string;
  readonly recorded: string;
  readonly replayed: string;
}

export interface Verdict {
  readonly checkpoints: number;
  readonly agree: number;
  /** The first ones, at most 100. */
  readonly divergences: readonly Divergence[];
}

export interface Recording {
  readonly header: Header;
  /** Events, indexed from 0 by their place in the file. */
  readonly count: number;
  readonly marks: readonly MarkAt[];
  readonly damages: readonly Damage[];
  /** The last line was cut off, or `end` never came: the console did not end in peace. */
  readonly torn: boolean;
  /** Milliseconds from the start of the recording; of the last event for indexes beyond it. */
  timeOf(index: number): number;
  wallOf(index: number): number;
  kindOf(index: number): EventKind;
  /** Null where the line has the right frame and nonsense in it: it is skipped like a damaged one. */
  event(index: number): RecordedEvent | null;
  /** As it was written, for the raw list. */
  raw(index: number): string;
  /** Index of the last event at or before this time; -1 before the first. */
  indexAt(tMono: number): number;
  /** The state after the event at `index`; -1 is before the first. */
  stateAt(index: number): ReplayState;
  /** Indexes of events whose line contains the text, regardless of case, in [from, to). */
  find(text: string, from: number, to: number): number[];
  /** Replays everything and compares at each checkpoint; `breathe` is awaited between portions, with how much is done (0 to 1). */
  verify(breathe?: (done: number) => Promise<void>): Promise<Verdict>;
}
