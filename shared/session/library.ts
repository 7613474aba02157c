/** The recordings of this machine, and what of them can be taken elsewhere. */
import { z } from 'zod';

/** What the recorder is doing. `stopped`: it could not write (disk full, folder not writable); the console goes on without it. */
export const RecorderView = z.object({
  status: z.enum(['recording', 'off', 'stopped']),
  /** Wall-clock milliseconds; null while nothing is recorded. */
  since: z.number().nullable(),
});
export type RecorderView = z.infer<typeof RecorderView>;

export const RecordingId = z.string().regex(/^[0-9A-Za-z-]{1,64}$/);

export const RecordingInfo = z.object({
  id: RecordingId,
  /** Wall-clock milliseconds. */
  startedAt: z.number(),
  endedAt: z.number(),
  /** On disk, all its files. */
  bytes: z.number(),
  /** Is being written now. */
  current: z.boolean(),
});
export type RecordingInfo = z.infer<typeof RecordingInfo>;

/** What is to be taken elsewhere. */
export const ExportWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lastMinutes'), minutes: z.number().int().min(1).max(120) }),
  z.object({ kind: z.literal('recording'), id: RecordingId }),
  /** The last minutes, the log, the link's history and check, settings without secrets, and what the person writes: one zip. */
  z.object({ kind: z.literal('report'), minutes: z.number().int().min(1).max(120), words: z.string().max(5_000) }),
]);
export type ExportWish = z.infer<typeof ExportWish>;

/** One file of what leaves the machine, to be looked at before. */
export const ExportPart = z.object({
  name: z.string().max(100),
  bytes: z.number(),
  /** Its beginning as text, at most 20,000 characters. */
  text: z.string().max(20_000),
  /** There is more of it than `text`. */
  more: z.boolean(),
});
export type ExportPart = z.infer<typeof ExportPart>;

export const ExportPreview = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('ready'),
    /** Good for `saveExport` until the next one is prepared. */
    ticket: z.string().max(64),
    fileName: z.string().max(120),
    bytes: z.number(),
    events: z.number().int(),
    /** Wall-clock milliseconds. */
    from: z.number(),
    to: z.number(),
    parts: z.array(ExportPart).max(10),
  }),
  /** Nothing was recorded, or it has gone. */
  z.object({ status: z.literal('nothing') }),
  z.object({ status: z.literal('failed') }),
]);
export type ExportPreview = z.infer<typeof ExportPreview>;

/** `download`: the host has no dialog of its own; the page fetches it from this path of its own origin, once. */
export const ExportSaved = z.discriminatedUnion('status', [
  z.object({ status: z.literal('saved') }),
  z.object({ status: z.literal('cancelled') }),
  z.object({ status: z.literal('failed') }),
  z.object({ status: z.literal('download'), path: z.string().max(200) }),
]);
export type ExportSaved = z.infer<typeof ExportSaved>;

/** `page`: the host opens no windows; the page opens this path of its own origin in another tab. */
export const ReplayOpened = z.discriminatedUnion('status', [
  z.object({ status: z.literal('opened') }),
  z.object({ status: z.literal('page'), path: z.string().max(200) }),
]);
export type ReplayOpened = z.infer<typeof ReplayOpened>;
