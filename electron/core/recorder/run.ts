/**
 * One recording while it is made. `record` only notes; masking and writing come when the console has nothing else to do, a few
 * milliseconds at a time, so that no call waits for its recording.
 */
import { assertNever } from '../../../shared/assertNever';
import type { EventKind, SessionEvent } from '../../../shared/session/format';
import { checkpointEvery } from '../../../shared/session/write';
import type { LiveState, Moment, SessionWriter } from '../../../shared/session/write';
import type { Clock } from '../clock';

/** Events that may wait to be masked: some minutes of the worst storm. */
const maxWaiting = 50_000;
const kept: ReadonlySet<EventKind> = new Set<EventKind>(['command', 'outcome', 'view', 'gap', 'end']);
/** Milliseconds of work without a pause. */
const portion = 4;
/** Events of a portion at most, whatever a clock says. */
const portionEvents = 500;
/** Between two tasks of the console nothing is half told: the checkpoint is rather taken then than when it is overdue. */
const checkpointSoon = checkpointEvery - 100;

/** `startPart`: the checkpoint is the first line of a new file, after the gap where there was one. */
type Entry =
  | { readonly what: 'event'; readonly event: SessionEvent; readonly moment: Moment }
  | { readonly what: 'checkpoint'; readonly live: LiveState; readonly moment: Moment }
  | {
      readonly what: 'part';
      readonly live: LiveState;
      readonly moment: Moment;
      readonly gap: 'storage' | null;
    };

export interface RunEnvironment {
  readonly clock: Clock;
  readonly writer: SessionWriter;
  /** Bytes after which a new file is begun, and how old one may become. */
  readonly partBytes: number;
  readonly partAgeMs: number;
  /** The core's own state: consistent with the events recorded whenever no input is half handled. */
  live(): LiveState;
  begin(part: number, text: string): void;
  append(text: string): void;
  /** False while the disk takes nothing. */
  writable(): boolean;
  /** A mistake of our own: nothing more will come of this recording. */
  broken(error: unknown): void;
}

export class Run {
  readonly #waiting: Entry[] = [];
  readonly #startedAt: number;
  #sinceCheckpoint = 0;
  #overflow = false;
  #part = -1;
  #partLength = 0;
  #partSince = 0;
  /** Of the first line of a file that is not on disk yet; null when it is. */
  #tried: number | null = null;
  #scheduled = false;
  /** Entries ever noted, and how many of them are masked. */
  #noted = 0;
  #masked = 0;
  /** Nothing more is taken; what waits is still written. */
  #ended = false;
  #broken = false;

  constructor(private readonly environment: RunEnvironment) {
    this.#startedAt = environment.clock.monotonic();
    this.beginPart(null);
  }

  /** Milliseconds from the start of the recording. */
  get now(): number {
    return this.environment.clock.monotonic() - this.#startedAt;
  }

  record(event: SessionEvent): void {
    if (this.#ended) return;
    if (this.#overflow || this.#waiting.length >= maxWaiting) {
      // Until the gap is written. What no checkpoint can make good again is kept: there is little of it.
      this.#overflow = true;
      if (!kept.has(event.kind)) return;
    }
    this.#note({ what: 'event', event, moment: this.#moment() });
    this.#sinceCheckpoint += 1;
    // Many frames may come in one task. What the service tells comes when nothing else is half told; the clock alone is also told on the
    // way out of a session, before the link.
    if (event.kind === 'events' && event.events.length > 0 && this.#sinceCheckpoint >= checkpointEvery)
      this.#addCheckpoint();
  }

  /** Only between two tasks, as `record` can't know what is half told. */
  beginPart(gap: 'storage' | null): void {
    this.#sinceCheckpoint = 0;
    // Asked for once, although what waits still goes to the old one.
    this.#partLength = 0;
    this.#partSince = this.now;
    this.#note({ what: 'part', live: this.environment.live(), moment: this.#moment(), gap });
  }

  /** The file begun last is on disk. */
  begun(): void {
    this.#tried = null;
  }

  /** Resolves when all that waits now is masked: in portions, as ever. */
  async drained(): Promise<void> {
    const until = this.#noted;
    while (this.#masked < until && !this.#broken)
      await new Promise<void>((resolve) => void this.environment.clock.soon(resolve));
  }

  end(why: 'off' | null): void {
    if (this.#ended) return;
    if (why !== null) this.record({ kind: 'gap', why });
    this.record({ kind: 'end' });
    this.#ended = true;
  }

  /** The process may end after this: all that waits is masked before it returns. */
  endNow(): void {
    this.end(null);
    this.#guarded(() => {
      let text = '';
      for (const entry of this.#waiting.splice(0)) text = this.#written(entry, text);
      this.#append(text);
    });
    this.#masked = this.#noted;
  }

  #note(entry: Entry): void {
    this.#waiting.push(entry);
    this.#noted += 1;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.environment.clock.soon(() => {
      this.#scheduled = false;
      this.#guarded(() => this.#pass());
    });
  }

  /** Nobody catches what is thrown here: the console would end, with all its calls, for the sake of its recording. */
  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#ended = true;
      this.#broken = true;
      this.#waiting.length = 0;
      this.environment.broken(error);
    }
  }

  #pass(): void {
    if (!this.#ended) this.#look();
    const { clock } = this.environment;
    const until = clock.monotonic() + portion;
    let done = 0;
    let text = '';
    const most = Math.min(this.#waiting.length, portionEvents);
    while (done < most && (done === 0 || clock.monotonic() < until)) {
      const entry = this.#waiting[done];
      if (entry !== undefined) text = this.#written(entry, text);
      done += 1;
    }
    this.#waiting.splice(0, done);
    this.#masked += done;
    this.#append(text);
    if (this.#waiting.length > 0) this.#schedule();
  }

  /** Is a file or a checkpoint due? */
  #look(): void {
    const { partBytes, partAgeMs } = this.environment;
    if (this.#overflow) {
      // Until the gap is written nothing can be compared: a checkpoint before it would know what the replay can't.
      if (this.#waiting.length >= maxWaiting / 2) return;
      this.#overflow = false;
      this.beginPart('storage');
    } else if (this.#partLength >= partBytes || this.now - this.#partSince >= partAgeMs) this.beginPart(null);
    else if (this.#sinceCheckpoint >= checkpointSoon) this.#addCheckpoint();
  }

  /** `text`: what was written before and not yet appended. Returns what is to be appended now. */
  #written(entry: Entry, text: string): string {
    const { writer } = this.environment;
    switch (entry.what) {
      case 'event':
        if (!this.environment.writable()) {
          writer.unwritten(entry.event);
          return '';
        }
        return text + writer.line(entry.event, entry.moment);
      case 'checkpoint':
        return this.environment.writable() ? text + writer.checkpoint(entry.live, entry.moment) : '';
      case 'part':
        this.#append(text);
        this.#begin(entry);
        return '';
      default:
        return assertNever(entry);
    }
  }

  #begin({ live, moment, gap }: Extract<Entry, { what: 'part' }>): void {
    const { writer } = this.environment;
    // It was tried before, and failed with all that came after it.
    if (this.#tried !== null && !this.environment.writable()) writer.takeBack(this.#tried);
    this.#tried ??= writer.seq;
    // A name is never used twice.
    this.#part += 1;
    const header = writer.header(this.#part);
    const why = gap === null ? '' : writer.line({ kind: 'gap', why: gap }, moment);
    const text = header + why + writer.checkpoint(live, moment);
    this.#partLength = text.length;
    this.environment.begin(this.#part, text);
  }

  #append(text: string): void {
    if (text === '') return;
    this.#partLength += text.length;
    this.environment.append(text);
  }

  #addCheckpoint(): void {
    this.#sinceCheckpoint = 0;
    this.#note({ what: 'checkpoint', live: this.environment.live(), moment: this.#moment() });
  }

  #moment(): Moment {
    return { tMono: this.now, tWall: this.environment.clock.wall() };
  }
}
