/**
 * The log on disk: `console.log` and a few before it, never more than they may hold together. A disk that is full, read-only or hung costs
 * lines, never the console: what fails is told once, and tried again later.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { createStream } from 'rotating-file-stream';
import type { RotatingFileStream } from 'rotating-file-stream';
import { isFatal } from './maskLine';

export const logFileName = 'console.log';

export interface LogFileOptions {
  readonly folder: string;
  /** Milliseconds. */
  readonly now: () => number;
  /** The code of what keeps it from being written; null when it is written again. */
  readonly told: (problem: string | null) => void;
  readonly size?: FileSize;
}

type FileSize = `${number}${'B' | 'K' | 'M'}`;

const largest: FileSize = '2M';
/** Files beside the one that is written. */
const kept = 4;
const retryMs = 30_000;
/** Last words of a run that go past the rotation; a process that fails a thousand times a minute, while somebody is asked what to do, has more of them than a disk should hold. */
const mostAtOnce = 100;
/** Bytes that wait for a slow disk. */
const mostWaiting = 1_000_000;

export class LogFile {
  #stream: RotatingFileStream | null = null;
  #failedAt: number | null = null;
  #closed = false;
  #writtenNow = 0;

  constructor(private readonly options: LogFileOptions) {
    this.#open();
  }

  /** Whether lines go anywhere now. */
  get isOpen(): boolean {
    return this.#stream !== null;
  }

  /** Lines as they may be written: masked. The last words of a process are on the disk when this returns. */
  write(line: string): void {
    if (this.#closed) return;
    if (isFatal(line) && this.#writtenNow < mostAtOnce) {
      this.#writeNow(line);
      return;
    }
    if (this.#stream === null && this.options.now() - (this.#failedAt ?? 0) >= retryMs) this.#open();
    const stream = this.#stream;
    if (stream === null || stream.writableLength > mostWaiting) return;
    stream.write(line);
  }

  /** Resolves when what was written is on the disk, or can't be. */
  close(): Promise<void> {
    this.#closed = true;
    const stream = this.#stream;
    if (stream === null || stream.destroyed) return Promise.resolve();
    return new Promise((resolve) => {
      stream.once('close', resolve);
      stream.end();
    });
  }

  #open(): void {
    const stream = createStream(logFileName, {
      path: this.options.folder,
      size: this.options.size ?? largest,
      rotate: kept,
      mode: 0o600,
    });
    // Its first words come before it is open.
    stream.once('open', () => {
      if (this.#failedAt !== null) this.options.told(null);
      this.#failedAt = null;
    });
    stream.on('error', (error) => this.#failed(stream, error));
    stream.on('warning', (error) => this.#failed(stream, error));
    this.#stream = stream;
  }

  #failed(stream: RotatingFileStream, error: Error): void {
    if (this.#stream !== stream) return;
    this.#stream = null;
    stream.destroy();
    const first = this.#failedAt === null;
    this.#failedAt = this.options.now();
    if (first) this.options.told('code' in error && typeof error.code === 'string' ? error.code : error.name);
  }

  #writeNow(line: string): void {
    this.#writtenNow += 1;
    try {
      mkdirSync(this.options.folder, { recursive: true });
      appendFileSync(path.join(this.options.folder, logFileName), line, { mode: 0o600 });
    } catch {
      // The last words are on stderr, too.
    }
  }
}
