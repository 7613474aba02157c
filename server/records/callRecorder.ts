/**
 * Writes one row for each ended call to a manager. Both services follow the calls, the active one writes; what the other has not
 * written when it dies, this one still knows, and a call that has its row gets no second. Never in the way of calls: what cannot be
 * written waits, up to a bound, and is counted when it is given up.
 */
import type { Logger } from 'pino';
import type { Company } from '../store/company';
import { forgetCallRecords, saveCallRecords } from '../store/callRecords';
import type { Fence } from '../store/fence';
import type { Db } from '../store/open';
import type { SwitchEvent, SwitchSnapshot } from '../switch/port';
import { CallTracks, type EndedCall } from './callTrack';
import { recordOf } from './outcome';

/** What the active service writes with. */
export interface RecorderTarget {
  readonly db: Db;
  readonly fence: Fence;
  /** As it is now. */
  readonly company: () => Company;
  /** Somebody newer is active. */
  readonly onFenced: () => void;
}

export interface RecorderOptions {
  readonly log: Pick<Logger, 'error'>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** How often what has come together is written, milliseconds. */
  readonly everyMs: number;
  readonly onWritten: (count: number) => void;
  readonly onLost: (count: number) => void;
}

/** Ended calls that may wait: an hour of an outage in a busy pool. */
const mostWaiting = 50_000;
/** In one transaction. */
const mostAtOnce = 200;
/** For how long a standby remembers an ended call in case the active service died before it had written it, milliseconds. */
const rememberedMs = 10 * 60_000;
const tidyEveryMs = 60 * 60_000;

export class CallRecorder {
  readonly #options: RecorderOptions;
  readonly #tracks = new CallTracks();
  readonly #timer: NodeJS.Timeout;
  #waiting: EndedCall[] = [];
  #target: RecorderTarget | null = null;
  #flushing: Promise<void> | null = null;
  #following: Promise<void> | null = null;
  #tidiedAt = -Infinity;
  #failed = false;

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.flush(), options.everyMs);
    this.#timer.unref();
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  connected(snapshot: SwitchSnapshot): void {
    for (const call of this.#tracks.replace(snapshot.calls, this.#options.now())) this.#add(call);
  }

  event(event: SwitchEvent): void {
    const ended = this.#tracks.apply(event, this.#options.now());
    if (ended) this.#add(ended);
  }

  disconnected(): void {
    this.#tracks.lost(this.#options.now());
  }

  activate(target: RecorderTarget): void {
    this.#target = target;
    void this.flush();
  }

  deactivate(): void {
    this.#target = null;
  }

  /** Writes what waits now. Never rejects; one at a time: whoever asks during one gets the next. */
  flush(): Promise<void> {
    if (!this.#flushing) {
      this.#flushing = this.#flush().finally(() => {
        this.#flushing = null;
      });
      return this.#flushing;
    }
    this.#following ??= this.#flushing.then(() => {
      this.#following = null;
      return this.flush();
    });
    return this.#following;
  }

  /** Ends it; `clean` writes what waits first. */
  async stop(how: 'clean' | 'abrupt'): Promise<void> {
    clearInterval(this.#timer);
    await (this.#following ?? this.#flushing);
    if (how === 'clean') await this.flush();
    this.#target = null;
  }

  #add(call: EndedCall): void {
    this.#waiting.push(call);
    const over = this.#waiting.length - mostWaiting;
    if (over <= 0) return;
    this.#waiting.splice(0, over);
    // What a standby forgets the active service has.
    if (this.#target) this.#options.onLost(over);
  }

  async #flush(): Promise<void> {
    const target = this.#target;
    if (!target) {
      const oldest = this.#options.now() - rememberedMs;
      this.#waiting = this.#waiting.filter(({ endedAt }) => endedAt >= oldest);
      return;
    }
    try {
      while (this.#waiting.length > 0 && this.#target === target) {
        if (!(await this.#writeSome(target))) return;
      }
      await this.#tidy(target);
      this.#failed = false;
    } catch (error) {
      if (!this.#failed) this.#options.log.error({ err: error }, 'call records not written; trying again');
      this.#failed = true;
    }
  }

  /** False when somebody newer is active. */
  async #writeSome(target: RecorderTarget): Promise<boolean> {
    const some = this.#waiting.slice(0, mostAtOnce);
    const company = target.company();
    const records = some.flatMap((call) => recordOf(company, call) ?? []);
    if (records.length > 0) {
      const saved = await saveCallRecords(target.db, target.fence, records);
      if (!saved.ok) {
        target.onFenced();
        return false;
      }
      this.#options.onWritten(saved.value);
    }
    // The bound may have cut some of them off meanwhile.
    const done = new Set(some);
    this.#waiting = this.#waiting.filter((call) => !done.has(call));
    return true;
  }

  async #tidy({ db, fence }: RecorderTarget): Promise<void> {
    const now = this.#options.now();
    if (now - this.#tidiedAt < tidyEveryMs) return;
    this.#tidiedAt = now;
    await forgetCallRecords(db, fence, now);
  }
}
