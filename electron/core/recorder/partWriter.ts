/** Brings the text of a recording to disk in the background, in order, one write at a time, and never waits for anybody. */
import type { PartFile, RecorderFiles } from './files';

/** Characters that may wait for the disk. */
const maxWaiting = 16_000_000;

interface Piece {
  readonly name: string;
  text: string;
}

interface OpenPart {
  readonly name: string;
  readonly file: PartFile;
}

export interface PartWriterEnvironment {
  readonly files: RecorderFiles;
  /** It can't be written: what waited is gone, and what comes is thrown away until `begin`. */
  failed(error: unknown): void;
  /** A new file is on disk, with what it begins with. */
  begun(): void;
}

export class PartWriter {
  /** The last one is still added to; a piece belongs to one file. */
  readonly #waiting: Piece[] = [];
  #waitingLength = 0;
  #writing: { readonly name: string; readonly bytes: Buffer } | null = null;
  #open: OpenPart | null = null;
  /** Bytes of the file in use that are on disk. */
  #position = 0;
  #loop: Promise<void> | null = null;
  #state: 'on' | 'failed' | 'ended' = 'failed';

  constructor(private readonly environment: PartWriterEnvironment) {}

  /** A write is under way; after a failure that means that the disk does not answer. */
  get busy(): boolean {
    return this.#loop !== null;
  }

  get writable(): boolean {
    return this.#state === 'on';
  }

  /** A new file; whatever has failed before is tried anew. */
  begin(name: string, text: string): void {
    if (this.#state === 'ended') return;
    this.#state = 'on';
    this.#add({ name, text });
  }

  append(text: string): void {
    if (this.#state !== 'on') return;
    const last = this.#waiting.at(-1);
    const name = last?.name ?? this.#writing?.name ?? this.#open?.name;
    if (last !== undefined) last.text += text;
    else if (name !== undefined) this.#waiting.push({ name, text });
    this.#added(text);
  }

  /** Resolves when what was appended before is on disk, or has failed. */
  async flushed(): Promise<void> {
    while (this.#loop !== null) await this.#loop;
  }

  /** The console ends: the rest is written before this returns. */
  endNow(): void {
    if (this.#state === 'on') this.#writeRest();
    this.#stop('ended');
    if (this.#loop === null) void this.#closeFile();
  }

  /** No more will come; what waits is written in the background. */
  async end(): Promise<void> {
    await this.flushed();
    this.#stop('ended');
    await this.#closeFile();
  }

  #add(piece: Piece): void {
    this.#waiting.push(piece);
    this.#added(piece.text);
  }

  #added(text: string): void {
    this.#waitingLength += text.length;
    if (this.#waitingLength > maxWaiting) this.#fail(new Error('the disk is too slow for the recording'));
    else this.#loop ??= this.#writeAll().finally(() => (this.#loop = null));
  }

  async #writeAll(): Promise<void> {
    for (;;) {
      const piece = this.#waiting.shift();
      if (piece === undefined) return;
      this.#waitingLength -= piece.text.length;
      try {
        await this.#write(piece);
      } catch (error) {
        if (this.#state === 'on') this.#fail(error);
      }
      if (this.#state !== 'on') await this.#closeFile();
    }
  }

  async #write({ name, text }: Piece): Promise<void> {
    const bytes = Buffer.from(text, 'utf8');
    this.#writing = { name, bytes };
    try {
      if (this.#open?.name === name) await this.#writeOn(bytes);
      else await this.#writeFirst(name, bytes);
    } finally {
      this.#writing = null;
    }
  }

  async #writeFirst(name: string, bytes: Buffer): Promise<void> {
    const { files } = this.environment;
    await this.#closeFile();
    this.#open = { name, file: await files.create(name) };
    this.#position = 0;
    try {
      await this.#writeOn(bytes);
    } catch (error) {
      // A full disk still takes names: they would pile up.
      await this.#closeFile();
      if (this.#state === 'on') await files.remove(name).catch(() => undefined);
      throw error;
    }
    if (this.#state === 'on') this.environment.begun();
  }

  async #writeOn(bytes: Buffer): Promise<void> {
    await this.#open?.file.write(bytes, this.#position);
    this.#position += bytes.length;
  }

  async #closeFile(): Promise<void> {
    const file = this.#open?.file;
    this.#open = null;
    // What was written is there; more can't be done about it.
    await file?.close().catch(() => undefined);
  }

  #fail(error: unknown): void {
    this.#stop('failed');
    this.environment.failed(error);
  }

  #stop(state: 'failed' | 'ended'): void {
    this.#state = state;
    this.#waiting.length = 0;
    this.#waitingLength = 0;
  }

  /** A write that is under way is done again at the same place: the process may end before it has. */
  #writeRest(): void {
    let name = this.#open?.name ?? null;
    let position = this.#position;
    const rest = this.#waiting.map((piece) => ({ name: piece.name, bytes: Buffer.from(piece.text, 'utf8') }));
    try {
      for (const piece of this.#writing === null ? rest : [this.#writing, ...rest]) {
        if (piece.name !== name) position = 0;
        name = piece.name;
        this.environment.files.writeNow(name, piece.bytes, position);
        position += piece.bytes.length;
      }
    } catch (error) {
      this.environment.failed(error);
    }
  }
}
