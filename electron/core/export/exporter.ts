/** Export in two steps: it is put together so that it can be looked at, and leaves only with the ticket of what was looked at. */
import { randomBytes } from 'node:crypto';
import type { ExportPreview, ExportSaved, ExportWish } from '../../../shared/session/library';
import type { Clock } from '../clock';
import type { HostPort } from '../host';
import type { Log } from '../log';
import type { Recordings } from '../recorder/recordings';
import type { Extent } from './extent';
import { fileNameOf } from './fileName';
import { packRecording, packReport } from './pack';
import type { Packed } from './pack';
import { reportTexts } from './report';
import type { ReportFacts } from './report';

export interface ExporterEnvironment {
  readonly recordings: Pick<Recordings, 'read' | 'lastMinutes'>;
  readonly host: Pick<HostPort, 'abilities' | 'saveExport'>;
  readonly clock: Clock;
  readonly log: Log;
  facts(): ReportFacts;
}

/** One file, ready to leave. */
export interface Export {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Where a browser fetches it, once. */
export const exportPath = '/export/';

/** A person has looked at it long ago, or pressed Cancel: up to 200 MB need not wait for them. Milliseconds. */
const patienceMs = 30 * 60_000;

export class Exporter {
  /** The latest one that was looked at: it is good until the next, until it has left, or for half an hour. */
  #ready: (Export & { readonly ticket: string }) | null = null;
  #stopWaiting = (): void => undefined;

  constructor(private readonly environment: ExporterEnvironment) {}

  async prepare(wish: ExportWish): Promise<ExportPreview> {
    try {
      return await this.#prepare(wish);
    } catch (error) {
      this.environment.log.error({ problem: error instanceof Error ? error.stack : String(error) }, 'export failed');
      return { status: 'failed' };
    }
  }

  async save(ticket: string): Promise<ExportSaved> {
    const ready = this.#ready;
    if (ready?.ticket !== ticket) return { status: 'failed' };
    if (!this.environment.host.abilities.saveFiles) return { status: 'download', path: `${exportPath}${ticket}` };
    const saved = await this.environment.host.saveExport(ready.fileName, ready.bytes);
    // A cancelled dialog, or a full disk: the same can be saved elsewhere.
    if (saved.status === 'saved') this.#forget(ticket);
    return saved;
  }

  /** What a page downloads: once. Null for every other ticket. */
  take(ticket: string): Export | null {
    const ready = this.#ready;
    if (ready?.ticket !== ticket) return null;
    this.#forget(ticket);
    return ready;
  }

  /** At the end of the console. */
  close(): void {
    this.#stopWaiting();
    this.#ready = null;
  }

  #forget(ticket: string): void {
    if (this.#ready?.ticket !== ticket) return;
    this.#ready = null;
    this.#stopWaiting();
  }

  async #prepare(wish: ExportWish): Promise<ExportPreview> {
    const { recordings } = this.environment;
    const recording = await (wish.kind === 'recording'
      ? recordings.read(wish.id)
      : recordings.lastMinutes(wish.minutes));
    const packed = recording === null ? null : await packRecording(recording);
    if (wish.kind === 'report') {
      const texts = reportTexts(wish.words, this.environment.facts());
      return this.#offer(wish, await packReport(packed, texts), packed?.extent ?? null);
    }
    return packed === null ? { status: 'nothing' } : this.#offer(wish, packed, packed.extent);
  }

  #offer(wish: ExportWish, { bytes, parts }: Packed, extent: Extent | null): ExportPreview {
    const now = this.environment.clock.wall();
    const { events, from, to } = extent ?? { events: 0, from: now, to: now };
    const fileName = fileNameOf(wish.kind, wish.kind === 'report' ? now : from);
    const ticket = randomBytes(24).toString('base64url');
    this.#stopWaiting();
    this.#ready = { ticket, fileName, bytes };
    this.#stopWaiting = this.environment.clock.after(patienceMs, () => this.#forget(ticket));
    return { status: 'ready', ticket, fileName, bytes: bytes.length, events, from, to, parts };
  }
}
