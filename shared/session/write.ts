/** Makes the text of a recording out of what the console went through: masked, marked, with its checkpoints. Pure; writes to no disk. */
import { fold, nothingYet } from './fold';
import { formatName, formatVersion } from './format';
import type { Header, ReplayState, SessionEvent } from './format';
import { hashOf } from './hash';
import { marksOf } from './marks';
import { maskEvent, maskState } from './mask';
import type { Pseudonyms } from './pseudonyms';

/** A checkpoint is due after this many lines, so that no moment is further from one. */
export const checkpointEvery = 500;

export interface Moment {
  /** Milliseconds of a clock that never jumps, from the start of the recording. */
  readonly tMono: number;
  /** Wall-clock milliseconds. */
  readonly tWall: number;
}

/** What the core itself holds to be true; commands and view are the recording's own. */
export type LiveState = Pick<ReplayState, 'link' | 'console' | 'clockOffsetMs'>;

export type Described = Pick<Header, 'appVersion' | 'startedAt' | 'recording' | 'host' | 'platform'>;

/** A file is `header`, a `checkpoint` (after a gap: the gap first), then lines. Every text returned ends its line. */
export class SessionWriter {
  #state: ReplayState = nothingYet;
  #seq = 0;

  constructor(
    private readonly described: Described,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  /** What the replay makes of it so far: masked. */
  get state(): ReplayState {
    return this.#state;
  }

  /** The number of the next line. */
  get seq(): number {
    return this.#seq;
  }

  /** The lines from this number on have come to nothing: no file has them. */
  takeBack(seq: number): void {
    this.#seq = seq;
  }

  header(part: number): string {
    const { appVersion, startedAt, recording, host, platform } = this.described;
    const header: Header = {
      format: formatName,
      version: formatVersion,
      appVersion,
      startedAt,
      maskPolicy: 'pseudonyms-1',
      recording,
      part,
      host,
      platform,
    };
    return `${JSON.stringify(header)}\n`;
  }

  line(event: SessionEvent, moment: Moment): string {
    return this.#line(maskEvent(event, this.pseudonyms), moment);
  }

  /** What happened while nothing can be written: it leaves no line, and no number is missing where it goes on. */
  unwritten(event: SessionEvent): void {
    this.#state = fold(this.#state, maskEvent(event, this.pseudonyms));
  }

  /** To be asked for only when nothing is half told: all that is in `live` has been written before. */
  checkpoint(live: LiveState, moment: Moment): string {
    const { pending, view } = this.#state;
    const state: ReplayState = {
      // The two are masked already.
      ...maskState({ ...live, pending: [], view: nothingYet.view }, this.pseudonyms),
      pending,
      view,
    };
    return this.#line({ kind: 'checkpoint', state, hash: hashOf(state) }, moment);
  }

  #line(event: SessionEvent, { tMono, tWall }: Moment): string {
    const before = this.#state;
    this.#state = fold(before, event);
    const marks = marksOf(before, event, this.#state);
    const { kind, ...payload } = event;
    const seq = this.#seq;
    this.#seq += 1;
    const marked = marks.length === 0 ? '' : `"marks":${JSON.stringify(marks)},`;
    // This order of keys is part of the format: a reader finds a line's frame without parsing the rest.
    return `{"seq":${seq},"tMono":${tenths(tMono)},"tWall":${Math.round(tWall)},${marked}"kind":"${kind}","payload":${JSON.stringify(payload)}}\n`;
  }
}

function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}
