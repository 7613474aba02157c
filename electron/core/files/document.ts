/** One thing the console keeps: its value in force, and the file it is saved in. */
import { ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Read, VersionedFile } from './versionedFile';

/** Saves that come quicker (a panel being resized, a storm of calls) are written together. Milliseconds. */
const betweenWritesMs = 500;

export class Document<T> {
  #value: T;
  /** As it was read at the start. */
  readonly read: Read<T>;
  #lastWritten = Number.NEGATIVE_INFINITY;
  #cancelWrite: (() => void) | null = null;

  constructor(
    private readonly file: VersionedFile<T>,
    private readonly clock: Clock,
    private readonly log: Log,
    /** After every attempt to write: whether the file now holds what is in force. */
    private readonly written: (isSaved: boolean) => void = () => undefined,
  ) {
    this.read = file.read();
    this.#value = this.read.value;
  }

  get value(): T {
    return this.#value;
  }

  /** In force only if it could be written; soon after another save it is in force at once and written a moment later. */
  save(value: T): Result<undefined, Error> {
    const now = this.clock.monotonic();
    if (now - this.#lastWritten < betweenWritesMs) {
      this.#value = value;
      this.#cancelWrite ??= this.clock.after(this.#lastWritten + betweenWritesMs - now, () => this.flush());
      return ok(undefined);
    }
    this.#lastWritten = now;
    const written = this.#write(value);
    if (written.ok) {
      this.#value = value;
      this.written(true);
    }
    return written;
  }

  /** In force whatever becomes of the file. */
  put(value: T): void {
    const saved = this.save(value);
    this.#value = value;
    if (!saved.ok) this.written(false);
  }

  /** Writes what still waits to be written. */
  flush(): void {
    if (this.#cancelWrite === null) return;
    this.#cancelWrite();
    this.#cancelWrite = null;
    this.#lastWritten = this.clock.monotonic();
    this.written(this.#write(this.#value).ok);
  }

  #write(value: T): Result<undefined, Error> {
    const written = this.file.write(value);
    if (!written.ok) this.log.error({ problem: written.error.message }, 'could not be saved');
    return written;
  }
}
