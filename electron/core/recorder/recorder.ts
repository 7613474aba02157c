/**
 * Records what the console goes through, masked, to files of its own, while the preference is on. Whatever becomes of the disk, the
 * console does not notice: the recording stops, says so, and goes on in a new file when it can.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { SessionEvent } from '../../../shared/session/format';
import type { ScreenView } from '../../../shared/session/intent';
import type { RecorderView } from '../../../shared/session/library';
import { Pseudonyms } from '../../../shared/session/pseudonyms';
import { SessionWriter } from '../../../shared/session/write';
import type { LiveState } from '../../../shared/session/write';
import type { Clock } from '../clock';
import type { Log } from '../log';
import { surelyNow, surplus, usualCaps } from './caps';
import type { Caps } from './caps';
import type { RecorderFiles } from './files';
import { fileName, newId } from './names';
import { PartWriter } from './partWriter';
import { Run } from './run';

/** Until a disk that could not be written is tried again. */
const retryMs = 30_000;
/** A file is not added to for longer, so that none is older than its cap. */
const partAgeMs = 24 * 3_600_000;

export interface RecorderEnvironment {
  readonly files: RecorderFiles;
  readonly clock: Clock;
  readonly log: Log;
  readonly appVersion: string;
  readonly host: 'desktop' | 'browser';
  readonly platform: string;
  readonly caps?: Caps;
  live(): LiveState;
  told(view: RecorderView): void;
}

interface Current {
  readonly id: string;
  readonly run: Run;
  readonly disk: PartWriter;
  cancelRetry: () => void;
  /** The file being written. */
  file: string | null;
}

/** What is being written now. */
export interface Writing {
  readonly id: string;
  /** Milliseconds from its start. */
  readonly now: number;
}

export class Recorder {
  #current: Current | null = null;
  #view: RecorderView = { status: 'off', since: null };
  /** Told by the page when it changes: a recording that begins later starts with it. */
  #screen: ScreenView | null = null;
  /** One look at the folder at a time. */
  #tidying: Promise<void> = Promise.resolve();
  #wasLive = false;
  /** Switched off: what was recorded until then is still on its way to the disk. */
  readonly #ending = new Map<Current, Promise<void>>();

  constructor(private readonly environment: RecorderEnvironment) {}

  get view(): RecorderView {
    return this.#view;
  }

  get writing(): Writing | null {
    return this.#current === null ? null : { id: this.#current.id, now: this.#current.run.now };
  }

  /** Only between two tasks of the console: a recording begins with its state. */
  turn(on: boolean): void {
    if (on) {
      if (this.#current === null) this.#start();
    } else if (this.#current !== null) this.#stop();
    else if (this.#view.status !== 'off') this.#tell({ status: 'off', since: null });
  }

  /** Costs next to nothing; the work is done later. */
  record(event: SessionEvent): void {
    if (event.kind === 'view') {
      // Every tab tells it anew when it comes to the front, and after its host was away.
      if (isSame(event.view, this.#screen)) return;
      this.#screen = event.view;
    }
    this.#current?.run.record(event);
    if (event.kind === 'link') this.#linkIs(event.link.phase === 'live');
  }

  /** Resolves when what was recorded until now is on disk, as far as it can be written. */
  async flushed(): Promise<void> {
    const current = this.#current;
    await current?.run.drained();
    await current?.disk.flushed();
    await Promise.all(this.#ending.values());
  }

  /** Writes the rest at once: the process may end. */
  close(): void {
    const current = this.#current;
    this.#current = null;
    current?.cancelRetry();
    for (const { run, disk } of [...this.#ending.keys(), ...(current === null ? [] : [current])]) {
      run.endNow();
      disk.endNow();
    }
  }

  #start(): void {
    const { environment } = this;
    const { clock, appVersion, host, platform } = environment;
    const key = randomBytes(32);
    const digest = (text: string) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
    const id = newId(clock.wall(), randomBytes(3).toString('hex'));
    const startedAt = Math.round(clock.wall());
    const writer = new SessionWriter({ appVersion, startedAt, recording: id, host, platform }, new Pseudonyms(digest));
    const disk = new PartWriter({
      files: environment.files,
      failed: (error) => this.#failed(current, error),
      begun: () => this.#begun(current),
    });
    const run = new Run({
      clock,
      writer,
      partBytes: this.#caps.partBytes,
      partAgeMs,
      live: () => environment.live(),
      begin: (part, text) => {
        current.file = fileName({ id, part });
        disk.begin(current.file, text);
      },
      append: (text) => disk.append(text),
      writable: () => disk.writable,
      broken: (error) => this.#broken(current, error),
    });
    const current: Current = { id, run, disk, cancelRetry: () => undefined, file: null };
    this.#current = current;
    if (this.#screen !== null) run.record({ kind: 'view', view: this.#screen });
    this.#tell({ status: 'recording', since: startedAt });
    // Also where nothing can be written: that may be why.
    this.#tidyLater();
  }

  #stop(): void {
    const current = this.#current;
    if (current === null) return;
    this.#current = null;
    current.cancelRetry();
    current.run.end('off');
    this.#endLater(current);
    this.#tell({ status: 'off', since: null });
  }

  #failed(current: Current, error: unknown): void {
    const problem = error instanceof Error ? error.message : String(error);
    this.environment.log.warn({ problem, recording: current.id }, 'the recording can not be written');
    if (this.#current !== current) return;
    this.#tell({ status: 'stopped', since: null });
    this.#retryLater(current);
  }

  /** Another recording begins with the next start, or when preferences are saved. */
  #broken(current: Current, error: unknown): void {
    const problem = error instanceof Error ? error.stack : String(error);
    this.environment.log.error({ problem, recording: current.id }, 'the recorder has failed');
    current.cancelRetry();
    if (this.#current !== current) return;
    this.#current = null;
    this.#endLater(current);
    this.#tell({ status: 'stopped', since: null });
  }

  #endLater(current: Current): void {
    const ended = current.run
      .drained()
      .then(() => current.disk.end())
      .finally(() => this.#ending.delete(current));
    this.#ending.set(current, ended);
  }

  #retryLater(current: Current): void {
    current.cancelRetry();
    current.cancelRetry = this.environment.clock.after(retryMs, () => {
      // A disk that has not answered yet is asked nothing more.
      if (!current.disk.busy) current.run.beginPart('storage');
      this.#retryLater(current);
    });
  }

  #begun(current: Current): void {
    current.run.begun();
    current.cancelRetry();
    if (this.#current === current && this.#view.status === 'stopped')
      this.#tell({ status: 'recording', since: Math.round(this.environment.clock.wall()) });
    this.#tidyLater();
  }

  /** Only with a service is it known how old the files are: not before, and an office machine that is switched off each night has no second file. */
  #linkIs(live: boolean): void {
    if (live && !this.#wasLive) this.#tidyLater();
    this.#wasLive = live;
  }

  get #caps(): Caps {
    return this.environment.caps ?? usualCaps;
  }

  #tidyLater(): void {
    this.#tidying = this.#tidying.then(() => this.#tidy());
  }

  /** What can't be deleted now is tried again with the next file. */
  async #tidy(): Promise<void> {
    const { files, clock, log } = this.environment;
    const remains = (error: unknown) =>
      log.warn({ problem: error instanceof Error ? error.message : String(error) }, 'old recordings remain');
    try {
      const entries = await files.list();
      const written = new Set([this.#current, ...this.#ending.keys()].flatMap((one) => one?.file ?? []));
      const leaving = surplus(entries, written, this.#caps, surelyNow(this.environment.live(), clock.wall()));
      // One that is held open by another program keeps none of the others.
      for (const name of leaving) await files.remove(name).catch(remains);
    } catch (error) {
      remains(error);
    }
  }

  #tell(view: RecorderView): void {
    this.#view = view;
    this.environment.told(view);
  }
}

function isSame(one: ScreenView, other: ScreenView | null): boolean {
  return (
    one.selected === other?.selected && one.selectedManager === other.selectedManager && one.overlay === other.overlay
  );
}
